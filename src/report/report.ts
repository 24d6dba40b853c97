import type { Assessment, Score } from '../grading/assessment.ts';
import type { Rubrics } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';

/** An assessment beside what was asked and what was said. */
export interface Graded {
  assessment: Assessment;
  /** The answer as given; evidence counts into it. Empty for a record that could not be read. */
  answer: string;
  /** The question in words, where the record brought its own. */
  prompt: string | null;
  /** What a second grader makes of the same answer. */
  beside?: Assessment;
}

/** What reports know beside the answers. */
export interface ReportContext {
  questions: Question[];
  rubrics: Rubrics;
  /** An answer below this fails, in formats that know failing. */
  minScore: number | null;
  /** Columns to fit, for terminal output. */
  width: number;
}

/**
 * One format's writer. Formats that need no whole (JSON lines, CSV) return text as answers come and keep
 * nothing; the others keep the answers and write in `end`.
 */
export interface Report {
  /** @returns what can be written now, often '' */
  add(graded: Graded): string;
  /** @returns the rest, in pieces */
  end(): Iterable<string>;
  /**
   * For formats that keep nothing: once an answer was added, another report of the kind, opened with what `handOver`
   * returns (plain data), writes the next ones just as this one would; `skip` tells this one of their scores.
   */
  handOver?(): unknown;
  skip?(score: Score | null): void;
}

export interface ReportKind {
  /** @param after what another report handed over, to go on behind it */
  open(context: ReportContext, after?: unknown): Report;
  /** Keeps every answer in memory until the end. */
  holdsAll: boolean;
  /** Shows a second grader's result beside the first; the others get each by itself. */
  sideBySide?: true;
}
