import type { Severity } from '../pack/choices.ts';

/** Every number the arithmetic of a score uses, each with where it comes from. */

/** Levels to score; see verdict.ts. */
export interface VerdictNumbers {
  base: number;
  star: number;
  thin: number;
  enough: number;
  flag: number;
  cap: Record<Severity, number>;
  capWithoutCase: number;
  capOffQuestion: number;
}

/**
 * The fitted ones agree with the raters within .002 of the best there are (bench/fit.ts); of those that do, they lean
 * most on criteria.
 */
export const VERDICT: VerdictNumbers = {
  /** What an answer with nothing to its credit starts from. Fitted on the written corpora. */
  base: 1.2,
  /** What one unit of a STAR part's weight is worth beside one of a criterion's. Fitted, as above. */
  star: 1.5,
  /** A criterion that is only hinted at counts as this much of one. Fitted, as above. */
  thin: 0.2,
  /** This share of all weight earns all there is: nobody tells everything. Fitted, as above. */
  enough: 0.98,
  /** What a red flag takes away before it caps. Fitted, as above. */
  flag: 0.6,
  /** The scale's rule: a minor flag caps at 3, a major or severe one at 2. */
  cap: { minor: 3, major: 2, severe: 2 },
  /** The scale's rule: no case, plan or view of one's own, 2; off the question or no text at all, 1. */
  capWithoutCase: 2,
  capOffQuestion: 1,
};
