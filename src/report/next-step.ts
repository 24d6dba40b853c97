import type { Assessment, Evidence, Score } from '../grading/assessment.ts';
import { type Levels, verdict } from '../grading/verdict.ts';
import { STAR_PARTS } from '../pack/choices.ts';
import type { Rubric } from '../pack/schema.ts';

/**
 * The score this answer would have with one more criterion met and nothing else changed.
 *
 * @returns null when that lifts it to no higher anchor, or when the score cannot be retraced from what an
 *   assessment says (it does not tell what was only hinted at)
 */
export function liftsTo(assessment: Assessment, rubric: Rubric, criterion: string): Score | null {
  const now = verdict(levelsOf(assessment, rubric, new Set()));
  const then = verdict(levelsOf(assessment, rubric, new Set([criterion])));
  if (now.score !== assessment.score) return null;
  return then.score > now.score ? then.score : null;
}

function levelsOf(assessment: Assessment, rubric: Rubric, added: Set<string>): Levels {
  const met = new Set(assessment.criteria.filter((one) => one.met).map((one) => one.id));
  const entries = <T>(value: (part: (typeof STAR_PARTS)[number]) => T) =>
    Object.fromEntries(STAR_PARTS.map((part) => [part, value(part)])) as Record<
      (typeof STAR_PARTS)[number],
      T
    >;
  return {
    star: entries((part) => assessment.star[part].level),
    starWeights: entries((part) => rubric.star[part].weight),
    criteria: rubric.criteria.map(({ id, weight }) => ({
      weight,
      level: met.has(id) || added.has(id) ? 2 : 0,
    })),
    flags: assessment.redFlags.map(({ severity }) => ({ severity })),
    substance: met.size + added.size === 0 ? 'none' : 'case',
  };
}

/**
 * Where in the answer a missing criterion belongs: rubrics list their criteria in the order of the story,
 * so it stands after what shows the one before it, else before what shows the one after it.
 */
export function placeOf(
  assessment: Assessment,
  criterion: string,
): { side: 'after' | 'before'; evidence: Evidence } | null {
  const at = assessment.criteria.findIndex((one) => one.id === criterion);
  if (at === -1) return null;
  const before = assessment.criteria.slice(0, at).findLast((one) => one.evidence.length > 0);
  if (before !== undefined)
    return { side: 'after', evidence: before.evidence.reduce((a, b) => (b.end > a.end ? b : a)) };
  const after = assessment.criteria.slice(at + 1).find((one) => one.evidence.length > 0);
  if (after === undefined) return null;
  return { side: 'before', evidence: after.evidence.reduce((a, b) => (b.start < a.start ? b : a)) };
}
