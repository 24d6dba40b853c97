import pRetry from 'p-retry';
import type { Batch } from './batch-state.ts';
import { type Client, openClient } from './client.ts';
import { Failure } from './failure.ts';
import { asking, type Setup } from './setup.ts';

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
  upload(lines: string[], signal?: AbortSignal): Promise<string>;
  start(batch: Batch, file: string, signal?: AbortSignal): Promise<string>;
  /** The batch's id by our own token, when the server's reply to `start` was lost; null when there is none. */
  find(batch: Batch, signal?: AbortSignal): Promise<string | null>;
  standing(id: string, signal?: AbortSignal): Promise<Standing>;
  download(file: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
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
  const steady = <T>(work: () => Promise<T>, signal?: AbortSignal) => {
    if (!asked) setup.tell(asking(setup));
    asked = true;
    return pRetry(work, {
      retries: 4,
      minTimeout: setup.firstWait,
      randomize: true,
      shouldRetry: ({ error, retriesConsumed }) =>
        error instanceof Failure && retriesConsumed < error.retries,
      ...(signal === undefined ? {} : { signal }),
    });
  };

  const find = (batch: Batch, signal?: AbortSignal) =>
    steady(async () => {
      const page = await call((inner) => openai.batches.list({ limit: 100 }, { signal: inner }), signal);
      return page.data.find(({ metadata }) => metadata?.greenroom === batch.token)?.id ?? null;
    }, signal);

  return {
    scrub,
    find,
    upload: (lines, signal) =>
      steady(async () => {
        const file = new File(lines, 'greenroom.jsonl', { type: 'application/jsonl' });
        const send = (inner: AbortSignal) =>
          files.openai.files.create({ file, purpose: 'batch' }, { signal: inner });
        return (await files.call(send, signal)).id;
      }, signal),
    async start(batch, file, signal) {
      let again = false;
      return steady(async () => {
        // A reply that was lost may have been a yes, and the same batch twice would be paid for twice.
        const made = again ? await find(batch, signal) : null;
        if (made !== null) return made;
        again = true;
        const create = (inner: AbortSignal) =>
          openai.batches.create(
            {
              input_file_id: file,
              endpoint: '/v1/chat/completions',
              completion_window: '24h',
              metadata: { greenroom: batch.token },
            },
            { signal: inner },
          );
        return (await call(create, signal)).id;
      }, signal);
    },
    standing: (id, signal) =>
      steady(async () => {
        const found = await call((inner) => openai.batches.retrieve(id, { signal: inner }), signal);
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
      }, signal),
    download: (file, signal) =>
      steady(async () => {
        const response = await call((inner) => openai.files.content(file, { signal: inner }), signal);
        return unstalled((response.body ?? []) as AsyncIterable<Uint8Array>, setup.patience);
      }, signal),
    async remove(ids) {
      for (const id of ids)
        await call((inner) => openai.files.delete(id, { signal: inner }), undefined).catch(() => {});
    },
  };
}

/** A download that stops coming is given up: the limit on a call ends when its headers are in. */
async function* unstalled(stream: AsyncIterable<Uint8Array>, patience: number): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Failure('timeout')), patience);
    });
    try {
      const { done, value } = await Promise.race([chunks.next(), late]);
      if (done) return;
      yield value;
    } finally {
      clearTimeout(timer);
    }
  }
}
