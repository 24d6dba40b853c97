import { type Severity, STAR_PARTS, type StarPart } from '../pack/choices.ts';
import { LABELS, type Label, type Level, type Score } from './assessment.ts';
import { VERDICT } from './numbers.ts';

/** What a grader found, whichever grader: all that a score is made of. */
export interface Levels {
  star: Record<StarPart, Level>;
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
 */
export function verdict(levels: Levels): Verdict {
  const criteria = criteriaPart(levels);
  // A rubric without STAR (the candidate's own questions) rests on its criteria alone.
  const { star, whole } = starPart(levels);
  const credit = whole === 0 ? criteria * (5 - VERDICT.base) : criteria * VERDICT.criteria + star;
  const penalty = levels.flags.length > 0 ? VERDICT.flag : 0;
  const exact =
    Math.round(Math.max(1, Math.min(ceiling(levels), VERDICT.base + credit - penalty)) * 100) / 100;
  const score = Math.min(5, Math.max(1, Math.round(exact))) as Score;
  return { score, exact, label: LABELS[score] };
}

/** The share of the criteria's weight that is earned, 0 to 1. */
function criteriaPart({ criteria }: Levels): number {
  let earned = 0;
  let whole = 0;
  for (const { weight, level } of criteria) {
    whole += weight;
    earned += weight * (level === 2 ? 1 : level === 1 ? VERDICT.thin : 0);
  }
  return whole === 0 ? 0 : earned / whole;
}

function starPart({ star, starWeights }: Levels): { star: number; whole: number } {
  let earned = 0;
  let whole = 0;
  for (const part of STAR_PARTS) {
    whole += starWeights[part];
    earned += (VERDICT.star[part] * starWeights[part] * star[part]) / 2;
  }
  return { star: earned, whole };
}

function ceiling(levels: Levels): number {
  let cap = 5;
  for (const { severity } of levels.flags) cap = Math.min(cap, VERDICT.cap[severity]);
  if (levels.substance === 'none') cap = Math.min(cap, VERDICT.capWithoutCase);
  if (levels.substance === 'off') cap = Math.min(cap, VERDICT.capOffQuestion);
  return cap;
}
