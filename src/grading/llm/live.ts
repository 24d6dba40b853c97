import pRetry from 'p-retry';
import { openClient } from './client.ts';
import { costOf, textOf } from './completion.ts';
import { Failure } from './failure.ts';
import { openPace } from './pace.ts';
import type { Body } from './sent.ts';
import { asking, type Setup } from './setup.ts';
import type { Source } from './source.ts';

/** So many answers in a row that could not be sent for, and the server is taken to be gone. */
const GONE_AFTER = 5;

/** Replies from the model's server, now: paced, tried again where that may help, and given up for good where not. */
export function liveSource(setup: Setup): Source {
  const { tell, jobs, firstWait } = setup;
  const { openai, call, scrub } = openClient(setup);
  const pace = openPace(jobs, (time) => tell({ event: 'waiting', time }), firstWait);
  let asked = false;
  let plain = false;
  let stopped: Failure | null = null;
  let unreached = 0;

  const stop = (failure: Failure) => {
    if (stopped !== null) return;
    stopped = failure;
    tell({ event: 'stopped', reason: failure.message });
  };

  const attempt = async (body: Body, signal: AbortSignal | undefined): Promise<string> => {
    const ended = await pace.turn(signal);
    let outcome: Parameters<typeof ended>[0] = 'failed';
    try {
      if (stopped !== null) throw again(stopped);
      if (!asked) tell(asking(setup));
      asked = true;
      const { response_format: _, ...bare } = body;
      const create = (inner: AbortSignal) =>
        openai.chat.completions.create(
          (plain ? bare : body) as Parameters<typeof openai.chat.completions.create>[0],
          {
            signal: inner,
          },
        );
      const completion: unknown = await call(create, signal);
      outcome = 'fine';
      tell(costOf(completion));
      return textOf(completion);
    } catch (error) {
      // Before the next in line is let through.
      if (error instanceof Failure && error.final) stop(error);
      if (error instanceof Failure && (error.code === 'throttled' || error.wait !== null)) {
        outcome = { throttled: error.wait };
      }
      throw error;
    } finally {
      ended(outcome);
    }
  };

  const tried = async (body: Body, signal: AbortSignal | undefined): Promise<string> => {
    try {
      return await attempt(body, signal);
    } catch (error) {
      if (plain || body.response_format === undefined || !refusesSchema(error)) throw error;
      plain = true;
      tell({ event: 'schema-refused' });
      return attempt(body, signal);
    }
  };

  return {
    scrub,
    repairs: true,
    async ask(body, _key, signal) {
      try {
        const text = await pRetry(() => tried(body, signal), {
          retries: 99,
          minTimeout: firstWait,
          maxTimeout: firstWait * 32,
          randomize: true,
          shouldRetry: ({ error, retriesConsumed }) =>
            error instanceof Failure && retriesConsumed < error.retries && stopped === null,
          ...(signal === undefined ? {} : { signal }),
        });
        unreached = 0;
        return text;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof Failure) {
          const away = error.code === 'unreachable' || error.code === 'timeout';
          unreached = away ? unreached + 1 : 0;
          if (unreached >= GONE_AFTER) stop(error);
        }
        throw error;
      }
    },
  };
}

/** The same failure, for an answer that was not sent for. */
function again({ code, message }: Failure): Failure {
  return Object.assign(new Failure(code), { message });
}

/** Some servers know no `json_schema`, and say so. The instructions describe the reply in words too. */
function refusesSchema(error: unknown): boolean {
  return (
    error instanceof Failure &&
    error.code === 'request' &&
    /response_format|json_schema|structured|guided|grammar/i.test(error.message)
  );
}
