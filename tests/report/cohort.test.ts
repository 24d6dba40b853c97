import { expect, test } from 'vitest';
import { cohortOf, columnOf, unanswered } from '../../src/report/cohort.ts';
import { context, graded, unread } from './made.ts';

const all = [
  graded({ candidate: 'Ana', question: 'compliance', score: 4, redFlags: [] }),
  graded({ candidate: 'Bo', question: 'compliance', score: 1 }),
  graded({ candidate: 'Ana', question: 'revenue-cycle', score: 2 }),
  graded({
    candidate: 'Bo',
    question: 'star',
    score: 5,
    redFlags: [{ id: 'gone', severity: 'severe', evidence: [] }],
  }),
  graded({ candidate: 'Cy', question: 'complianse', score: null, criteria: [], redFlags: [] }),
  unread(),
];

test('people in the order they came, questions in the order of the pack', () => {
  const { people, asked } = cohortOf(all, context);
  expect(people.map(({ name, graded, mean }) => [name, graded.length, mean])).toEqual([
    ['Ana', 2, 3],
    ['Bo', 2, 3],
    ['Cy', 1, null],
    [null, 1, null],
  ]);
  expect(asked.map(({ id }) => id)).toEqual(['revenue-cycle', 'compliance', 'star', null]);
  expect(all.map((one) => columnOf(one, asked)?.id)).toEqual([
    'compliance',
    'compliance',
    'revenue-cycle',
    'star',
    null,
    null,
  ]);
});

test('how scores are spread, what is missed and what worries', () => {
  const { spreads, missed, flagged } = cohortOf(all, context);
  expect(spreads.map(({ asked, counts }) => [asked.id, counts])).toEqual([
    ['revenue-cycle', [0, 1, 0, 0, 0]],
    ['compliance', [1, 0, 0, 1, 0]],
    ['star', [0, 0, 0, 0, 1]],
  ]);
  expect(missed[0]).toEqual({
    question: 'compliance',
    id: 'partnered',
    statement: 'Worked with others',
    missed: 2,
    of: 2,
  });
  expect(missed).toHaveLength(3);
  expect(flagged.map(({ id, severity, people }) => [id, severity, people])).toEqual([
    ['gone', 'severe', ['Bo']],
    ['not-my-job', 'major', ['Bo']],
    ['not-my-job', 'major', ['Ana']],
  ]);
});

test('what others answered and one person did not', () => {
  const { people, asked } = cohortOf(all, context);
  expect(people.map((person) => [person.name, unanswered(person, asked).map(({ id }) => id)])).toEqual([
    ['Ana', []],
    ['Bo', ['revenue-cycle']],
    ['Cy', ['revenue-cycle', 'compliance']],
    [null, []],
  ]);
});
