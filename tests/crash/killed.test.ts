import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { LONG } from '../property/any.ts';

const BIN = join(import.meta.dirname, '../../bin/greenroom.js');
const SITTING = join(import.meta.dirname, 'sitting.ts');
const all = realpathSync(mkdtempSync(join(tmpdir(), 'greenroom-killed-')));
afterAll(() => rmSync(all, { recursive: true, force: true }));
let folders = 0;
const folder = () => {
  const made = join(all, `f${folders++}`);
  mkdirSync(made);
  return made;
};

/** Loaded before the program: counts its calls to the disk, and sends it a signal at one of them. */
const PRELOAD = join(all, 'preload.mjs');
const layer = readFileSync(join(import.meta.dirname, 'file-layer.ts'), 'utf8');
writeFileSync(join(all, 'file-layer.mjs'), transformSync(layer, { loader: 'ts' }).code);
writeFileSync(
  PRELOAD,
  `import { writeFileSync } from 'node:fs';
  import { layer } from './file-layer.mjs';
  const [root, at, fault, count] = JSON.parse(process.env.CRASH);
  const on = layer(root, at, fault);
  process.on('exit', () => { on.restore(); writeFileSync(count, String(on.count())); });`,
);

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** Runs node so that a signal comes at a call to the disk about a file in `root`. */
async function at(root: string, call: number, signal: string, args: string[], input = ''): Promise<Ended> {
  const env = {
    ...process.env,
    GREENROOM_HOME: join(root, 'home'),
    CRASH: JSON.stringify([root, call, signal, join(all, 'count')]),
  };
  return ended(spawn(process.execPath, ['--import', PRELOAD, ...args], { env }), input);
}

async function ended(child: ChildProcess, input: string): Promise<Ended> {
  let [out, err] = ['', ''];
  child.stdout!.on('data', (data) => {
    out += data;
  });
  child.stderr!.on('data', (data) => {
    err += data;
  });
  child.stdin!.on('error', () => {});
  child.stdin!.end(input);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.on('close', (...how) => resolve(how)),
  );
  return { code, signal, out, err };
}

const calls = () => Number(readFileSync(join(all, 'count'), 'utf8'));
/** Some of the stages, evenly; with `npm run test:crash` every one. */
const stages = (most: number, some: number) =>
  Array.from({ length: LONG ? most : some }, (_, i) =>
    Math.max(1, Math.round(((i + 1) * most) / (LONG ? most : some))),
  );

describe('a scoring run that is ended at any call to the disk', () => {
  const OLD = 'as it was before';
  const prepare = () => {
    const root = folder();
    mkdirSync(join(root, 'pages'));
    writeFileSync(
      join(root, 'a.jsonl'),
      '{"question":"compliance","candidate":"Ana","answer":"I ran an audit."}\n'.repeat(3),
    );
    for (const name of ['a.json', 'a.html', 'pages/ana.md']) writeFileSync(join(root, name), OLD);
    return root;
  };
  const args = (root: string) => {
    const outputs = ['a.json', 'a.html', 'pages/'].flatMap((name) => ['-o', join(root, name)]);
    return [BIN, 'score', join(root, 'a.jsonl'), ...outputs];
  };
  const ENDS: Record<string, RegExp> = {
    'a.json': /\}\}\n$/,
    'a.html': /<\/html>\n$/,
    'pages/ana.md': /\n$/,
  };
  const wholeOrOld = (root: string, where: string) => {
    for (const [name, end] of Object.entries(ENDS)) {
      const text = readFileSync(join(root, name), 'utf8');
      expect(text === OLD || end.test(text), `${where}: ${name}`).toBe(true);
    }
  };
  const temporary = (root: string) =>
    readdirSync(root, { recursive: true }).filter((name) => String(name).endsWith('.tmp'));

  it('by SIGKILL: reports are whole or as they were, and the next run sweeps up', async () => {
    const sound = prepare();
    expect((await at(sound, 0, 'none', args(sound))).code).toBe(0);
    let left = 0;
    for (const call of stages(calls(), 6)) {
      const root = prepare();
      expect((await at(root, call, 'SIGKILL', args(root))).signal).toBe('SIGKILL');
      wholeOrOld(root, `call ${call}`);
      left += temporary(root).length;
    }
    expect(left).toBeGreaterThan(0);
    const root = prepare();
    for (const name of ['', 'pages'])
      writeFileSync(join(root, name, '.greenroom-999999999-0123456789ab.tmp'), 'half');
    expect((await at(root, 0, 'none', args(root))).code).toBe(0);
    expect(temporary(root)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'])('by %s: besides, nothing is left over', async (signal) => {
    const sound = prepare();
    await at(sound, 0, 'none', args(sound));
    for (const call of stages(calls(), 3)) {
      const root = prepare();
      const { code, signal: by, err } = await at(root, call, signal, args(root));
      expect([0, 130, null], err).toContain(code);
      if (code === null) expect(by).toBe(signal);
      wholeOrOld(root, `call ${call}`);
      expect(temporary(root), `call ${call}`).toEqual([]);
    }
  });
});

