import { once } from 'node:events';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { FileError } from '../errors.ts';

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
  const temporary = isOrdinary(target) ? `${target}.${process.pid}.tmp` : null;
  const file = told(path, () =>
    openSync(temporary ?? target, temporary === null ? 'w' : 'wx', modeOf(target)),
  );
  let held = '';
  let open = true;
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
        closeSync(file);
        open = false;
        if (temporary !== null) renameSync(temporary, target);
      });
    },
    discard() {
      if (!open) return;
      open = false;
      closeSync(file);
      if (temporary !== null) rmSync(temporary, { force: true });
    },
  };
}

/** Behind a link, so that the link stays one. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isOrdinary(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}

function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666;
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
