import type { Assessment } from '../grading/assessment.ts';

/** What is said of a set of answers as a whole. */
export interface Summary {
  answers: number;
  scored: number;
  unscored: number;
  /** Mean score of the scored, two decimals; null when there is none. */
  mean: number | null;
}

/** Counts answers as they come. */
export function tally(): { add: (assessment: Pick<Assessment, 'score'>) => void; summary: () => Summary } {
  let answers = 0;
  let scored = 0;
  let total = 0;
  return {
    add({ score }) {
      answers++;
      if (score === null) return;
      scored++;
      total += score;
    },
    summary: () => ({
      answers,
      scored,
      unscored: answers - scored,
      mean: scored === 0 ? null : Math.round((100 * total) / scored) / 100,
    }),
  };
}

/** The sentence that goes with every report for people. */
export const CAVEAT = 'A practice score is about one answer as typed. It is not a hiring decision.';

/** The summary in words, such as "8 answers, mean 3.25; 1 unscored". */
export function inWords({ answers, unscored, mean }: Summary): string {
  const parts = [`${answers} ${answers === 1 ? 'answer' : 'answers'}`];
  if (mean !== null) parts.push(`mean score ${mean.toFixed(2)}`);
  if (unscored > 0) parts.push(`${unscored} unscored`);
  return parts.join(', ');
}
