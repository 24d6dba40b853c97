import { expect, test } from 'vitest';
import { exampleFindings } from '../../src/check/examples.ts';
import { readSource } from '../../src/check/source.ts';
import type { Assessment } from '../../src/grading/assessment.ts';

const NOTHING = { level: 0 as const, evidence: [] };
const STAR = { situation: NOTHING, task: NOTHING, action: NOTHING, result: NOTHING };

/** Examples by what they expect and what they score. */
function codes(...runs: [expected: [number, number], score: number][]): string[] {
  const lines = runs.map((_, i) => `  - name: example ${i}\n    expect: { score: 1 }\n`);
  const source = readSource('rubric.yaml', new TextEncoder().encode(`examples:\n${lines.join('')}`));
  const findings = exampleFindings(
    source,
    runs.map(([score, got], index) => ({
      index,
      example: { name: `example ${index}`, answer: '', expect: { score } },
      assessment: { score: got, exact: got, criteria: [], redFlags: [], star: STAR } as unknown as Assessment,
    })),
  );
  return findings.map(({ code, line }) => `${code} ${line}`);
}

test('an example expected higher must not score lower', () => {
  expect(codes([[3, 5], 3], [[2, 4], 4])).toEqual(['example-order 3']);
  expect(codes([[3, 5], 4], [[2, 4], 4])).toEqual([]);
  expect(codes([[3, 5], 3], [[3, 4], 4])).toEqual([]);
});

test('one that is out of its range is told of once', () => {
  expect(codes([[4, 5], 2], [[3, 3], 3])).toEqual(['example-score 3']);
});
