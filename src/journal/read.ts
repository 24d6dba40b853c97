import { closeSync, openSync, readSync, statSync } from 'node:fs';
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

/** Bytes read at a time. */
const CHUNK = 256 * 1024;
const NEWLINE = 10;

/**
 * Reads the journal in the folder `home`; a journal that does not exist yet is an empty one.
 *
 * @throws FileError when the file is there but cannot be read
 */
export async function readJournal(home: string): Promise<Reading> {
  const damage: Damage[] = [];
  const records = [...recordsIn(home, damage)];
  return { file: journalFile(home), records, damage };
}

/**
 * The records of the journal in the folder `home`, one at a time: whoever keeps only part of each never holds
 * years of practice in memory.
 *
 * @param damage lines that could not be read are put here
 * @param glance is asked first about each line
 * @throws FileError when the file is there but cannot be read
 */
export function recordsIn<R extends object = never>(
  home: string,
  damage: Damage[],
  glance?: Glance<R>,
): Generator<JournalRecord | R> {
  return readLines(linesOf(journalFile(home)), damage, glance);
}

/** What is wanted of a line; null when only parsing it can tell. */
export type Glance<R> = (line: string) => R | null;

/** The records in a journal's lines; those that are none go to `damage`. */
export function* readLines<R extends object = never>(
  lines: Iterable<string>,
  damage: Damage[],
  glance: Glance<R> = () => null,
): Generator<JournalRecord | R> {
  let number = 0;
  for (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const read = glance(line) ?? readLine(line);
    if (typeof read === 'string') damage.push({ line: number, code: read });
    else yield read;
  }
}

function* linesOf(file: string): Generator<string> {
  let fd: number | null = null;
  try {
    // A pipe would be waited on for ever.
    if (!statSync(file).isFile()) throw new Error('it is not a file');
    fd = openSync(file, 'r');
    const chunk = Buffer.allocUnsafe(CHUNK);
    const held: Buffer[] = [];
    for (let size = readSync(fd, chunk); size > 0; size = readSync(fd, chunk)) {
      const bytes = chunk.subarray(0, size);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
        if (held.length === 0) yield bytes.toString('utf8', start, end);
        else yield Buffer.concat([...held.splice(0), bytes.subarray(start, end)]).toString('utf8');
        start = end + 1;
      }
      if (start < size) held.push(Buffer.from(bytes.subarray(start)));
    }
    yield Buffer.concat(held).toString('utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new FileError(file, `the journal cannot be read (${message})`);
  } finally {
    if (fd !== null) closeSync(fd);
  }
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
