import type { Question, Rubric } from '../pack/schema.ts';
import { probe, signsOf } from './sign-probe.ts';
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
 *
 * @param of the id of the criterion or flag
 */
export function nearSign(question: Question | null, rubric: Rubric, of: string, answer: string): Near | null {
  const signs = signsOf(rubric);
  const own = [...signs.keys()].filter((i) => signs[i]!.of === of);
  const looked = probe(rubric, question, question, true);
  const [read] = looked.found(answer, own);
  if (read !== undefined) return { why: 'reading', path: signs[read]!.path };
  const apart = own.find((i) => looked.apart(answer, i));
  return apart === undefined ? null : { why: 'apart', path: signs[apart]!.path };
}
