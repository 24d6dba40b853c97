import { once } from 'node:events';

/** Where a report's text goes. */
export interface Sink {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  end(): Promise<void>;
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
  };
}
