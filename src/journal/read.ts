import { readFile, stat } from 'node:fs/promises';
import { FileError } from '../errors.ts';
import { journalFile } from './append.ts';
import { JOURNAL_VERSION, type JournalRecord, recordSchema } from './schema.ts';

/** A line that could not be read. It stays in the file as it is. */
export interface Damage {
  line: number;
  code: 'not-json' | 'newer-version' | 'unknown-record';
}

export interface Reading {
  file: string;
  records: JournalRecord[];
  damage: Damage[];
}

/**
 * Reads the journal in the folder `home`; a journal that does not exist yet is an empty one.
 *
 * @throws FileError when the file is there but cannot be read
 */
export async function readJournal(home: string): Promise<Reading> {
  const file = journalFile(home);
  let text: string;
  try {
    // A pipe would be waited on for ever.
    if (!(await stat(file)).isFile()) throw new Error('it is not a file');
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { file, records: [], damage: [] };
    throw new FileError(file, `the journal cannot be read (${message})`);
  }
  return { file, ...readLines(text) };
}

/** The records in a journal's text, and the lines that are none. */
export function readLines(text: string): Omit<Reading, 'file'> {
  const records: JournalRecord[] = [];
  const damage: Damage[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const read = readLine(line);
    if (typeof read === 'string') damage.push({ line: index + 1, code: read });
    else records.push(read);
  });
  return { records, damage };
}

function readLine(line: string): JournalRecord | Damage['code'] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not-json';
  }
  const record = recordSchema.safeParse(value);
  if (record.success) return record.data;
  const version = (value as { v?: unknown } | null)?.v;
  return typeof version === 'number' && version > JOURNAL_VERSION ? 'newer-version' : 'unknown-record';
}