const answersIn = async (home: string) =>
  (await readJournal(home)).records.flatMap((record) => (record.event === 'answered' ? [record.text] : []));

describe('practice that is killed at any call to the disk', () => {
  const INPUT = 'The first, whole.\n---\nThe second, whole.';
  const ASKED = [BIN, 'practice', 'compliance', 'revenue-cycle'];

  it('from a pipe: no score is shown of an answer that is not kept, and the next run is sound', async () => {
    await at(folder(), 0, 'none', ASKED, INPUT);
    for (const call of stages(calls(), 4)) {
      const root = folder();
      const { signal, out } = await at(root, call, 'SIGKILL', ASKED, INPUT);
      expect(signal).toBe('SIGKILL');
      const kept = await answersIn(join(root, 'home'));
      if (out !== '') expect(kept).toHaveLength(2);
      expect((await at(root, 0, 'none', ASKED, INPUT)).code).toBe(0);
      expect(await answersIn(join(root, 'home'))).toHaveLength(kept.length + 2);
      const { code, err } = await at(root, 0, 'none', [BIN, 'progress', '--format', 'json']);
      expect([code, err.includes('    at ')]).toEqual([0, false]);
    }
  });

  it('in a terminal: every answer it had called kept is there', async () => {
    const play = (home: string) => [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `import { writeSync } from 'node:fs';
      import { sitThrough } from ${JSON.stringify(SITTING)};
      await sitThrough(${JSON.stringify(home)}, null, (kept) => writeSync(1, kept + '\\n'));`,
    ];
    const sound = folder();
    expect((await at(sound, 0, 'none', play(join(sound, 'home')))).out.trim().split('\n')).toHaveLength(4);
    for (const call of stages(calls(), 4)) {
      const root = folder();
      const { signal, out } = await at(root, call, 'SIGKILL', play(join(root, 'home')));
      expect(signal).toBe('SIGKILL');
      const told = out.trim().split('\n').filter(Boolean);
      expect(await answersIn(join(root, 'home'))).toEqual(expect.arrayContaining(told));
    }
  });
});

it('two processes on one journal at once, and a third that is killed: nothing of the two is lost', async () => {
  const root = folder();
  const text = (who: string) => ['one', 'two', 'three'].map((n) => `${who} ${n}, whole.`).join('\n---\n');
  const run = (who: string) => at(root, 0, 'none', [BIN, 'practice'], text(who));
  const ends = await Promise.all([
    run('First'),
    run('Second'),
    at(root, 9, 'SIGKILL', [BIN, 'practice'], text('Third')),
  ]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0, null]);
  const kept = await answersIn(join(root, 'home'));
  for (const who of ['First', 'Second']) {
    expect(kept.filter((answer) => answer.startsWith(who))).toHaveLength(3);
  }
});
