import { expect, it } from 'vitest';
import { gradeOffline } from '../../../src/grading/offline/grader.ts';
import { loadPack } from '../../../src/pack/load.ts';

const pack = await loadPack();
const question = pack.questions.find(({ id }) => id === 'business-problem')!;
const rubric = pack.rubrics.get('business-problem')!;

const ANSWER =
  'Last spring our infusion clinic was losing two chairs a day to patients who had not had their labs done. I sat with the nurses for a week and wrote down why each chair stood empty. In the end I asked the lab to draw them the day before. Empty chairs fell from nine a week to two by July.';

const shown = (part: 'situation' | 'task' | 'action' | 'result', answer = ANSWER, of = rubric) =>
  gradeOffline({ question, rubric: of, answer }).star[part].evidence.map(({ quote }) => quote);

it('shows where it begins as the situation and what came of it as the result', () => {
  expect(shown('situation')[0]).toMatch(/^Last spring our infusion clinic/);
  expect(shown('result')[0]).toMatch(/^Empty chairs fell from nine/);
});

it('shows first what the rubric says shows a part', () => {
  const star = { ...rubric.star, task: { ...rubric.star.task, shown_by: ['measured-result'] } };
  expect(shown('task')[0]).not.toMatch(/^Empty chairs fell/);
  expect(shown('task', ANSWER, { ...rubric, star })[0]).toMatch(/^Empty chairs fell/);
});

it('takes a short opening together with what it opens', () => {
  const answer = ANSWER.replace('Last spring our', 'Last spring, our');
  expect(shown('situation', answer)[0]).toMatch(/^Last spring, our infusion clinic was losing/);
});
