import type { GradeRequest } from '../assessment.ts';
import { sha256 } from '../hash.ts';
import { mask } from './mask.ts';
import { type Message, messagesFor } from './messages.ts';
import { PROMPT_VERSION } from './prompt.ts';
import { responseFormat } from './reply-schema.ts';
import type { Setup } from './setup.ts';

/** The body of a request, exactly as it goes. */
export interface Body {
  model: string;
  messages: Message[];
  response_format?: object;
}

/** One answer made ready to be sent. */
export interface Sent {
  /** With the answer masked; offsets are those of the answer as typed. */
  request: GradeRequest;
  body: Body;
}

/** Masks an answer and makes the request for it. */
export function toSent(request: GradeRequest, { model, redact }: Pick<Setup, 'model' | 'redact'>): Sent {
  const clean = (text: string) => mask(text, redact).replace(/[\ud800-\udfff]/gu, '\ufffd');
  const masked: GradeRequest = {
    ...request,
    answer: clean(request.answer),
    ...(request.prompt === undefined ? {} : { prompt: clean(request.prompt) }),
  };
  const messages = messagesFor(masked);
  return { request: masked, body: { model, messages, response_format: responseFormat(request.rubric) } };
}

/** Raise it when replies are read in another way, so that no reading made in the old way is used. */
const READER_VERSION = 1;

/** What a reading is kept under: everything that shaped it. 64 hexadecimal digits. */
export function keyOf({ body }: Sent, sample: number, { baseURL }: Pick<Setup, 'baseURL'>): string {
  const all = [PROMPT_VERSION, READER_VERSION, baseURL, body, sample];
  return sha256(JSON.stringify(all)).slice('sha256:'.length);
}
