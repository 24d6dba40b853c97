/** Where a record stands: its file and, where the format has lines, the line (1-based). */
export interface Where {
  file: string;
  line: number | null;
}

/** One answer out of a file, before it is graded. */
export interface AnswerRecord {
  /** The record's own id, else `<file>#<record number>`. */
  id: string;
  candidate: string | null;
  /** The question as given, by id or in its words; null when the record has none. */
  question: string | null;
  /** The question in words, for a record judged by the general rubric. */
  prompt: string | null;
  answer: string;
  /** A person's own mark, 1 to 5; any other value stays in `extra.mark`. */
  mark: number | null;
  /** The record's other fields, carried through. */
  extra: Record<string, unknown>;
  where: Where;
}

/** A record that could not be read; the run goes on without it. */
export interface BadRecord {
  id: string;
  message: string;
  where: Where;
}

export type AnyRecord = AnswerRecord | BadRecord;

export function isBad(record: AnyRecord): record is BadRecord {
  return 'message' in record;
}

/** `file:line`, or `file, record n` for formats without lines, as put before a message. */
export function place(record: { id: string; where: Where }): string {
  const { file, line } = record.where;
  if (line !== null) return `${file}:${line}`;
  const number = record.id.startsWith(`${file}#`) ? record.id.slice(file.length + 1) : null;
  return number === null ? `${file} (${record.id})` : `${file}, record ${number}`;
}
