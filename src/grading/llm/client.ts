import { OpenAI } from 'openai';
import { VERSION } from '../../version.ts';
import type { Failure } from './failure.ts';
import { toFailure } from './faults.ts';
import type { Setup } from './setup.ts';

/** No reply to a request of ours is larger, in bytes. */
const REPLY_LIMIT = 1024 * 1024;

/** Cuts the user's own key out of whatever a server sends back. */
export type Scrub = (text: string) => string;

export interface Client {
  openai: OpenAI;
  scrub: Scrub;
  /**
   * Runs one call within the patience of the setup; the signal ends it at once.
   *
   * @param work may say that it is alive, and then its time begins anew
   * @throws Failure, or the signal's reason
   */
  call<T>(work: (signal: AbortSignal, alive: () => void) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** A client that sends to one host only, tries once, says nothing on the console, and reads no more than it must. */
export function openClient({ baseURL, key, patience }: Pick<Setup, 'baseURL' | 'key' | 'patience'>): Client {
  const withoutKey = (text: string) => (key === '' ? text : text.replaceAll(key, '[key]'));
  const scrub: Scrub = (text) => withoutKey(text).replace(/\bsk-[\w*-]{4,}/g, '[key]');
  const openai = new OpenAI({
    baseURL,
    // The protocol has a place for it, also where none is needed.
    apiKey: key === '' ? 'none' : key,
    adminAPIKey: null,
    maxRetries: 0,
    logLevel: 'off',
    // The time limit is ours: the library's ends when the headers are in.
    timeout: 2 ** 31 - 1,
    // A redirect would take the answer to a host nobody agreed to.
    fetchOptions: { redirect: 'manual' },
    fetch: narrowFetch,
  });
  return {
    openai,
    scrub,
    async call(work, signal) {
      signal?.throwIfAborted();
      const controller = new AbortController();
      const abort = () => controller.abort();
      const timer = setTimeout(abort, patience);
      signal?.addEventListener('abort', abort);
      try {
        return await work(controller.signal, () => void timer.refresh());
      } catch (error) {
        signal?.throwIfAborted();
        throw toFailure(error, controller.signal.aborted, scrub) satisfies Failure;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}

/** Tells the server nothing about this machine, and takes no endless reply. */
async function narrowFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('x-stainless-')) headers.delete(name);
  headers.set('user-agent', `greenroom/${VERSION}`);
  const response = await fetch(url, { ...init, headers });
  // Results of a batch are as large as the batch; they are read as a stream.
  if (response.body === null || /\/files\/[^/]+\/content$/.test(String(url))) return response;
  return new Response(response.body.pipeThrough(limit(REPLY_LIMIT)), response);
}

function limit(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.length;
      if (left < 0) controller.error(Object.assign(new Error('too large'), { code: 'TOO_LARGE' }));
      else controller.enqueue(chunk);
    },
  });
}
