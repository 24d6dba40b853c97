import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FileError } from '../errors.ts';
import type { Entry } from './schema.ts';

export interface Journal {
  /** The file the records go to. */
  file: string;
  session: string;
  /** Puts one record on the disk; it is safe there when this returns. Throws FileError. */
  append(entry: Entry): void;
  close(): void;
}

/** Where the journal is, in greenroom's folder. */
export function journalFile(home: string): string {
  return join(home, 'journal.jsonl');
}

/**
 * Opens the journal in the folder `home` for one session, making both if they are not there. What people
 * write about their work is theirs alone: folder and file are closed to other users.
 *
 * @param clock the time of a record
 * @throws FileError when the folder cannot be written to
 */
export function openJournal(home: string, session: string, clock: () => Date = () => new Date()): Journal {
  const file = journalFile(home);
  const fd = told(file, () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return openSync(file, 'a+', 0o600);
  });
  return {
    file,
    session,
    append(entry) {
      const record = { v: 1, at: clock().toISOString(), session, ...entry };
      told(file, () => {
        // One write per line, so that two sessions at once cannot mix theirs. A line that a crash or a full
        // disk left unfinished, here or in another session, is ended first, or it would swallow this one.
        const bytes = Buffer.from(`${endsTorn(fd) ? '\n' : ''}${JSON.stringify(record)}\n`);
        const written = writeSync(fd, bytes);
        if (written < bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
        fsyncSync(fd);
      });
    },
    close() {
      try {
        closeSync(fd);
      } catch {
        // Every record is on the disk already.
      }
    },
  };
}

function endsTorn(fd: number): boolean {
  const stat = fstatSync(fd);
  if (!stat.isFile() || stat.size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(fd, last, 0, 1, stat.size - 1);
  return last[0] !== 0x0a;
}

/** Turns the disk's refusals into sentences. */
function told<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new FileError(file, `cannot keep the journal here: ${refusal(error)}`);
  }
}

function refusal(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'the disk is full. Make room, or set GREENROOM_HOME to a folder on another disk';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it may not be written to. Set GREENROOM_HOME to a folder of yours';
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return 'something else of that name is in the way. Set GREENROOM_HOME to another folder';
    default:
      return `${(error as Error).message}. Set GREENROOM_HOME to another folder`;
  }
}
