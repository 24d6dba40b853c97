import { type Severity, STAR_PARTS, type StarPart } from '../pack/choices.ts';
import { LABELS, type Label, type Level, type Score } from './assessment.ts';
import { VERDICT, type VerdictNumbers } from './numbers.ts';

/** What a grader found, whichever grader: all that a score is made of. */
export interface Levels {
  /** How clear each part is, 0 to 2; a grader that knows only levels gives 0, 1 or 2. */
  star: Record<StarPart, number>;
  /** Weights of the STAR parts in the rubric. */
  starWeights: Record<StarPart, number>;
  criteria: { weight: number; level: Level }[];
  flags: { severity: Severity }[];
  /** `case`: a case, plan or view of the speaker's own; `none`: nothing of the kind; `off`: not an answer to this. */
  substance: 'case' | 'none' | 'off';
}

export interface Verdict {
  score: Score;
  /** Before rounding, two decimals. */
  exact: number;
  label: Label;
}

/**
 * Levels in, score out: the only place where a score is made. Weighted criteria and STAR parts give a place
 * between 1 and 5; red flags and missing substance then cap it. More of anything good never lowers it.
 *
 * @param numbers others than the shipped ones only while fitting them
 */
export function verdict(levels: Levels, numbers: VerdictNumbers = VERDICT): Verdict {
  const penalty = levels.flags.length > 0 ? numbers.flag : 0;
  const place = numbers.base + (5 - numbers.base) * earned(levels, numbers) - penalty;
  const exact = Math.round(Math.max(1, Math.min(ceiling(levels, numbers), place)) * 100) / 100;
  const score = Math.min(5, Math.max(1, Math.round(exact))) as Score;
  return { score, exact, label: LABELS[score] };
}

/** The share of what is enough of all weight, criteria and STAR parts alike, that is earned; 0 to 1. */
function earned({ criteria, star, starWeights }: Levels, numbers: VerdictNumbers): number {
  let sum = 0;
  let whole = 0;
  for (const { weight, level } of criteria) {
    whole += weight;
    sum += weight * (level === 2 ? 1 : level === 1 ? numbers.thin : 0);
  }
  for (const part of STAR_PARTS) {
    whole += numbers.star * starWeights[part];
    sum += (numbers.star * starWeights[part] * star[part]) / 2;
  }
  return whole === 0 ? 0 : Math.min(1, sum / (numbers.enough * whole));
}

function ceiling(levels: Levels, numbers: VerdictNumbers): number {
  let cap = 5;
  for (const { severity } of levels.flags) cap = Math.min(cap, numbers.cap[severity]);
  if (levels.substance === 'none') cap = Math.min(cap, numbers.capWithoutCase);
  if (levels.substance === 'off') cap = Math.min(cap, numbers.capOffQuestion);
  return cap;
}
