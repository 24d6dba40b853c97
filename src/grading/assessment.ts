import type { Question, Rubric, Severity, StarPart } from '../pack/schema.ts';

/** A stretch of the answer as typed: `answer.slice(start, end) === quote`, offsets in UTF-16 units. */
export interface Evidence {
  start: number;
  end: number;
  quote: string;
}

/** 0 absent, 1 thin, 2 clear. */
export type Level = 0 | 1 | 2;

export const UNSCORED_CODES = [
  'empty',
  'unknown-question',
  'too-long',
  'bad-record',
  'grader-failed',
] as const;
export type UnscoredCode = (typeof UNSCORED_CODES)[number];

export const LABELS = { 1: 'poor', 2: 'weak', 3: 'adequate', 4: 'strong', 5: 'outstanding' } as const;
export type Score = keyof typeof LABELS;
export type Label = (typeof LABELS)[Score];

export interface StarReading {
  level: Level;
  evidence: Evidence[];
}

export interface CriterionReading {
  id: string;
  met: boolean;
  evidence: Evidence[];
}

export interface FlagReading {
  id: string;
  severity: Severity;
  evidence: Evidence[];
}

export interface Advice {
  /** The id of the criterion or flag, or a STAR part, this is about. */
  about: string;
  text: string;
}

/** How far several readings of one answer agree; there only where more than one was asked for. */
export interface Samples {
  count: number;
  /** The lowest and the highest score before rounding that a single reading comes to. */
  exact: [number, number];
  /** The ids of the criteria, flags and STAR parts they differ on. */
  differ: string[];
}

/** The full result for one answer; the order of the fields is the order in JSON output. */
export interface Assessment {
  id: string;
  candidate: string | null;
  question: string | null;
  status: 'scored' | 'unscored';
  reason: { code: UnscoredCode; message: string } | null;
  score: Score | null;
  /** The score before rounding, two decimals. */
  exact: number | null;
  label: Label | null;
  star: Record<StarPart, StarReading>;
  criteria: CriterionReading[];
  redFlags: FlagReading[];
  advice: Advice[];
  followUp: string | null;
  words: number;
  answerHash: string;
  grader: { name: string; version: string; model: string | null; samples?: Samples };
  rubric: { version: number; hash: string } | null;
  /** A person's own mark, kept beside the grader's. */
  mark: number | null;
  /** The record's other fields. */
  extra: Record<string, unknown>;
}

/** What a grader is given. `question` is null for a question of one's own, judged by the general rubric. */
export interface GradeRequest {
  question: Question | null;
  rubric: Rubric;
  answer: string;
  /** The question as asked, where it is not the pack's. */
  prompt?: string;
  /** The answer is one of the rubric's own examples, being checked: then it is no copy. */
  ownExample?: true;
}

export type Grader = (request: GradeRequest, signal?: AbortSignal) => Promise<Assessment>;
