/**
 * Fits the thresholds of the STAR parts for the pack's questions (`pack` in src/grading/offline/star-numbers.ts) on the
 * written corpus. Of all pairs a tenth apart the one is printed that agrees best (QWK) with the raters' levels together
 * with its neighbours two tenths around, so that a lucky notch does not decide.
 *
 *   node --import tsx bench/fit-star.ts
 */
import { readAnswer } from '../src/grading/offline/read.ts';
import { STAR } from '../src/grading/offline/star-numbers.ts';
import { STAR_PARTS, type StarPart } from '../src/pack/choices.ts';
import { loadPack } from '../src/pack/load.ts';
import { quadraticKappaOf } from './kappa-of.ts';
import { readLabelled, WRITTEN } from './labelled.ts';

/** Tenths. */
const FROM = 20;
const TO = 90;
const AROUND = 2;

interface Row {
  /** Null where nothing in the answer shows the part. */
  sum: number | null;
  level: number;
}

const pack = await loadPack();
const read = readLabelled(WRITTEN).map(({ question: id, answer, star: levels }) => {
  const question = pack.questions.find((one) => one.id === id)!;
  return { levels, star: readAnswer({ question, rubric: pack.rubrics.get(id)!, answer }).star };
});

function rowsOf(part: StarPart): Row[] {
  return read.map(({ star, levels }) => ({
    sum: star[part].shown === null ? null : star[part].sum,
    level: levels[part],
  }));
}

function agreement(rows: readonly Row[], thin: number, clear: number): number {
  const level = (sum: number | null) => (sum === null || sum < thin ? 0 : sum < clear ? 1 : 2);
  return quadraticKappaOf(
    rows.map(({ sum, level: rated }) => [rated, level(sum)]),
    [0, 1, 2],
  );
}

function best(rows: readonly Row[]): [number, number] {
  const known = new Map<string, number>();
  const at = (thin: number, clear: number) => {
    const key = `${thin} ${clear}`;
    if (!known.has(key)) known.set(key, agreement(rows, thin / 10, clear / 10));
    return known.get(key)!;
  };
  let found: [number, number] = [FROM, TO];
  let most = -1;
  for (let thin = FROM; thin < TO; thin++) {
    for (let clear = thin + 2 * AROUND + 1; clear <= TO; clear++) {
      let sum = 0;
      for (let a = -AROUND; a <= AROUND; a++) {
        for (let b = -AROUND; b <= AROUND; b++) sum += at(thin + a, clear + b);
      }
      if (sum > most) [most, found] = [sum, [thin, clear]];
    }
  }
  return [found[0] / 10, found[1] / 10];
}

for (const part of STAR_PARTS) {
  const rows = rowsOf(part);
  const show = (pair: readonly [number, number]) =>
    `${pair.join(' and ')}, QWK ${agreement(rows, ...pair).toFixed(2)}`;
  console.log(`${part.padEnd(10)} shipped ${show(STAR[part].pack)}; best ${show(best(rows))}`);
}
