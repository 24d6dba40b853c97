import { FileError } from '../errors.ts';
import type { Reading } from './reading.ts';

/** What a table's header row says about its rows. */
export interface Columns {
  names: string[];
  /** The records in one row (1-based, the header not counted). */
  records: (cells: string[], row: number) => Record<string, string>[];
  /** Columns whose texts are as long as answers, yet stand under no question of the pack; so far. */
  unread: () => string[];
}

const KNOWN = ['id', 'candidate', 'question', 'prompt', 'answer', 'mark'];

/** What form exports call the column that says who answered, or the two that do together; likeliest first. */
const CANDIDATE_NAMES: RegExp[][] = [
  [/^(candidate|participant|applicant|student)( name)?$/],
  [/^(what is )?(your )?(full |first and last )?name$/],
  [/^(your )?(first|given) name$/, /^(your )?((last|family) name|surname)$/],
  [/^(your )?e-?mail( address)?$/],
  [/^user ?name$/],
];

/** This many characters are more than a form's other questions get for an answer. */
const LONG = 300;

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
  const who = names.includes('candidate') ? [] : candidateColumns(names, new Map());
  const records = (cells: string[]) => {
    const own = named(names, cells).filter((_, index) => !who.includes(index));
    return [{ ...Object.fromEntries(own), ...(who.length === 0 ? {} : { candidate: nameIn(cells, who) }) }];
  };
  return { names, records, unread: () => [] };
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
  const who = candidateColumns(names, asked);
  const unread = new Set<string>();
  const records = (cells: string[], row: number) => {
    const about = named(names, cells).filter((_, index) => !asked.has(index) && !who.includes(index));
    const own = Object.fromEntries(about);
    for (const [name, cell] of about) if (cell.length >= LONG) unread.add(name);
    const candidate = nameIn(cells, who) || own.id || `row ${row}`;
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
  return { names, records, unread: () => [...unread] };
}

function candidateColumns(names: string[], asked: Map<number, string>): number[] {
  const bare = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}-]+/gu, ' ')
      .trim(),
  );
  for (const patterns of CANDIDATE_NAMES) {
    const found = patterns.map((pattern) =>
      bare.findIndex((name, at) => pattern.test(name) && !asked.has(at)),
    );
    if (!found.includes(-1)) return found;
  }
  return [];
}

function nameIn(cells: string[], who: number[]): string {
  return who
    .map((index) => cells[index] ?? '')
    .join(' ')
    .trim();
}

function named(names: string[], cells: string[]): [string, string][] {
  return names.map((name, index) => [name, cells[index] ?? '']);
}
