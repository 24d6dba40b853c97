import { FileError } from '../errors.ts';
import type { Reading } from './reading.ts';

/** What a table's header row says about its rows. */
export interface Columns {
  names: string[];
  /** The records in one row (1-based, the header not counted). */
  records: (cells: string[], row: number) => Record<string, string>[];
}

const KNOWN = ['id', 'candidate', 'question', 'prompt', 'answer', 'mark'];

/** What form exports call the column that says who answered, likeliest first. */
const CANDIDATE_NAMES = ['candidate', 'name', 'full name', 'your name', 'email', 'email address', 'username'];

/**
 * Reads a header row: one answer a row (an `answer` column), else one candidate a row (columns that are
 * a question's id, title or wording).
 *
 * @throws FileError when it is neither, or a needed column is there twice
 */
export function columnsOf(header: string[], file: string, reading: Reading): Columns {
  const names = header.map((name) => {
    const known = name.trim().toLowerCase();
    return KNOWN.includes(known) ? known : name.trim();
  });
  const twice = KNOWN.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) throw new FileError(file, `two columns are called "${twice}"`);
  return names.includes('answer') ? tall(names, file, reading) : wide(names, file, reading);
}

function tall(names: string[], file: string, reading: Reading): Columns {
  if (!names.includes('question') && !names.includes('prompt') && reading.question === null) {
    throw new FileError(file, 'no "question" column; add one, or give the question with --question');
  }
  return { names, records: (cells) => [Object.fromEntries(named(names, cells))] };
}

function wide(names: string[], file: string, reading: Reading): Columns {
  const asked = new Map<number, string>();
  names.forEach((name, index) => {
    const id = KNOWN.includes(name) ? null : reading.findQuestion(name);
    if (id !== null) asked.set(index, id);
  });
  if (asked.size === 0) {
    throw new FileError(
      file,
      'no "answer" column, and no column named after a question; `greenroom questions` lists their ids and wordings',
    );
  }
  const who = candidateColumn(names, asked);
  const records = (cells: string[], row: number) => {
    const about = named(names, cells).filter((_, index) => !asked.has(index) && index !== who);
    const own = Object.fromEntries(about);
    const candidate = (who === -1 ? '' : (cells[who] ?? '')) || own.id || `row ${row}`;
    return [...asked]
      .filter(([index]) => (cells[index] ?? '').trim() !== '')
      .map(([index, question]) => ({
        ...own,
        ...(own.id ? { id: `${own.id}/${question}` } : {}),
        candidate,
        question,
        answer: cells[index]!,
      }));
  };
  return { names, records };
}

function candidateColumn(names: string[], asked: Map<number, string>): number {
  const lower = names.map((name) => name.toLowerCase());
  for (const name of CANDIDATE_NAMES) {
    const index = lower.indexOf(name);
    if (index !== -1 && !asked.has(index)) return index;
  }
  return -1;
}

function named(names: string[], cells: string[]): [string, string][] {
  return names.map((name, index) => [name, cells[index] ?? '']);
}
