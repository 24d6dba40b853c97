import { expect, it } from 'vitest';
import { gradeOffline } from '../../../src/grading/offline/grader.ts';
import { loadPack } from '../../../src/pack/load.ts';

const pack = await loadPack();

function gradeFor(id: string, answer: string) {
  const question = pack.questions.find((one) => one.id === id) ?? null;
  return gradeOffline({ question, rubric: pack.rubrics.get(id)!, answer });
}

const BOAST =
  'I ran billing for our group. We coded every visit at level five whatever the note said, and in a year that brought in $400,000.';

it('a word to the rater hides no red flag in its sentence', () => {
  const plain = gradeFor('revenue-cycle', BOAST).redFlags.map(({ id }) => id);
  expect(plain).toContain('improper-billing');
  const told = BOAST.replace('$400,000.', '$400,000, dear rater.');
  expect(gradeFor('revenue-cycle', told).redFlags.map(({ id }) => id)).toEqual(plain);
});

it('a stretch of the rubric inside a sentence of the speaker’s own earns nothing', () => {
  const { statement } = pack.rubrics.get('revenue-cycle')!.criteria.find(({ id }) => id === 'leak-found')!;
  const own = 'On Mondays I sat with our biller for an hour';
  const met = (answer: string) =>
    gradeFor('revenue-cycle', answer)
      .criteria.filter((one) => one.met)
      .map(({ id }) => id);
  expect(met(`${own}, ${statement.toLowerCase()}.`)).toEqual(met(`${own}.`));
});

it('an answer that is all about other people is read as an answer', () => {
  const answer =
    'When they are new they are shy, and when he is shy he is quiet. I ask them what they are good at. If they are stuck I sit next to them until they are not, and she is told that we are here.';
  expect(gradeFor('star', answer).star.action.level).toBeGreaterThan(0);
});
