import { expect, test } from 'vitest';
import { exampleFindings } from '../../src/check/examples.ts';
import { readSource } from '../../src/check/source.ts';
import type { Assessment } from '../../src/grading/assessment.ts';

const NOTHING = { level: 0 as const, evidence: [] };
const STAR = { situation: NOTHING, task: NOTHING, action: NOTHING, result: NOTHING };

type Landing = [expected: [number, number], score: number | null, exact?: number | null];

/** Examples by what they expect and what they score. */
function codes(...runs: Landing[]): string[] {
  return findingsOf(runs).map(({ code, line }) => `${code} ${line}`);
}

function findingsOf(runs: Landing[]) {
  const lines = runs.map((_, i) => `  - name: example ${i}\n    expect: { score: 1 }\n`);
  const source = readSource('rubric.yaml', new TextEncoder().encode(`examples:\n${lines.join('')}`));
  return exampleFindings(
    source,
    runs.map(([score, got, exact = got], index) => ({
      index,
      example: { name: `example ${index}`, answer: '', expect: { score } },
      assessment: { score: got, exact, criteria: [], redFlags: [], star: STAR } as unknown as Assessment,
    })),
  );
}

test('an example expected higher must not score lower', () => {
  expect(codes([[3, 5], 3], [[2, 4], 4])).toEqual(['example-order 3']);
  expect(codes([[3, 5], 4], [[2, 4], 4])).toEqual([]);
  expect(codes([[3, 5], 3], [[3, 4], 4])).toEqual([]);
});

test('one that is out of its range is told of once', () => {
  expect(codes([[4, 5], 2], [[3, 3], 3])).toEqual(['example-score 3']);
});

test('one may score neither below its range nor above it, and must be scored', () => {
  expect(codes([[2, 3], 1])).toEqual(['example-score 3']);
  expect(codes([[2, 3], 4])).toEqual(['example-score 3']);
  expect(codes([[2, 3], 2])).toEqual([]);
  expect(codes([[2, 3], 3])).toEqual([]);
  expect(codes([[2, 3], null])).toEqual(['example-unscored 3']);
  expect(codes([[2, 3], 2, null])).toEqual(['example-unscored 3']);
});

test('of several that score higher, the highest is named', () => {
  const worse: Landing[] = [
    [[2, 4], 4, 3.6],
    [[2, 4], 4, 4.2],
    [[2, 4], 4, 3.9],
  ];
  for (const order of [worse, worse.toReversed(), worse.slice(1)]) {
    const [finding] = findingsOf([[[3, 5], 3], ...order]);
    expect(finding!.message).toContain('4.2');
  }
});
