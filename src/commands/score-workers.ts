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
  /** Grades what is left of the records, in order. Rejects when no worker is left. */
  grade(records: AsyncIterator<AnyRecord>): AsyncGenerator<Written | Lost>;
  /** Ends them, whatever they are at. */
  close(): Promise<void>;
}

/** Chunks under way for each worker: one in its hands, one beside it, one that waits for its turn to be printed. */
const CHUNKS = 3;

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
    async *grade(records) {
      const attempt = async (chunk: AnyRecord[]) => ({ chunk, written: await run(chunk).catch(failed) });
      for await (const { chunk, written } of ahead(chunksOf(records), CHUNKS * count, attempt)) {
        if (written !== null) yield written;
        else yield* oneByOne(chunk);
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
