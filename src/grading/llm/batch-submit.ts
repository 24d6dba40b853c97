import type { Grader } from '../assessment.ts';
import type { BatchServer } from './batch-server.ts';
import { type Batch, forgetBatch, newBatch, openBatches, saveBatch } from './batch-state.ts';
import { type Planned, planner } from './plan.ts';
import type { Setup } from './setup.ts';

/** One upload holds at most so many requests and characters; OpenAI's own limits are 50,000 and 200 MB. */
const PART = { requests: 20_000, size: 32 * 1024 * 1024 };

/** Gathers requests and submits them, a part at a time, so that memory stays bounded. */
export interface Submission {
  /** Takes every answer in turn, like a grader; see `planner`. */
  grader: Grader;
  /** Submits what is left. @returns the batches made, and how many requests were already under way */
  end(): Promise<{ batches: Batch[]; waiting: number }>;
}

/**
 * Opens a submission. What is in the cache, or in a batch that is still under way, is not submitted again.
 *
 * @param folder where batches are remembered
 */
export function openSubmission(setup: Setup, server: BatchServer, folder: string, part = PART): Submission {
  const known = new Set<string>();
  const batches: Batch[] = [];
  let lines: string[] = [];
  let keys: string[] = [];
  let size = 0;
  let waiting = 0;
  const ready = remember(setup, server, folder).then((open) => {
    for (const batch of open) for (const key of batch.keys) known.add(key);
  });
  ready.catch(() => {});

  const submit = async () => {
    if (keys.length === 0) return;
    const batch = newBatch({ baseURL: setup.baseURL, model: setup.model, keys });
    batches.push(await send(batch, lines, server, folder));
    lines = [];
    keys = [];
    size = 0;
  };
  // What fails is told at the end: until then nothing more is gathered.
  let failed: { error: unknown } | null = null;
  const take = async ({ key, body }: Planned) => {
    try {
      if (failed === null) await gather(key, body);
    } catch (error) {
      failed = { error };
    }
  };
  const gather = async (key: string, body: Planned['body']) => {
    await ready;
    if (known.has(key)) {
      waiting++;
      return;
    }
    known.add(key);
    const line = `${JSON.stringify({ custom_id: key, method: 'POST', url: '/v1/chat/completions', body })}\n`;
    if (size + line.length > part.size || keys.length >= part.requests) await submit();
    keys.push(key);
    lines.push(line);
    size += line.length;
  };
  return {
    grader: planner(setup, take),
    async end() {
      await ready;
      if (failed !== null) throw (failed as { error: unknown }).error;
      await submit();
      return { batches, waiting };
    },
  };
}

/** Remembered before it is sent, so that whatever happens on the way it can be found, and is not sent twice. */
async function send(batch: Batch, lines: string[], server: BatchServer, folder: string): Promise<Batch> {
  saveBatch(folder, batch);
  try {
    batch.file = await server.upload(lines);
  } catch (error) {
    forgetBatch(folder, batch);
    throw error;
  }
  saveBatch(folder, batch);
  batch.batch = await server.start(batch, batch.file);
  saveBatch(folder, batch);
  return batch;
}

/** A batch that runs, or ran, at the server. */
export type Started = Batch & { file: string; batch: string };

/**
 * The batches under way. One whose id never reached us is looked up by its token; when the server does not know
 * it, it was never started, and is forgotten.
 */
export async function remember(setup: Setup, server: BatchServer, folder: string): Promise<Started[]> {
  const open: Started[] = [];
  for (const note of openBatches(folder, setup.baseURL)) {
    const { file } = note;
    const batch = file === null ? null : (note.batch ?? (await server.find(note)));
    if (file !== null && batch !== null) {
      const started = { ...note, file, batch };
      if (note.batch === null) saveBatch(folder, started);
      open.push(started);
    } else {
      if (file !== null) await server.remove([file]);
      forgetBatch(folder, note);
    }
  }
  return open;
}
