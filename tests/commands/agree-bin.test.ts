import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url);
const corpus = readFileSync(new URL('tests/corpus/answers.jsonl', ROOT), 'utf8').trim().split('\n');

/** The first answers of the corpus with the raters' consensus as a coach's marks. */
function marks(count: number): string {
  const lines = corpus.slice(0, count).map((line) => {
    const { id, question, answer, consensus } = JSON.parse(line);
    return JSON.stringify({ id, question, answer, mark: consensus.overall, criteria: consensus.good });
  });
  const file = join(mkdtempSync(join(tmpdir(), 'greenroom-agree-')), 'marks.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

function greenroom(...args: string[]) {
  return spawnSync(process.execPath, ['bin/greenroom.js', ...args], { cwd: ROOT, encoding: 'utf8' });
}

test('the real binary compares the whole corpus, and better than chance', () => {
  const { status, stdout, stderr } = greenroom('agree', marks(240), '--format', 'json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const figures = JSON.parse(stdout);
  expect(figures.pairs).toBe(240);
  expect(figures.confusion.flat().reduce((a: number, b: number) => a + b)).toBe(240);
  expect(Object.keys(figures.questions)).toHaveLength(8);
  expect(Object.keys(figures.criteria)).toHaveLength(39);
  // Less than the bag of words reaches would mean that answers and marks were paired wrongly.
  expect(figures.interval[0]).toBeGreaterThan(0.6);
});

test('the real binary refuses 19 pairs', () => {
  const { status, stdout, stderr } = greenroom('agree', marks(19));
  expect(stdout).toBe('');
  expect(stderr).toContain('fewer than 20');
  expect(status).toBe(2);
});
