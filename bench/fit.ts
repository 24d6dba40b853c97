/**
 * Fits the numbers of src/grading/numbers.ts that turn what was seen in an answer into a score, on the written
 * corpus.
 *
 *   node --import tsx bench/fit.ts             from what the offline grader sees
 *   node --import tsx bench/fit.ts --raters    from what the raters saw: what a perfect reader would reach
 *
 * Prints the numbers, and how well numbers fitted without a writer do on that writer, flags capping as they do
 * in verdict.ts. A criterion that is only hinted at does not count here, nor do the caps for want of substance.
 */
import { parseArgs } from 'node:util';
import { type Agreement, agreement } from '../src/agreement/agreement.ts';
import { VERDICT } from '../src/grading/numbers.ts';
import { STAR_PARTS } from '../src/pack/choices.ts';
import { nearestScore } from './baselines.ts';
import { gradeAll, type Judged } from './grade.ts';
import { readLabelled, WRITTEN } from './labelled.ts';
import { flagIds, metIds } from './measure.ts';
import { fitNonNegative, heldOut, type Row } from './nonnegative.ts';
import { SCORE_HEAD, scoreLine } from './print.ts';

const { values } = parseArgs({
  options: { raters: { type: 'boolean', default: false }, ridge: { type: 'string', default: '1' } },
});
const ridge = Number(values.ridge);

const metIn = (one: Judged) => (values.raters ? (one.labelled.met ?? []) : metIds(one));
const flagsIn = (one: Judged) => (values.raters ? (one.labelled.flags ?? []) : flagIds(one));

/** The same quantities that verdict.ts weighs; `clean` stands for what a flag would take away. */
function row(one: Judged): Row {
  const { labelled, assessment, rubric } = one;
  const met = metIn(one);
  const whole = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const earned = rubric.criteria.reduce((sum, { id, weight }) => sum + (met.includes(id) ? weight : 0), 0);
  const star = STAR_PARTS.map((part) => {
    const level = values.raters ? labelled.star[part] : assessment.star[part].level;
    return [part, (rubric.star[part].weight * level) / 2];
  });
  const features = {
    criteria: earned / whole,
    ...Object.fromEntries(star),
    clean: flagsIn(one).length === 0 ? 1 : 0,
  };
  return { features, target: labelled.score, by: labelled.by };
}

function capOf(one: Judged): number {
  const shown = flagsIn(one);
  const caps = one.rubric.red_flags.filter(({ id }) => shown.includes(id));
  return Math.min(5, ...caps.map(({ severity }) => VERDICT.cap[severity]));
}

function against(judged: readonly Judged[], marks: readonly number[]): Agreement {
  return agreement(
    judged.map((one, place) => {
      const capped = Math.min(capOf(one), marks[place] ?? 1);
      return [one.labelled.score, nearestScore(capped)];
    }),
  );
}

const judged = await gradeAll(readLabelled(WRITTEN), (message) => console.error(message));
const rows = judged.map(row);
const { base, weights } = fitNonNegative(rows, ridge);
const { criteria = 0, clean = 0, ...star } = weights;
const print = (number: number) => number.toFixed(2);
console.log(`base: ${print(base + clean)}`);
console.log(`criteria: ${print(criteria)}`);
console.log(`star: ${STAR_PARTS.map((part) => `${part} ${print(star[part] ?? 0)}`).join(', ')}`);
console.log(`flag: ${print(clean)}`);
console.log(`\n${SCORE_HEAD}`);
console.log(scoreLine('left-out writers', against(judged, heldOut(rows, ridge))));
