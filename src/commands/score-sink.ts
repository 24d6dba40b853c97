import { once } from 'node:events';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { FileError } from '../errors.ts';
import { removeSoftly, temporaryBeside } from './temporary.ts';

/** Where a report's text goes. */
export interface Sink {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  /** Makes it final. */
  end(): Promise<void>;
  /** Leaves things as they were before; may be called at any time, also after `end`. */
  discard(): void;
}

/** Small writes are gathered up to this many characters: one system call an answer would halve the rate. */
const BATCH = 64 * 1024;

/** Standard output, in batches, waiting when the reader is slower than we are. */
export function stdoutSink(): Sink {
  let held = '';
  let due: NodeJS.Immediate | null = null;
  const flush = () => {
    due = null;
    const text = held;
    held = '';
    return text === '' || process.stdout.write(text);
  };
  return {
    async write(text) {
      held += text;
      // Whatever is held leaves as soon as we wait for input, so that a slow pipe gets each answer at once.
      if (held.length < BATCH) due ??= setImmediate(flush);
      else if (!flush()) await once(process.stdout, 'drain');
    },
    async end() {
      if (due !== null) clearImmediate(due);
      flush();
    },
    discard() {},
  };
}

/**
 * A file that is there whole or, if anything fails, as it was: the text goes to a temporary file beside
 * it, which takes its name at the end. A pipe or device is written to directly.
 *
 * @throws FileError at once when it cannot be written
 */
export function fileSink(path: string): Sink {
  const target = realPath(path);
  const { file, temporary } = told(path, () => opened(target));
  let held = '';
  let open = true;
  let kept = temporary === null;
  const close = () => {
    if (open) {
      open = false;
      closeSync(file);
    }
  };
  const flush = () => {
    const bytes = Buffer.from(held, 'utf8');
    held = '';
    told(path, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    });
  };
  return {
    async write(text) {
      held += text;
      if (held.length >= BATCH) flush();
    },
    async end() {
      flush();
      told(path, () => {
        if (fstatSync(file).isFile()) fsyncSync(file);
        close();
        if (temporary !== null) renameSync(temporary, target);
        kept = true;
      });
    },
    discard() {
      try {
        close();
      } catch {
        // It is given up anyway.
      }
      if (!kept && temporary !== null) removeSoftly(temporary);
    },
  };
}

/** A file from a text that is there already: whole, or as it was. @throws FileError */
export async function writeWhole(path: string, text: string): Promise<void> {
  const sink = fileSink(path);
  try {
    await sink.write(text);
    await sink.end();
  } finally {
    sink.discard();
  }
}

/** Behind a link, so that the link stays one. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Opens a temporary file for `target`, or where it is no ordinary file, itself. */
function opened(target: string): { file: number; temporary: string | null } {
  const about = statSync(target, { throwIfNoEntry: false });
  if (about !== undefined && !about.isFile()) return { file: openSync(target, 'w'), temporary: null };
  const temporary = temporaryBeside(target);
  return { file: openSync(temporary, 'wx', about?.mode ?? 0o666), temporary };
}

function told<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      { ENOENT: 'its folder does not exist', EISDIR: 'it is a folder', ENOSPC: 'the disk is full' }[
        code ?? ''
      ] ?? code;
    throw new FileError(path, `cannot be written (${why ?? error})`);
  }
}
