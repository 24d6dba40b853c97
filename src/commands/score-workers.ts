import { setImmediate } from 'node:timers/promises';
import type { Worker as ThreadWorker } from 'node:worker_threads';
import type { AnyRecord } from '../answers/record.ts';
import { ahead } from './ahead.ts';
import { chunksOf } from './score-chunks.ts';
import type { Start, Written } from './score-worker.ts';

declare global {
  // The pool's types name it without saying where it comes from.
  type Worker = ThreadWorker;
}

/** A record at which a worker failed, not one that it could not grade. */
export interface Lost {
  record: AnyRecord;
  error: Error;
}

export interface Workers {
  /**
   * Grades what is left of the records, in order, some of them by `here`. Rejects when no worker is left.
   *
   * @param here grades a record in this process
   */
  grade<T>(
    records: AsyncIterator<AnyRecord>,
    here: (record: AnyRecord) => Promise<T>,
  ): AsyncGenerator<Written | Lost | T>;
  /** Ends them, whatever they are at. */
  close(): Promise<void>;
}

/** Chunks a worker has: one in its hands, and one beside it so that it need not wait for the next. */
const AT_HAND = 2;
/** Chunks under way for each that grades: those, and one that waits for its turn to be printed. */
const AHEAD = 3;
/** Grading waits for nothing, so without a pause now and then what workers send would not be heard. */
const BREATH = 32;

/** Megabytes a worker may fill with what is soon forgotten; by itself it would take 48, and be no faster. */
const YOUNG = 12;

/**
 * Starts workers.
 *
 * @param file what they run
 * @returns when all are ready. Rejects when they cannot be started
 */
export async function startWorkers(count: number, start: Start, file: string): Promise<Workers> {
  const { default: Pool } = await import('tinypool');
  const pool = new Pool({
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: 2,
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  // Without a task to blame, a worker that ends is one that cannot be started again.
  let ended: unknown = null;
  const waiting = new Set<(error: unknown) => void>();
  pool.on('error', (error) => {
    ended = error;
    for (const reject of waiting) reject(error);
  });
  // Named with each task and not once for the pool, which would wait for ever for a file that does not load.
  const run = (records: AnyRecord[]) =>
    new Promise<Written>((resolve, reject) => {
      const done = () => waiting.delete(reject);
      waiting.add(reject);
      pool.run(records, { filename: file }).then(resolve, reject).finally(done);
    });
  const close = () => pool.destroy();
  try {
    await Promise.all(Array.from({ length: count }, () => run([])));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async *grade(records, here) {
      let own: Promise<unknown> = Promise.resolve();
      const attempt = async (chunk: AnyRecord[]) => {
        if (waiting.size < AT_HAND * count) return { chunk, done: await run(chunk).catch(failed) };
        const done = own.then(() => allOf(chunk, here));
        own = done.catch(() => {});
        return { chunk, done: await done };
      };
      for await (const { chunk, done } of ahead(chunksOf(records), AHEAD * (count + 1), attempt)) {
        if (done === null) yield* oneByOne(chunk);
        else if (Array.isArray(done)) yield* done;
        else yield done;
      }
    },
    close,
  };

  function failed(): null {
    if (ended !== null) throw ended;
    return null;
  }

  /** Which of them was it? */
  async function* oneByOne(chunk: AnyRecord[]): AsyncGenerator<Written | Lost> {
    for (const record of chunk) {
      yield await run([record]).catch((error) => failed() ?? { record, error });
    }
  }
}

async function allOf<T>(records: AnyRecord[], grade: (record: AnyRecord) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (const record of records) {
    if (all.push(await grade(record)) % BREATH === 0) await setImmediate();
  }
  return all;
}
