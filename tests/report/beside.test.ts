import { expect, test } from 'vitest';
import type { Assessment } from '../../src/grading/assessment.ts';
import { unscored } from '../../src/grading/unscored.ts';
import { apart, differences, graderInWords } from '../../src/report/beside.ts';

const ANSWER = 'I pulled sixty of them and denials fell by half.';
const evidence = [{ start: 0, end: 22, quote: ANSWER.slice(0, 22) }];
const none = unscored('grader-failed', 'no', {
  answer: ANSWER,
  question: 'q',
  grader: { name: 'llm', version: '1', model: 'm' },
  rubric: null,
});

function made(more: Partial<Assessment>): Assessment {
  const criteria = ['own-part', 'clear-outcome'].map((id) => ({ id, met: false, evidence: [] }));
  return {
    ...none,
    status: 'scored',
    reason: null,
    score: 3,
    exact: 3,
    label: 'adequate',
    criteria,
    ...more,
  };
}

test('what two graders do not agree on is listed, with what each says', () => {
  const first = made({});
  const second = made({
    star: { ...first.star, action: { level: 2, evidence } },
    criteria: [{ id: 'own-part', met: true, evidence }, first.criteria[1]!],
    redFlags: [{ id: 'blames-others', severity: 'major', evidence }],
  });
  expect(differences(first, second)).toEqual([
    { what: 'Action', first: 'missing', second: 'clear', by: 'second', quote: 'I pulled sixty of them' },
    { what: 'own part', first: 'not shown', second: 'shown', by: 'second', quote: 'I pulled sixty of them' },
    {
      what: 'red flag blames others',
      first: 'not shown',
      second: 'shown',
      by: 'second',
      quote: 'I pulled sixty of them',
    },
  ]);
});

test('the same finding with another quote is no difference', () => {
  const met = (quote: string) =>
    made({ criteria: [{ id: 'own-part', met: true, evidence: [{ start: 0, end: 1, quote }] }] });
  expect(differences(met('one thing'), met('another'))).toEqual([]);
});

test('nothing is compared with what was not scored', () => {
  expect(differences(made({}), none)).toEqual([]);
});

test('formats without room for two get each by itself', () => {
  const [first, second] = [made({ score: 4 }), made({ score: 2 })];
  const graded = { assessment: first, answer: ANSWER, prompt: null };
  expect(apart({ ...graded, beside: second }).map((one) => [one.assessment.score, one.beside])).toEqual([
    [4, undefined],
    [2, undefined],
  ]);
  expect(apart(graded)).toEqual([graded]);
});

test('a grader is named with its model, and how far its readings are apart', () => {
  const samples = { count: 3, exact: [2.5, 3.75] as [number, number], differ: [] };
  expect(graderInWords(none)).toBe('llm (m)');
  expect(graderInWords({ ...none, grader: { ...none.grader, samples } })).toBe(
    'llm (m, 3 readings from 2.5 to 3.75)',
  );
  expect(graderInWords({ ...none, grader: { name: 'offline', version: '1', model: null } })).toBe('offline');
});
