import type { Grader } from '../grading/assessment.ts';
import type { Question, Rubric, Sign } from '../pack/schema.ts';
import type { Path } from './source.ts';

/** To see what each sign finds by itself, whatever the others of its criterion find. */

export interface Placed {
  sign: Sign;
  path: Path;
  /** The id of the criterion or flag it belongs to. */
  of: string;
  kind: 'criteria' | 'red_flags';
}

export function signsOf(rubric: Rubric): Placed[] {
  return (['criteria', 'red_flags'] as const).flatMap((kind) =>
    rubric[kind].flatMap(({ id, signs }, i) =>
      signs.map((sign, k) => ({ sign, path: [kind, i, 'signs', k], of: id, kind })),
    ),
  );
}

/** A sign as it is, but not weak: found once, it is found. */
export function alone({ sign }: Placed): Sign {
  const { weak: _, ...rest } = typeof sign === 'string' ? { find: sign } : sign;
  return rest;
}

/** A rubric that has every sign as a criterion of its own, to see each alone. */
export function probeRubric(
  rubric: Rubric,
  signs: readonly Placed[],
  toSign: (placed: Placed) => Sign,
): Rubric {
  const pattern = rubric.criteria[0]!;
  return {
    ...rubric,
    criteria: signs.map((placed, i) => ({
      ...pattern,
      id: `sign-${i}`,
      statement: '-',
      signs: [toSign(placed)],
    })),
    red_flags: [],
    examples: [],
  };
}

/** Which signs, by number, are found in an answer. */
export async function hitsIn(
  probe: Rubric,
  question: Question | null,
  answer: string,
  grader: Grader,
): Promise<Set<number>> {
  const { criteria } = await grader({ question, rubric: probe, answer, ownExample: true });
  return new Set(criteria.flatMap(({ met }, i) => (met ? [i] : [])));
}
