/** One answer out of a file, before it is graded. */
export interface AnswerRecord {
  /** The record's own id, else `<file>#<record number>`. */
  id: string;
  candidate: string | null;
  /** The question's id as given; null when the record has none. */
  question: string | null;
  /** The question in words, for a record judged by the general rubric. */
  prompt: string | null;
  answer: string;
  /** A person's own mark, 1 to 5. */
  mark: number | null;
  /** The record's other fields, carried through. */
  extra: Record<string, unknown>;
  /** Where it stands: file and, where there are lines, the line (1-based). */
  where: { file: string; line: number | null };
}

/** A record that could not be read; the run goes on without it. */
export interface BadRecord {
  id: string;
  message: string;
  where: { file: string; line: number | null };
}
