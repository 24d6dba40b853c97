/**
 * The errors a person can cause, each with what to do about it. Anything else keeps its stack and is
 * a fault of the program.
 */

/** Bad usage: a flag, a value or a name that does not exist. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A file that is missing, unreadable, not text, or lacks what it must have. Exit code 2. */
export class FileError extends Error {
  override name = 'FileError';
  readonly file: string;
  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.file = file;
  }
}

/** A pack that does not pass its check. Exit code 2 everywhere but in `check`. */
export class PackError extends Error {
  override name = 'PackError';
}

const TOLD = ['UsageError', 'FileError', 'PackError'];

/**
 * Is this one of ours, to be told in a sentence and without a stack? By name, since the entry and the commands are
 * bundled apart, each with classes of its own.
 */
export function isTold(error: unknown): error is Error {
  return error instanceof Error && TOLD.includes(error.name);
}
