import { type Agreement, agreement } from './agreement.ts';
import { confusion, type Pair } from './confusion.ts';
import { cohenKappa } from './kappa.ts';

/** An answer that a person and the grader both marked. */
export interface Marked {
  question: string;
  /** The person's mark, 1 to 5; a half is rounded up, since the grader gives whole marks. */
  mark: number;
  /** The grader's mark, 1 to 5. */
  score: number;
  /** What each said of every criterion; null when the person judged none. */
  criteria: { id: string; person: boolean; grader: boolean }[] | null;
}

/** How far a person and the grader agree on whether a criterion is met. Null where nothing can be claimed. */
export interface CriterionAgreement {
  pairs: number;
  /** Cohen's kappa. */
  kappa: number | null;
  exact: number | null;
  both: number;
  personOnly: number;
  graderOnly: number;
}

/** The fields, and their order, of `agree --format json`. */
export interface MarksAgreement extends Agreement {
  questions: Record<string, Agreement>;
  /** By id; questions that share a criterion's id are taken together. */
  criteria: Record<string, CriterionAgreement>;
}

/** Below this many pairs nothing is claimed: the interval would span most of the scale. */
export const FEWEST_PAIRS = 20;

/** Below this many pairs the figures are shown with a warning. */
export const ENOUGH_PAIRS = 100;

/** How far the grader agrees with a person's marks, over all answers, per question and per criterion. */
export function marksAgreement(marked: readonly Marked[]): MarksAgreement {
  const judged = marked.flatMap(({ criteria }) => criteria ?? []);
  return {
    ...claimed(marked),
    questions: Object.fromEntries(
      grouped(marked, ({ question }) => question).map(([id, part]) => [id, claimed(part)]),
    ),
    criteria: Object.fromEntries(
      grouped(judged, ({ id }) => id).map(([id, part]) => [id, criterionAgreement(part)]),
    ),
  };
}

function claimed(marked: readonly Marked[]): Agreement {
  const figures = agreement(marked.map(({ mark, score }): Pair => [Math.round(mark), score]));
  if (marked.length >= FEWEST_PAIRS) return figures;
  return { ...figures, qwk: null, interval: null, exact: null, adjacent: null, bias: null };
}

function criterionAgreement(judged: readonly { person: boolean; grader: boolean }[]): CriterionAgreement {
  const pairs = judged.map(({ person, grader }): Pair => [Number(person), Number(grader)]);
  const table = confusion(pairs, [0, 1]);
  const count = (person: number, grader: number) => table[person]?.[grader] ?? 0;
  const enough = judged.length >= FEWEST_PAIRS;
  return {
    pairs: judged.length,
    kappa: enough ? cohenKappa(table) : null,
    exact: enough ? (count(0, 0) + count(1, 1)) / judged.length : null,
    both: count(1, 1),
    personOnly: count(1, 0),
    graderOnly: count(0, 1),
  };
}

/** Parts of a list that share a key, in order of first appearance. A Map, as keys come from files. */
function grouped<T>(list: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups];
}
