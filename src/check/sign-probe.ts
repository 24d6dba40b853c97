import { accepts } from '../grading/offline/accepts.ts';
import type { CompiledSign } from '../grading/offline/compiled.ts';
import { findSign, type Ground } from '../grading/offline/find.ts';
import { compiledRubric } from '../grading/offline/prepared.ts';
import { groundIn } from '../grading/offline/read.ts';
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

/** Signs by their numbers in the order of `signsOf`. */
export interface Probe {
  /** Which are found in a text; of these only, where some are named. */
  found(text: string, which?: readonly number[]): number[];
  /** Whether each part of a sign is found in a text, in whichever sentence. */
  apart(text: string, which: number): boolean;
}

/**
 * Looks for signs as they are written, or `loosely`: whoever does it and however it is put, which leaves the words
 * and what rules them out.
 *
 * @param rubric one without errors
 * @param question the one it judges
 * @param answering the question the texts answer: to repeat it earns nothing
 */
export function probe(
  rubric: Rubric,
  question: Question | null,
  answering: Question | null,
  loosely: boolean,
): Probe {
  // The same as for grading, so that a rubric is made ready for matching once.
  const compiled = compiledRubric(rubric, question);
  const ready = [...compiled.criteria.flat(), ...compiled.flags.flat()];
  const signs = signsOf(rubric).map(({ sign }, i): CompiledSign => {
    if (loosely) return { ...ready[i]!, by: 'anyone', as: 'anything' };
    return { ...ready[i]!, as: (typeof sign === 'string' ? undefined : sign.as) ?? accepts(answering) };
  });
  const all = [...signs.keys()];
  const blank = withoutRules(rubric, answering);
  const groundOf = (answer: string) =>
    groundIn({ question: answering, rubric: blank, answer }, compiled).ground;
  const isFound = (sign: CompiledSign, ground: Ground) => findSign(sign, ground).length > 0;
  return {
    found(text, which = all) {
      const ground = groundOf(text);
      return which.filter((i) => isFound(signs[i]!, ground));
    },
    apart(text, which) {
      const ground = groundOf(text);
      const sign = signs[which]!;
      return sign.terms.every((term) => isFound({ ...sign, terms: [term] }, ground));
    },
  };
}

const blanks = new WeakMap<Rubric, Map<Question | null, Rubric>>();

/**
 * What of a rubric's own words counts as pasted when a sign is looked for by itself: not what its signs stand for.
 * One for each question answered, since what counts as pasted is remembered by rubric.
 */
function withoutRules(rubric: Rubric, answering: Question | null): Rubric {
  const known = blanks.get(rubric) ?? new Map<Question | null, Rubric>();
  blanks.set(rubric, known);
  let blank = known.get(answering);
  if (blank === undefined) {
    const pattern = rubric.criteria[0]!;
    blank = { ...rubric, criteria: [{ ...pattern, statement: '-' }], red_flags: [], examples: [] };
    known.set(answering, blank);
  }
  return blank;
}
