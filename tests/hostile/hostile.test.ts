import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/report/plain.ts';
import { grade } from '../grading/corpus.ts';
import { ANSWERS, CASES, type Case, type Made } from './cases.ts';

const BIN = join(import.meta.dirname, '../../bin/greenroom.js');
const PATIENCE = 15_000;
const all = mkdtempSync(join(tmpdir(), 'greenroom-hostile-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));

function make(path: string, what: Made): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof what === 'string' || Buffer.isBuffer(what)) writeFileSync(path, what);
  else if ('link' in what) symlinkSync(what.link, path);
  else if ('folder' in what) mkdirSync(path);
  else execFileSync('mkfifo', [path]);
}

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function run(cwd: string, { args, stdin = '', stdout, env }: Case): Promise<Ended> {
  const to = stdout === undefined ? 'pipe' : openSync(stdout, 'w');
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env.PATH, GREENROOM_HOME: join(cwd, '.home'), ...env },
    stdio: ['pipe', to, 'pipe'],
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout?.on('data', (data) => {
    ended.out += data;
  });
  child.stderr!.on('data', (data) => {
    ended.err += data;
  });
  child.stdin!.on('error', () => {});
  child.stdin!.end(stdin);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      if (typeof to === 'number') closeSync(to);
      resolve({ ...ended, code });
    }),
  );
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((name) => !name.startsWith('.home'));

describe.skipIf(process.platform !== 'linux').concurrent('hostile content', () => {
  it.each(CASES.map((one, index) => ({ ...one, index })))('$name', { timeout: 2 * PATIENCE }, async (one) => {
    const cwd = join(all, String(one.index));
    mkdirSync(cwd);
    for (const [name, what] of Object.entries(one.files ?? {})) make(join(cwd, name), what);
    const before = filesIn(cwd);
    const { code, out, err } = await run(cwd, one);

    expect(code, err.slice(0, 2000)).toBe(one.code);
    // Nothing steers the terminal, no fault is the program's own, and nothing is written that was not asked for.
    for (const text of [out.replaceAll('\r\n', '\n'), err]) expect(text).toBe(plainText(text));
    expect(err).not.toMatch(/fault in the program|\n {4}at /);
    expect(
      filesIn(cwd)
        .filter((name) => !before.includes(name))
        .sort(),
    ).toEqual(one.made ?? []);
    if (one.says !== undefined) expect(out + err).toMatch(one.says);
    if (one.come !== undefined) {
      const lines = out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      expect(lines.map(({ status, reason }) => reason?.code ?? status)).toEqual(one.come);
    }
  });
});

describe('hostile words', () => {
  it.each(ANSWERS)('$name', ({ answer, from, to }) => {
    const { score, star, criteria, redFlags } = grade('compliance', answer);
    expect(score).toBeGreaterThanOrEqual(from);
    expect(score).toBeLessThanOrEqual(to);
    for (const { evidence } of [...Object.values(star), ...criteria, ...redFlags]) {
      for (const { start, end, quote } of evidence) expect(answer.slice(start, end)).toBe(quote);
    }
  });
});
