/**
 * Fits the weights that turn what was seen in an answer into a mark, on the written corpus.
 *
 *   node --import tsx bench/fit.ts             from what the offline grader sees
 *   node --import tsx bench/fit.ts --raters    from what the raters saw: what a perfect reader would reach
 *
 * Prints the weights and how well they do on writers they were not fitted to. Answers with a red flag are left
 * out of the fit: their mark is the cap's doing.
 */
import { parseArgs } from 'node:util';
import { agreement } from '../src/agreement/agreement.ts';
import { nearestScore } from './baselines.ts';
import { gradeAll } from './grade.ts';
import { PARTS, readLabelled, WRITTEN } from './labelled.ts';
import { flagIds, type Graded, metIds } from './measure.ts';
import { fitNonNegative, heldOut, type Row } from './nonnegative.ts';
import { SCORE_HEAD, scoreLine } from './print.ts';

const { values } = parseArgs({
  options: { raters: { type: 'boolean', default: false }, ridge: { type: 'string', default: '1' } },
});
const ridge = Number(values.ridge);

function row(one: Graded): Row {
  const { labelled, assessment } = one;
  const level = (part: (typeof PARTS)[number]) =>
    values.raters ? labelled.star[part] : assessment.star[part].level;
  const met = values.raters ? (labelled.met ?? []) : metIds(one);
  const features = {
    criteria: assessment.criteria.length === 0 ? 0 : met.length / assessment.criteria.length,
    ...Object.fromEntries(PARTS.map((part) => [part, level(part)])),
  };
  return { features, target: labelled.score, by: labelled.by };
}

const graded = await gradeAll(readLabelled(WRITTEN), (message) => console.error(`not graded: ${message}`));
const rows = graded
  .filter((one) => one.assessment.score !== null)
  .filter((one) => (values.raters ? (one.labelled.flags ?? []) : flagIds(one)).length === 0)
  .map(row);
if (rows.length === 0) {
  console.error('nothing was scored, so there is nothing to fit');
  process.exitCode = 2;
} else {
  const { base, weights } = fitNonNegative(rows, ridge);
  console.log(`base ${base.toFixed(3)}`);
  for (const [name, weight] of Object.entries(weights)) console.log(`${name} ${weight.toFixed(3)}`);
  const marks = heldOut(rows, ridge).map(nearestScore);
  console.log(`\n${SCORE_HEAD}`);
  console.log(
    scoreLine('left-out writers', agreement(rows.map(({ target }, place) => [target, marks[place] ?? 1]))),
  );
}
