import { VERSION } from '../../version.ts';
import type { Grader } from '../assessment.ts';
import { unscored } from '../unscored.ts';
import { openCache } from './cache.ts';
import { cachedReading } from './cached.ts';
import { type Body, keyOf, toSent } from './sent.ts';
import type { Setup } from './setup.ts';

/** A request that would be sent. */
export interface Planned {
  key: string;
  body: Body;
}

/** The reason that marks what was planned and not graded. */
export const PLANNED = 'planned';

/**
 * A grader that sends nothing: it hands over each request that the real one would send, and leaves the answer
 * unscored with the message `PLANNED`. What is in the cache would not be sent.
 */
export function planner(setup: Setup, take: (planned: Planned) => Promise<void> | void): Grader {
  const cache = openCache(setup);
  return async (request) => {
    const sent = toSent(request, setup);
    for (let sample = 0; sample < setup.samples; sample++) {
      const key = keyOf(sent, sample, setup);
      const kept = cachedReading(await cache.get(key), request.rubric, request.answer.length);
      if (kept !== null) setup.tell({ event: 'cached' });
      else await take({ key, body: sent.body });
    }
    return unscored('grader-failed', PLANNED, {
      answer: request.answer,
      question: request.question?.id ?? request.rubric.question,
      grader: { name: 'llm', version: VERSION, model: setup.model },
      rubric: null,
    });
  };
}

/** Characters a token of English holds on average; near enough to know what one is in for. */
const CHARACTERS = 4;
/** What a reply spends on one item: its id, level and a quote or two, in tokens. */
const ITEM = 40;

/** About how many tokens a request costs. */
export function estimate({ messages, response_format }: Body): { input: number; output: number } {
  const size = JSON.stringify([messages, response_format]).length;
  const items = JSON.stringify(response_format).split('"quotes":{').length - 1;
  return { input: Math.ceil(size / CHARACTERS), output: items * ITEM };
}
