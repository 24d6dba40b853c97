import type { Reading } from './reading.ts';
import { type AnswerRecord, type AnyRecord, place, type Where } from './record.ts';

const OWN = new Set(['id', 'candidate', 'question', 'prompt', 'answer', 'mark']);

/** Where a record came from: its place, and its number in the file (1-based). */
export interface Origin extends Where {
  number: number;
}

/**
 * Makes a record of the fields found in a file.
 *
 * @param value what the file held in this place
 * @returns a BadRecord, with what is wrong, when it is not an object with a text as answer
 */
export function toRecord(
  value: unknown,
  origin: Origin,
  reading: Pick<Reading, 'question' | 'onNote'>,
): AnyRecord {
  const where = { file: origin.file, line: origin.line };
  const numbered = `${origin.file}#${origin.number}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: numbered, where, message: 'a record is an object with "question" and "answer"' };
  }
  const fields = new Map(Object.entries(value));
  const id = text(fields.get('id')) ?? numbered;
  const bad = (message: string) => ({ id, where, message });
  for (const name of ['id', 'candidate', 'question', 'prompt']) {
    if (!isPlain(fields.get(name))) return bad(`"${name}" should be a text`);
  }
  if ([...fields.values()].some((field) => isDeep(field))) return bad('a field is nested too deeply');
  const answer = fields.get('answer');
  if (answer === undefined) return bad('the record has no "answer"');
  if (answer !== null && typeof answer !== 'string') return bad('"answer" should be a text');

  const prompt = text(fields.get('prompt'));
  const record: AnswerRecord = {
    id,
    candidate: text(fields.get('candidate')),
    question: text(fields.get('question')) ?? (prompt === null ? reading.question : null),
    prompt,
    answer: answer ?? '',
    mark: toMark(fields.get('mark')),
    // fromEntries makes own properties, so a field called __proto__ is only a field.
    extra: Object.fromEntries([...fields].filter(([name]) => !OWN.has(name))),
    where,
  };
  const mark = fields.get('mark');
  if (record.mark === null && !isBlank(mark)) {
    record.extra.mark = mark;
    reading.onNote(
      `${place(record)}: the mark ${JSON.stringify(mark)} is not a number from 1 to 5; not used`,
    );
  }
  return record;
}

/** Nested deeper than this, or in a circle, as YAML can have it, a value cannot be written out again. */
const DEEPEST = 100;

function isDeep(value: unknown, room = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return room === 0 || Object.values(value).some((inner) => isDeep(inner, room - 1));
}

/** A person's mark: a number from 1 to 5, halves allowed, also when written as text. */
function toMark(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && number >= 1 && number <= 5 ? number : null;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function isPlain(value: unknown): boolean {
  return isBlank(value) || typeof value === 'string' || typeof value === 'number';
}

function text(value: unknown): string | null {
  return isBlank(value) || !isPlain(value) ? null : String(value).trim();
}
