/**
 * Fits the numbers that turn levels into a score (src/grading/numbers.ts) on the written corpora: every combination of
 * a small grid is tried, and the one that agrees best (QWK) is printed, with how numbers chosen without a writer do on
 * that writer. Each corpus counts the same: on the first alone, with which the signs were written, criteria are found
 * so well that they would be trusted more than they deserve on words nobody has listed.
 *
 *   node --import tsx bench/fit.ts
 */

import { VERDICT, type VerdictNumbers } from '../src/grading/numbers.ts';
import { levelsOf } from '../src/grading/offline/grader.ts';
import { readAnswer } from '../src/grading/offline/read.ts';
import { type Levels, verdict } from '../src/grading/verdict.ts';
import { loadPack } from '../src/pack/load.ts';
import { quadraticKappaOf } from './kappa-of.ts';
import { readLabelled, WRITTEN } from './labelled.ts';

const CORPORA = [WRITTEN, new URL('second.jsonl', WRITTEN), new URL('fresh.jsonl', WRITTEN)];

const GRID: VerdictNumbers[] = [];
for (const base of [1, 1.1, 1.2, 1.3]) {
  for (const star of [1, 1.5, 2, 2.5, 3]) {
    for (const thin of [0.2, 0.35, 0.5]) {
      for (const flag of [0.15, 0.3, 0.45, 0.6]) {
        for (const enough of [0.92, 0.95, 0.98, 1]) GRID.push({ ...VERDICT, base, star, thin, flag, enough });
      }
    }
  }
}

interface Row {
  /** Which of the corpora it is of. */
  corpus: number;
  levels: Levels;
  by: string;
  score: number;
}

const pack = await loadPack();
const rows: Row[] = CORPORA.flatMap((file, corpus) =>
  readLabelled(file).map(({ question: id, answer, by, score }) => {
    const question = pack.questions.find((one) => one.id === id)!;
    const request = { question, rubric: pack.rubrics.get(id)!, answer };
    return { corpus, levels: levelsOf(request, readAnswer(request)), by, score };
  }),
);
const writers = [...new Set(rows.map(({ by }) => by))];

const agreement = (some: readonly Row[], numbers: VerdictNumbers) =>
  quadraticKappaOf(some.map(({ levels, score }) => [score, verdict(levels, numbers).score]));
/** The mean of the agreement on each corpus. */
const agreements = (some: readonly Row[], numbers: VerdictNumbers) => {
  const each = CORPORA.map((_, corpus) =>
    agreement(
      some.filter((row) => row.corpus === corpus),
      numbers,
    ),
  );
  return each.reduce((a, b) => a + b, 0) / each.length;
};
const best = (some: readonly Row[]) =>
  GRID.map((numbers) => ({ numbers, mean: agreements(some, numbers) })).reduce((a, b) =>
    b.mean > a.mean ? b : a,
  ).numbers;
const show = ({ base, star, thin, flag, enough }: VerdictNumbers) =>
  `base ${base}  star ${star}  thin ${thin}  flag ${flag}  enough ${enough}`;

console.log(`shipped       ${show(VERDICT)}  mean QWK ${agreements(rows, VERDICT).toFixed(3)}`);
const all = best(rows);
console.log(`best on all   ${show(all)}  mean QWK ${agreements(rows, all).toFixed(3)}`);

const held: [number, number][] = [];
for (const writer of writers) {
  const numbers = best(rows.filter(({ by }) => by !== writer));
  const own = rows.filter(({ by }) => by === writer);
  held.push(...own.map(({ levels, score }): [number, number] => [score, verdict(levels, numbers).score]));
  console.log(
    `without ${writer.padEnd(6)}${show(numbers)}  QWK on ${writer} ${agreement(own, numbers).toFixed(3)}`,
  );
}
console.log(`left-out writers together: QWK ${quadraticKappaOf(held).toFixed(3)}`);
