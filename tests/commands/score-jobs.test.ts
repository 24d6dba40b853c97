import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const BIN = join(ROOT, 'bin/greenroom.js');
const corpus = readFileSync(join(ROOT, 'tests/corpus/answers.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map(({ question, answer }) => ({ question, answer: answer.slice(0, 300) }));

/** Enough for workers to take over, and then some chunks for each. */
const ANSWERS = 5000;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'greenroom-jobs-'));
  const lines = Array.from({ length: ANSWERS }, (_, i) => {
    const { question, answer } = corpus[i % corpus.length]!;
    // Faults of every kind, ids that are there twice and not at all, a mark, a field the first answer has not.
    if (i % 500 === 7) return '{bad';
    if (i % 500 === 8) return JSON.stringify({ question: 'complianse', answer });
    if (i % 500 === 9) return JSON.stringify({ question, answer: ' ' });
    if (i % 500 === 10) return JSON.stringify({ id: 'long', question, answer: 'word '.repeat(30_000) });
    if (i % 500 === 11) return JSON.stringify({ id: 'own', prompt: 'A hard day?', answer, mark: 2 });
    return JSON.stringify({
      id: `a-${i % 4000}`,
      candidate: 'Ana – “Lee”',
      question,
      answer,
      [`x${i % 3}`]: i,
    });
  });
  writeFileSync(join(cwd, 'a.jsonl'), lines.join('\n'));
  for (const folder of ['questions', 'rubrics'])
    cpSync(join(ROOT, folder), join(cwd, 'pack', folder), { recursive: true });
  const rubric = join(cwd, 'pack/rubrics/compliance.yaml');
  writeFileSync(rubric, readFileSync(rubric, 'utf8').replace(/^version: .*$/m, 'version: 77'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

function score(jobs: number, ...args: string[]) {
  const all = [BIN, 'score', 'a.jsonl', '--jobs', String(jobs), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}

const OUTPUTS = ['o.jsonl', 'o.csv', 'o.json'];

test('every report is the same to the byte, also with a pack of one’s own, and so are the exit code and what is told', {
  timeout: 240_000,
}, () => {
  const args = [
    '--format',
    'table',
    '--min-score',
    '2',
    '--anonymise',
    '--pack',
    'pack',
    ...OUTPUTS.flatMap((name) => ['-o', name]),
  ];
  const runs = [1, 3].map((jobs) => ({
    ...score(jobs, ...args),
    files: OUTPUTS.map((name) => readFileSync(join(cwd, name), 'utf8')),
  }));
  expect(runs[0]!.status).toBe(1);
  expect(runs[0]!.files[0]!.trim().split('\n')).toHaveLength(ANSWERS);
  expect(runs[0]!.files[0]).toContain('"version":77');
  expect(runs[1]).toEqual(runs[0]);
});

test('Ctrl-C while workers are at it leaves no half of a file', { timeout: 120_000 }, async () => {
  writeFileSync(join(cwd, 'old.csv'), 'old');
  const args = [BIN, 'score', '-', '--jobs', '2', '-o', 'old.csv', '--format', 'jsonl'];
  const child = spawn(process.execPath, args, { cwd });
  child.stdin.on('error', () => {});
  child.stdin.write(readFileSync(join(cwd, 'a.jsonl')));
  let lines = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    lines += chunk.toString('utf8').split('\n').length - 1;
    // All but what is in the pipe still: the workers have taken over and wait for more.
    if (lines > ANSWERS - 500 && !child.killed) child.kill('SIGINT');
  }
  expect(child.exitCode ?? (await new Promise((done) => child.on('close', done)))).toBe(130);
  expect(readFileSync(join(cwd, 'old.csv'), 'utf8')).toBe('old');
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each([['0'], ['many'], ['2.5']])('--jobs %s is bad usage', (jobs) => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'score', 'a.jsonl', '--jobs', jobs], {
    cwd,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('--jobs takes a whole number from 1 to 64');
});
