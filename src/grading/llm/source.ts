import type { GradeRequest } from '../assessment.ts';
import type { Cache } from './cache.ts';
import { cachedReading } from './cached.ts';
import type { Scrub } from './client.ts';
import { Failure } from './failure.ts';
import type { Message } from './messages.ts';
import { quoteFinder } from './quotes.ts';
import { type Reading, readReply } from './reading.ts';
import { checkReply } from './reply.ts';
import { type Body, keyOf, type Sent } from './sent.ts';
import type { Setup } from './setup.ts';

/** Where replies come from: a server now, or the results of a batch. */
export interface Source {
  /**
   * @param key of the reading that is wanted
   * @throws Failure when there is no reply; the signal's reason when it is aborted
   */
  ask(body: Body, key: string, signal: AbortSignal | undefined): Promise<string>;
  /** May a reply that does not hold together be asked for once more? */
  repairs: boolean;
  scrub: Scrub;
}

/**
 * One reading of one answer: from the cache, or from the source and then into the cache.
 *
 * @throws Failure when there is none to be had; the signal's reason when it is aborted
 */
export async function readOnce(
  sent: Sent,
  sample: number,
  { setup, source, cache }: { setup: Setup; source: Source; cache: Cache },
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const key = keyOf(sent, sample, setup);
  const { rubric, answer } = sent.request;
  const kept = cachedReading(await cache.get(key), rubric, answer.length);
  if (kept !== null) {
    setup.tell({ event: 'cached' });
    return kept;
  }
  const reading = await fresh(sent, key, source, signal);
  await cache.put(key, reading);
  return reading;
}

async function fresh(
  { request, body }: Sent,
  key: string,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const first = await source.ask(body, key, signal);
  let checked = checkReply(first, request.rubric);
  if ('problems' in checked && source.repairs) {
    const messages = [...body.messages, ...repair(first, checked.problems)];
    checked = checkReply(await source.ask({ ...body, messages }, key, signal), request.rubric);
  }
  if ('problems' in checked) throw new Failure('malformed', source.scrub(checked.problems.join('; ')));
  return readReply(checked.reply, request.rubric, finderFor(request));
}

/** More of a reply that went wrong than this is no help in putting it right, in characters. */
const SENT_BACK = 6000;

function repair(reply: string, problems: string[]): Message[] {
  return [
    { role: 'assistant', content: reply.slice(0, SENT_BACK) },
    {
      role: 'user',
      content: `That reply cannot be used:\n${problems.map((one) => `- ${one}`).join('\n')}\nJudge the answer again and reply with the one JSON object of the form you were given, whole, and nothing else.`,
    },
  ];
}

const finderFor = (request: GradeRequest) => quoteFinder(request.answer, request);
