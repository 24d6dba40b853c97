import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run as brief } from '../../src/commands/brief.ts';
import { run as score } from '../../src/commands/score.ts';
import { isTold } from '../../src/errors.ts';
import { startPack } from '../../src/init/start.ts';
import { openJournal } from '../../src/journal/append.ts';
import { WRITTEN } from '../grading/corpus.ts';
import { LONG } from '../property/any.ts';
import { type Fault, layer } from './file-layer.ts';
import { folder } from './folder.ts';

// Read once: a pack read anew would be prepared anew in every run.
vi.mock('../../src/pack/load.ts', async (original) => {
  const real = await original<typeof import('../../src/pack/load.ts')>();
  const pack = await real.loadPack();
  return { ...real, loadPack: async () => pack };
});

const FAULTS: Fault[] = ['ENOSPC', 'EIO', 'EPERM', 'EXDEV', 'short', 'full'];
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

interface Ending {
  code: number | null;
  error: unknown;
}

/** Runs something with one call going wrong; how it ended, and which call that was. */
async function under(root: string, at: number, fault: Fault, work: () => Promise<number>) {
  const faulty = layer(root, at, fault);
  let ending: Ending;
  try {
    ending = { code: await work(), error: null };
  } catch (error) {
    ending = { code: null, error };
  } finally {
    faulty.restore();
  }
  return { ...ending, calls: faulty.count(), hit: faulty.hit() };
}

/** Every file in a folder with what is in it. */
function contents(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(files.map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')]));
}

/**
 * Tries work with every one of its calls going wrong: in one way each, by turns, and with `npm run test:crash`
 * in every way. Returns how many faults struck.
 */
async function everywhere(
  prepare: () => string,
  work: (root: string) => Promise<number>,
  after: (root: string, ending: Ending, where: string) => void,
): Promise<number> {
  const { calls } = await inFolder(prepare(), 0, 'none');
  let struck = 0;
  for (const [turn, fault] of FAULTS.entries()) {
    for (let at = 1; at <= calls; at++) {
      if (!LONG && at % FAULTS.length !== turn) continue;
      const root = prepare();
      const { hit, ...ending } = await inFolder(root, at, fault);
      if (hit === null) continue;
      struck++;
      const where = `${fault} at call ${at}, ${hit}`;
      if (ending.error !== null) expect(isTold(ending.error), `${where}: ${ending.error}`).toBe(true);
      after(root, ending, where);
      rmSync(root, { recursive: true });
    }
  }
  return struck;

  function inFolder(root: string, at: number, fault: Fault) {
    return under(root, at, fault, () => work(root));
  }
}

const OLD = 'as it was before';
const REPORTS = LONG ? ['a.json', 'a.jsonl', 'a.csv', 'a.md', 'a.html', 'a.xml'] : ['a.csv', 'a.html'];

function answerFolder(): string {
  const root = folder();
  mkdirSync(join(root, 'in'));
  mkdirSync(join(root, 'out/pages'), { recursive: true });
  const lines = WRITTEN.slice(0, 2).map(({ question, answer }, i) =>
    JSON.stringify({ id: `a${i}`, candidate: 'Ana', question, answer }),
  );
  writeFileSync(join(root, 'in/a.jsonl'), lines.join('\n'));
  writeFileSync(join(root, 'in/b.csv'), 'question,candidate,answer\ncompliance,Bo,I ran an audit.\n');
  writeFileSync(join(root, 'in/Cy.compliance.md'), 'I ran an audit of forty charts.');
  for (const name of [...REPORTS, 'pages/ana.md']) writeFileSync(join(root, 'out', name), OLD);
  return root;
}

const ENDS: Record<string, RegExp> = {
  json: /\}\}\n$/,
  jsonl: /\}\n$/,
  csv: /\r\n$/,
  md: /[^\n]\n$/,
  html: /<\/html>\n$/,
  xml: /<\/testsuites>\n$/,
};

function isWhole(name: string, text: string): boolean {
  return ENDS[name.split('.').at(-1)!]!.test(text);
}

const scoring = (root: string) =>
  score([join(root, 'in')], { output: [...REPORTS, 'pages/'].map((name) => join(root, 'out', name)) });

describe('a disk that fails', () => {
  it('under a scoring run: every report is whole or as it was, and no temporary file stays', async () => {
    const sound = answerFolder();
    expect(await scoring(sound)).toBe(0);
    const whole = contents(join(sound, 'out'));
    // Paths stand in the reports as places.
    const named = (text: string | undefined, root: string) => text?.replaceAll(sound, root);
    const struck = await everywhere(answerFolder, scoring, (root, { code }, where) => {
      const left = contents(join(root, 'out'));
      for (const [name, text] of left) {
        expect(whole.has(name), `${where}: ${name}`).toBe(true);
        // With a fault in reading there are fewer answers, in a report that is whole all the same.
        expect(text === OLD || isWhole(name, text), `${where}: ${name}`).toBe(true);
      }
      if (code === 0) {
        for (const [name, text] of whole) expect(left.get(name), where).toBe(named(text, root));
      }
    });
    expect(struck).toBeGreaterThan(40);
  });

  it('under `brief`: the page is whole or as it was', async () => {
    const prepare = () => {
      const root = folder();
      const journal = openJournal(join(root, 'home'), 's');
      const { question, answer: text } = WRITTEN[0]!;
      const answered = { event: 'answered', kind: 'first', prompt: 'How?', seconds: 9 } as const;
      journal.append({ ...answered, answer: 's-1', place: 0, question, text });
      journal.close();
      writeFileSync(join(root, 'page.md'), OLD);
      return root;
    };
    const work = (root: string) => {
      vi.stubEnv('GREENROOM_HOME', join(root, 'home'));
      return brief([], { output: join(root, 'page.md') });
    };
    const struck = await everywhere(prepare, work, (root, { code }, where) => {
      const left = contents(root);
      expect([...left.keys()].sort(), where).toEqual(['home/journal.jsonl', 'page.md']);
      expect(left.get('page.md')!.startsWith(code === 0 ? '# ' : OLD), where).toBe(true);
    });
    vi.unstubAllEnvs();
    expect(struck).toBeGreaterThan(7);
  });

  it('under `init`: the whole pack, or nothing that would be in the way of the next try', async () => {
    const whole = (await startPack(join(folder(), 'pack'))).length;
    const work = async (root: string) => (await startPack(join(root, 'pack'))).length - whole;
    const struck = await everywhere(folder, work, (root, { code }, where) => {
      const left = contents(root).size;
      expect(left, where).toBe(code === 0 ? whole : 0);
    });
    expect(struck).toBeGreaterThan(7);
  });

  it('under a scoring run that another one, killed, has left its rubbish for: it is swept', async () => {
    const root = answerFolder();
    const dead = join(root, 'out', '.greenroom-999999999-0123456789ab.tmp');
    const alive = join(root, 'out', `.greenroom-${process.pid}-0123456789ab.tmp`);
    for (const file of [dead, alive]) writeFileSync(file, 'half a rep');
    cpSync(dead, join(root, 'in', '.greenroom-999999999-0123456789ab.tmp'));
    expect(await scoring(root)).toBe(0);
    const left = readdirSync(join(root, 'out')).filter((name) => name.endsWith('.tmp'));
    expect(left).toEqual([alive.slice(root.length + 5)]);
  });
});
