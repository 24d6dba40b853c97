import { setTimeout } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { Batch } from './batch-state.ts';
import { type Client, openClient } from './client.ts';
import { Failure } from './failure.ts';
import { asking, LONGEST_WAIT, type Setup } from './setup.ts';

/** How a batch stands at the server. */
export interface Standing {
  id: string;
  status: string;
  total: number;
  done: number;
  failed: number;
  /** Files of results and of errors; null while there are none. */
  outputs: string[];
  /** Nothing more will come of it. */
  over: boolean;
}

/** The part of a server that runs batches. Every call is tried again where that may help. */
export interface BatchServer {
  upload(lines: string[]): Promise<string>;
  start(batch: Batch, file: string): Promise<string>;
  /** The batch's id by our own token, when the server's reply to `start` was lost; null when there is none. */
  find(batch: Batch): Promise<string | null>;
  standing(id: string): Promise<Standing>;
  /** @param take is given the whole file; again from its start when the connection broke */
  download(file: string, take: (bytes: AsyncIterable<Uint8Array>) => Promise<void>): Promise<void>;
  /** Takes files off the server; one that will not go stays. */
  remove(files: string[]): Promise<void>;
  scrub: Client['scrub'];
}

const OVER = new Set(['completed', 'failed', 'expired', 'cancelled']);
/** Files are larger than replies and take longer. */
const FILE_PATIENCE = 10;

export function openBatchServer(setup: Setup): BatchServer {
  const { openai, call, scrub } = openClient(setup);
  const files = openClient({ ...setup, patience: setup.patience * FILE_PATIENCE });
  let asked = false;
  const rest = async (time: number) => {
    setup.tell({ event: 'waiting', time });
    await setTimeout(time);
  };
  const steady = <T>(work: () => Promise<T>) => {
    if (!asked) setup.tell(asking(setup));
    asked = true;
    return pRetry(work, {
      retries: 4,
      minTimeout: setup.firstWait,
      randomize: true,
      shouldRetry: async ({ error, retriesConsumed }) => {
        if (!(error instanceof Failure) || retriesConsumed >= error.retries) return false;
        if (error.wait !== null) await rest(Math.min(error.wait, LONGEST_WAIT));
        return true;
      },
    });
  };

  const find = (batch: Batch) =>
    steady(async () => {
      const page = await call((signal) => openai.batches.list({ limit: 100 }, { signal }));
      return page.data.find(({ metadata }) => metadata?.greenroom === batch.token)?.id ?? null;
    });

  return {
    scrub,
    find,
    upload: (lines) =>
      steady(async () => {
        const file = new File(lines, 'greenroom.jsonl', { type: 'application/jsonl' });
        const send = (signal: AbortSignal) =>
          files.openai.files.create({ file, purpose: 'batch' }, { signal });
        return (await files.call(send)).id;
      }),
    async start(batch, file) {
      let again = false;
      return steady(async () => {
        // A reply that was lost may have been a yes, and the same batch twice would be paid for twice.
        const made = again ? await find(batch) : null;
        if (made !== null) return made;
        again = true;
        const create = (signal: AbortSignal) =>
          openai.batches.create(
            {
              input_file_id: file,
              endpoint: '/v1/chat/completions',
              completion_window: '24h',
              metadata: { greenroom: batch.token },
            },
            { signal },
          );
        return (await call(create)).id;
      });
    },
    standing: (id) =>
      steady(async () => {
        const found = await call((signal) => openai.batches.retrieve(id, { signal }));
        const { status, request_counts: counts, output_file_id, error_file_id } = found;
        return {
          id,
          status,
          total: counts?.total ?? 0,
          done: counts?.completed ?? 0,
          failed: counts?.failed ?? 0,
          outputs: [output_file_id, error_file_id].filter((file): file is string => typeof file === 'string'),
          over: OVER.has(status),
        };
      }),
    // A file may take long, as long as it keeps coming.
    download: (file, take) =>
      steady(() =>
        call(async (signal, alive) => {
          const { body } = await openai.files.content(file, { signal });
          await take(watched((body ?? []) as AsyncIterable<Uint8Array>, alive));
        }),
      ),
    async remove(ids) {
      for (const id of ids) await call((signal) => openai.files.delete(id, { signal })).catch(() => {});
    },
  };
}

async function* watched(chunks: AsyncIterable<Uint8Array>, alive: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    alive();
    yield chunk;
  }
}
