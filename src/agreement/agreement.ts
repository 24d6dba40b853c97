import { bootstrapInterval } from './bootstrap.ts';
import { confusion, type Pair } from './confusion.ts';
import { quadraticKappa } from './kappa.ts';

/** How far two raters agree on a scale. Figures are null where they are not defined. */
export interface Agreement {
  pairs: number;
  /** Quadratic weighted kappa. */
  qwk: number | null;
  /** Its 95 % bootstrap interval. */
  interval: [low: number, high: number] | null;
  /** The share given the very same level. */
  exact: number | null;
  /** The share at most one level apart. */
  adjacent: number | null;
  /** How much higher the grader marks than the person, on average. */
  bias: number | null;
  /** Rows are the person's levels, columns the grader's. */
  confusion: number[][];
}

export const SCORES: readonly number[] = [1, 2, 3, 4, 5];

/**
 * All figures of agreement for pairs of levels. Exact and adjacent agreement and the mean difference are the
 * ones reported beside QWK for automated marking in D. Williamson, X. Xi and F. J. Breyer, "A framework for
 * evaluation and use of automated scoring", Educational Measurement: Issues and Practice 31 (2012).
 *
 * @param levels every level there is, in order, one apart
 * @throws RangeError when a pair holds something that is not a level
 */
export function agreement(pairs: readonly Pair[], levels: readonly number[] = SCORES): Agreement {
  const table = confusion(pairs, levels);
  return {
    pairs: pairs.length,
    qwk: quadraticKappa(table),
    interval: bootstrapInterval(pairs, (resample) => quadraticKappa(confusion(resample, levels))),
    exact: share(pairs, ([person, grader]) => person === grader),
    adjacent: share(pairs, ([person, grader]) => Math.abs(person - grader) <= 1),
    bias: bias(pairs),
    confusion: table,
  };
}

/** How much higher the grader marks than the person, on average; null without pairs. */
export function bias(pairs: readonly Pair[]): number | null {
  if (pairs.length === 0) return null;
  return pairs.reduce((sum, [person, grader]) => sum + grader - person, 0) / pairs.length;
}

function share(pairs: readonly Pair[], holds: (pair: Pair) => boolean): number | null {
  return pairs.length === 0 ? null : pairs.filter(holds).length / pairs.length;
}
