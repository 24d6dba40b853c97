import { type Agreement, agreement } from '../src/agreement/agreement.ts';
import { confusion, type Pair } from '../src/agreement/confusion.ts';
import { type Detection, setDetection } from '../src/agreement/detection.ts';
import { quadraticKappa } from '../src/agreement/kappa.ts';
import type { Assessment } from '../src/grading/assessment.ts';
import { STAR_PARTS, type StarPart } from '../src/pack/choices.ts';
import { type Labelled, ofMiddlingLength } from './labelled.ts';

/** An answer, what raters said of it, and what the grader says. */
export interface Graded {
  labelled: Labelled;
  assessment: Assessment;
}

/** Everything measured on one set of answers. */
export interface Figures {
  answers: number;
  unscored: number;
  score: Agreement;
  /** The answers of 60 to 160 words, where length tells little. */
  matched: Agreement;
  questions: Record<string, Agreement>;
  writers: Record<string, Agreement>;
  /** By what kind of answer the raters took it for, where they said. */
  types: Record<string, Agreement>;
  /** QWK of the levels 0-2. */
  star: Record<StarPart, number | null> & { mean: number | null };
  /** Null where the raters did not judge them. Keys are `question/id`. */
  criteria: Found | null;
  flags: Found | null;
  /** Ids of answers raters gave 4 or 5 on which the grader shows a flag. */
  flaggedStrong: string[];
}

export interface Found {
  overall: Detection;
  questions: Record<string, Detection>;
  each: Record<string, Detection>;
}

/** Measures the grader on graded answers; what it left unscored is counted and otherwise left out. */
export function measure(all: readonly Graded[]): Figures {
  const graded = all.filter(({ assessment }) => assessment.score !== null);
  return {
    answers: all.length,
    unscored: all.length - graded.length,
    score: scores(graded),
    matched: scores(graded.filter(({ labelled }) => ofMiddlingLength(labelled))),
    questions: byGroup(graded, ({ labelled }) => labelled.question, scores),
    writers: byGroup(graded, ({ labelled }) => labelled.by, scores),
    types: byGroup(
      graded.filter(({ labelled }) => labelled.type !== null),
      ({ labelled }) => labelled.type ?? '',
      scores,
    ),
    star: starLevels(graded),
    criteria: found(graded, (one) => one.labelled.met, metIds),
    flags: found(graded, (one) => one.labelled.flags, flagIds),
    flaggedStrong: graded
      .filter(({ labelled, assessment }) => labelled.score >= 4 && assessment.redFlags.length > 0)
      .map(({ labelled }) => labelled.id),
  };
}

/** The ids of the criteria the grader finds met. */
export const metIds = ({ assessment }: Graded): string[] =>
  assessment.criteria.filter((criterion) => criterion.met).map((criterion) => criterion.id);

/** The ids of the red flags the grader shows. */
export const flagIds = ({ assessment }: Graded): string[] => assessment.redFlags.map((flag) => flag.id);

function scores(graded: readonly Graded[]): Agreement {
  return agreement(graded.map(({ labelled, assessment }): Pair => [labelled.score, assessment.score ?? 0]));
}

function starLevels(graded: readonly Graded[]): Figures['star'] {
  const one = (part: StarPart) =>
    quadraticKappa(
      confusion(
        graded.map(({ labelled, assessment }): Pair => [labelled.star[part], assessment.star[part].level]),
        [0, 1, 2],
      ),
    );
  const each = Object.fromEntries(STAR_PARTS.map((part) => [part, one(part)])) as Record<
    StarPart,
    number | null
  >;
  const known = STAR_PARTS.map((part) => each[part]).filter((value) => value !== null);
  const mean = known.length === STAR_PARTS.length ? known.reduce((a, b) => a + b, 0) / known.length : null;
  return { ...each, mean };
}

/** Compares sets of ids: over all answers, per question, and per id within its question. */
function found(
  graded: readonly Graded[],
  thereIn: (one: Graded) => string[] | null,
  foundIn: (one: Graded) => string[],
): Found | null {
  const sets = graded.flatMap((one) => {
    const there = thereIn(one);
    return there === null ? [] : [{ question: one.labelled.question, there, found: foundIn(one) }];
  });
  if (sets.length === 0) return null;
  const single = sets.flatMap(({ question, there, found: seen }) =>
    [...new Set([...there, ...seen])].map((id) => ({
      key: `${question}/${id}`,
      there: there.filter((other) => other === id),
      found: seen.filter((other) => other === id),
    })),
  );
  return {
    overall: setDetection(sets),
    questions: byGroup(sets, (set) => set.question, setDetection),
    each: byGroup(single, (set) => set.key, setDetection),
  };
}

/** Splits a list by a key, in order of the keys, and measures each part. */
function byGroup<T, R>(list: readonly T[], key: (one: T) => string, of: (part: T[]) => R): Record<string, R> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  const inOrder = [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return Object.fromEntries(inOrder.map(([name, part]) => [name, of(part)]));
}
