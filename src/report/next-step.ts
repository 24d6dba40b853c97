import type { Assessment, Evidence, Score } from '../grading/assessment.ts';
import { type Levels, type Verdict, verdict } from '../grading/verdict.ts';
import { perPart } from '../pack/choices.ts';
import type { Rubric } from '../pack/schema.ts';

/**
 * A criterion may have been hinted at already, which an assessment does not tell; then it adds less when it is
 * met. A promise counts on this part of what it is worth.
 */
const CERTAIN = 0.65;

/**
 * The score this answer would have with one more criterion met and nothing else changed.
 *
 * @returns null when that lifts it to no higher anchor, or when the score cannot be retraced from what an
 *   assessment says
 */
export function liftsTo(assessment: Assessment, rubric: Rubric, criterion: string): Score | null {
  const { score, exact } = assessment;
  const now = retraced(assessment, rubric);
  if (score === null || exact === null || now.score !== score) return null;
  const gain = retraced(assessment, rubric, { added: criterion }).exact - now.exact;
  const then = Math.round(exact + gain * CERTAIN) as Score;
  return then > score ? then : null;
}

/** Whether red flags keep the score of this answer below what it shows. */
export function heldDown(assessment: Assessment, rubric: Rubric): boolean {
  if (assessment.score === null || assessment.redFlags.length === 0) return false;
  return retraced(assessment, rubric, { flags: [] }).score > assessment.score;
}

/** The verdict on what an assessment says, or on that with something changed. */
function retraced(
  { star, criteria, redFlags }: Assessment,
  rubric: Rubric,
  { added = '', flags = redFlags }: { added?: string; flags?: Levels['flags'] } = {},
): Verdict {
  const met = new Set([...criteria.filter((one) => one.met).map((one) => one.id), added].filter(Boolean));
  return verdict({
    star: perPart((part) => star[part].level),
    starWeights: perPart((part) => rubric.star[part].weight),
    criteria: rubric.criteria.map(({ id, weight }) => ({ weight, level: met.has(id) ? 2 : 0 })),
    flags,
    substance: met.size === 0 ? 'none' : 'case',
  });
}

export type Place = { at: 'beginning' | 'end' } | { at: 'after' | 'before'; evidence: Evidence };

/**
 * Where in the answer a missing criterion belongs: rubrics list their criteria in the order of the story, so
 * the first opens it, the last ends it, and any other stands after what shows the one before it, else before
 * what shows the one after it.
 *
 * @returns null where the answer shows nothing to go by
 */
export function placeOf({ criteria }: Assessment, criterion: string): Place | null {
  const at = criteria.findIndex((one) => one.id === criterion);
  if (at === -1 || criteria.every((one) => one.evidence.length === 0)) return null;
  if (at === 0) return { at: 'beginning' };
  if (at === criteria.length - 1) return { at: 'end' };
  const before = criteria.slice(0, at).findLast((one) => one.evidence.length > 0);
  const after = criteria.slice(at + 1).find((one) => one.evidence.length > 0);
  if (before !== undefined) {
    // A criterion may be shown once more at the very end; what comes after it in the story must still come after.
    const next = Math.min(...(after?.evidence ?? []).map(({ start }) => start));
    const earlier = before.evidence.filter(({ start }) => start < next);
    const [first, ...others] = earlier.length > 0 ? earlier : before.evidence;
    return { at: 'after', evidence: others.reduce((a, b) => (b.end > a.end ? b : a), first!) };
  }
  if (after === undefined) return null;
  return { at: 'before', evidence: after.evidence.reduce((a, b) => (b.start < a.start ? b : a)) };
}
