import type { Assessment, CriterionReading, FlagReading, Score } from '../grading/assessment.ts';
import { GENERAL } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';
import type { Attempt, RecordWith } from './history.ts';
import { byNeed, type Next } from './next.ts';
import type { JournalRecord } from './schema.ts';

/** A scored answer, as far as progress looks at it. */
export interface Scored {
  at: string;
  score: Score;
  exact: number;
  self: Score | null;
  words: number;
  seconds: number;
  text: string;
  criteria: Pick<CriterionReading, 'id' | 'met'>[];
  flags: string[];
}

export interface QuestionProgress {
  id: string;
  /** Oldest first. */
  answers: Scored[];
  /** The one with the highest score; of equal ones the latest. */
  best: Scored;
  /** Each criterion over all answers, oldest first. */
  criteria: { id: string; met: boolean[] }[];
}

export interface Progress {
  /** Scored answers. */
  answers: number;
  /** Days on which something was answered. */
  days: number;
  /** In the order of the pack, then the others; only those answered. */
  questions: QuestionProgress[];
  /** How one's own marks compare: the mean of mark less score, and how many agree to the point. */
  self: { marks: number; bias: number; exact: number } | null;
  /** What to practise first; null when the pack has no questions. */
  next: Next | null;
}

/** What progress looks at of an assessment. */
export interface Marks extends Pick<Assessment, 'score' | 'exact' | 'words'> {
  criteria: Pick<CriterionReading, 'id' | 'met'>[];
  redFlags: Pick<FlagReading, 'id'>[];
}

export type ScoredMarks = RecordWith<Marks> & { event: 'scored' };

/**
 * Records as far as progress looks at them. Quotes and advice are most of a journal, and holding on to those of years
 * takes longer than reading them.
 */
export function* withMarks(records: Iterable<JournalRecord | ScoredMarks>): Generator<RecordWith<Marks>> {
  for (const record of records) {
    if (record.event === 'scored' && 'v' in record)
      yield { event: 'scored', answer: record.answer, assessment: marksOf(record.assessment) };
    else yield record;
  }
}

function marksOf({ score, exact, words, criteria, redFlags }: Assessment): Marks {
  return {
    score,
    exact,
    words,
    criteria: criteria.map(({ id, met }) => ({ id, met })),
    redFlags: redFlags.map(({ id }) => ({ id })),
  };
}

/** What a journal says of how somebody is getting on. */
export function progressOf(attempts: Attempt<Marks>[], questions: Question[], now: Date): Progress {
  const byQuestion = scoredByQuestion(attempts);
  const order = [...questions.map(({ id }) => id).filter((id) => byQuestion.has(id))];
  const others = [...byQuestion.keys()].filter((id) => !order.includes(id));
  const all = [...byQuestion.values()].flat();
  return {
    answers: all.length,
    days: new Set(all.map(({ at }) => localDay(at))).size,
    questions: [...order, ...others].map((id) => questionProgress(id, byQuestion.get(id)!)),
    self: selfOf(all),
    next: byNeed(questions, byQuestion, now)[0] ?? null,
  };
}

/** The scored answers of each question, oldest first; questions of one's own together. */
export function scoredByQuestion(attempts: Attempt<Marks>[]): Map<string, Scored[]> {
  const found = new Map<string, Scored[]>();
  for (const { question, assessment, at, self, seconds, text } of attempts) {
    if (assessment?.score == null) continue;
    const { score, exact, words, criteria, redFlags } = assessment;
    const flags = redFlags.map(({ id }) => id);
    const one = { at, score, exact: exact ?? score, self, words, seconds, text, criteria, flags };
    const id = question ?? GENERAL;
    const list = found.get(id);
    if (list === undefined) found.set(id, [one]);
    else list.push(one);
  }
  return found;
}

function questionProgress(id: string, answers: Scored[]): QuestionProgress {
  const met = new Map<string, boolean[]>();
  answers.forEach(({ criteria }, index) => {
    for (const one of criteria) {
      const all = met.get(one.id) ?? answers.map(() => false);
      all[index] = one.met;
      met.set(one.id, all);
    }
  });
  return {
    id,
    answers,
    best: answers.reduce((best, one) => (one.exact >= best.exact ? one : best)),
    criteria: [...met].map(([criterion, all]) => ({ id: criterion, met: all })),
  };
}

function selfOf(answers: Scored[]): Progress['self'] {
  const rated = answers.flatMap(({ self, score }) => (self === null ? [] : [self - score]));
  if (rated.length === 0) return null;
  return {
    marks: rated.length,
    bias: rated.reduce((sum, one) => sum + one, 0) / rated.length,
    exact: rated.filter((one) => one === 0).length,
  };
}

/** When the day of a time began where the candidate is, as they would count evenings. */
function localDay(at: string): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
