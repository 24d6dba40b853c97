import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url);

function bench(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'bench/accuracy.ts', ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('bench/accuracy.ts', () => {
  test('grades one question of the corpus by some writers', () => {
    const { status, stdout } = bench('--json', '--question', 'revenue-cycle', '--writers', 'w1,w9');
    expect(status).toBe(0);
    const { 'answers.jsonl': figures } = JSON.parse(stdout);
    expect(figures).toMatchObject({ answers: 10, unscored: 0 });
    expect(Object.keys(figures.writers)).toEqual(['w1', 'w9']);
    expect(Object.keys(figures.questions)).toEqual(['revenue-cycle']);
  });

  test('grades another labelled file by the general rubric, every second person', () => {
    const consensus = {
      overall: 2,
      star: { situation: 1, task: 0, action: 1, result: 0 },
      type: 'story',
    };
    const people = ['p01', 'p02', 'p03'].map((person) =>
      JSON.stringify({
        id: person,
        person,
        prompt: 'Tell me of a time you were late.',
        answer: 'Last May I missed a train.',
        consensus,
      }),
    );
    const file = join(mkdtempSync(join(tmpdir(), 'greenroom-bench-')), 'some.jsonl');
    writeFileSync(file, people.join('\n'));
    const { stdout } = bench('--json', '--question', 'star', '--persons', 'odd', file);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['some.jsonl']);
    expect(Object.keys(report['some.jsonl'].writers)).toEqual(['p01', 'p03']);
    expect(report['some.jsonl'].criteria).toBeNull();
  });

  test('says so when nothing is left to grade', () => {
    const { status, stderr } = bench('--question', 'no-such-question');
    expect(status).toBe(2);
    expect(stderr).toContain('no labelled answer is left');
  });
});
