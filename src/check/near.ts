import type { Grader } from '../grading/assessment.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import { hitsIn, type Placed, probeRubric, signsOf } from './sign-probe.ts';
import type { Path } from './source.ts';

/**
 * Why a sign whose words are all there does not count: they are denied, planned or not the speaker's own
 * (`reading`), or its parts stand in different sentences (`apart`).
 */
export interface Near {
  why: 'reading' | 'apart';
  /** The sign's place in the rubric. */
  path: Path;
}

/**
 * The sign of a criterion or flag that comes nearest to being found in an answer; null when none has all its words
 * there.
 */
export async function nearSign(
  question: Question | null,
  rubric: Rubric,
  of: string,
  answer: string,
  grader: Grader,
): Promise<Near | null> {
  const signs = signsOf(rubric).filter((placed) => placed.of === of);
  const anyhow = probeRubric(rubric, signs, (placed) => loosened(placed, textOf(placed)));
  const [read] = await hitsIn(anyhow, question, answer, grader);
  if (read !== undefined) return { why: 'reading', path: signs[read]!.path };
  for (const placed of signs) {
    const parts = textOf(placed).split(/\s\+\s/);
    if (parts.length < 2) continue;
    const each = parts.map((find) => ({ ...placed, sign: loosened(placed, find) }));
    const found = await hitsIn(
      probeRubric(rubric, each, ({ sign }) => sign),
      question,
      answer,
      grader,
    );
    if (found.size === parts.length) return { why: 'apart', path: placed.path };
  }
  return null;
}

function textOf({ sign }: Placed): string {
  return typeof sign === 'string' ? sign : sign.find;
}

/** Found whoever does it and however it is put; what rules it out still does. */
function loosened({ sign }: Placed, find: string) {
  const unless = typeof sign === 'string' ? undefined : sign.unless;
  return { find, as: 'anything' as const, ...(unless === undefined ? {} : { unless }) };
}
