import { Failure } from './failure.ts';
import type { Happened } from './setup.ts';
import { ODD_REPLY_RETRIES } from './setup.ts';

/**
 * The text of a reply, from whatever a server calls a chat completion.
 *
 * @throws Failure when there is none
 */
export function textOf(completion: unknown): string {
  const choices = field(parsed(completion), 'choices');
  if (!Array.isArray(choices)) {
    throw new Failure('not-json', 'its reply is no chat completion', { retries: ODD_REPLY_RETRIES });
  }
  const message = field(choices[0], 'message');
  const text = field(message, 'content');
  if (field(choices[0], 'finish_reason') === 'content_filter') throw new Failure('filtered');
  if (typeof field(message, 'refusal') === 'string') throw new Failure('declined');
  if (typeof text !== 'string' || text.trim() === '') {
    throw new Failure('empty', '', { retries: ODD_REPLY_RETRIES });
  }
  return text;
}

/** The tokens a reply cost, as the server counts them; 0 where it does not. */
export function costOf(completion: unknown): Happened & { event: 'answered' } {
  const usage = field(parsed(completion), 'usage');
  const count = (name: string) => {
    const tokens = field(usage, name);
    return typeof tokens === 'number' && tokens > 0 && Number.isSafeInteger(tokens) ? tokens : 0;
  };
  return { event: 'answered', input: count('prompt_tokens'), output: count('completion_tokens') };
}

/** Some servers send JSON under another name, and then it comes as a text. */
function parsed(completion: unknown): unknown {
  if (typeof completion !== 'string') return completion;
  try {
    return JSON.parse(completion);
  } catch {
    return null;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
