import { expect, it } from 'vitest';
import { gradeOffline } from '../../../src/grading/offline/grader.ts';
import { BIT, bestClause, type Clause } from '../../../src/grading/offline/star-evidence.ts';
import { loadPack } from '../../../src/pack/load.ts';

const pack = await loadPack();
const question = pack.questions.find(({ id }) => id === 'business-problem')!;
const rubric = pack.rubrics.get('business-problem')!;

const ANSWER =
  'Last spring our infusion clinic was losing two chairs a day to patients who had not had their labs done. I sat with the nurses for a week and wrote down why each chair stood empty. In the end I asked the lab to draw them the day before. Empty chairs fell from nine a week to two by July.';

const shown = (part: 'situation' | 'result', answer = ANSWER) =>
  gradeOffline({ question, rubric, answer }).star[part].evidence.map(({ quote }) => quote);

it('shows where it begins as the situation and what came of it as the result', () => {
  expect(shown('situation')[0]).toMatch(/^Last spring our infusion clinic/);
  expect(shown('result')[0]).toMatch(/^Empty chairs fell from nine/);
});

it('of clauses alike shows the one that meets a criterion of which the rubric says that it shows the part', () => {
  const clause = (from: number, ...names: string[]): Clause => {
    const holds = names.reduce((bits, name) => bits | BIT.get(name)!, 0);
    return { from, to: from + 8, words: 8, particular: 1, position: 0.5, holds };
  };
  const [plain, met] = [clause(0, 'goal'), clause(9, 'goal', 'shows:task')];
  expect(bestClause('task', [plain, clause(9, 'goal')])).toBe(plain);
  expect(bestClause('task', [plain, met])).toBe(met);
  expect(bestClause('task', [clause(0, 'name'), clause(9, 'name')])).toBeNull();
});

it('takes a short opening together with what it opens', () => {
  const answer = ANSWER.replace('Last spring our', 'Last spring, our');
  expect(shown('situation', answer)[0]).toMatch(/^Last spring, our infusion clinic was losing/);
});

it('shows the last thing that is told as the result where no word of an ending is', () => {
  const answer =
    'A lady came into the shoe shop ten minutes before we closed. I was alone and I still had the floor to sweep. I brought her five pairs at once and told her when the till shuts off. She bought the red pair at 8:58.';
  const general = gradeOffline({ question: null, rubric: pack.rubrics.get('star')!, answer });
  expect(general.star.result.evidence[0]?.quote).toMatch(/^She bought the red pair/);
});

it('takes what should be done for steps of a plan', () => {
  const answer =
    'First, all the papers should be checked at the table. Then each wish should be labelled at the table. After that the two lists should be compared at the table. Before the visit each date should be recorded at the table.';
  expect(gradeOffline({ question: null, rubric: pack.rubrics.get('star')!, answer }).score).toBe(3);
});
