import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the model's server got it. */
export interface Seen {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  body: any;
}

/** What the server does with one request. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  /** Send headers and this text, then nothing more, ever. */
  stall?: string;
  /** Never answer. */
  hang?: true;
  /** Close the connection without a word. */
  drop?: true;
  /** Promise more than is sent, then close. */
  torn?: string;
  /** Send the text in five pieces, so many milliseconds apart. */
  slowly?: number;
}

export type Plan = Answer | ((seen: Seen) => Answer | Promise<Answer>);

export interface ModelServer {
  url: string;
  seen: Seen[];
  /** What to do with the next requests, one each, in order. */
  plan: (...plans: Plan[]) => void;
  /** What to do with every request from now on. */
  always: (plan: Plan) => void;
  /** Throws if a request came that no test planned, or one that was planned did not come. */
  close: () => Promise<void>;
}

/** A server on loopback that speaks as much of the protocol as it is told to, and refuses all else. */
export async function modelServer(): Promise<ModelServer> {
  const seen: Seen[] = [];
  const planned: Plan[] = [];
  const unplanned: string[] = [];
  let always: Plan | null = null;

  const server = createServer(async (request, response) => {
    const text = await read(request);
    const { method = '', url = '', headers } = request;
    const one: Seen = { method, path: url, headers, text, body: parsed(text) };
    seen.push(one);
    const plan = planned.shift() ?? always;
    if (plan === null) {
      unplanned.push(`${method} ${url}`);
      send(response, { status: 418, json: { error: { message: 'nobody planned this request' } } });
      return;
    }
    send(response, typeof plan === 'function' ? await plan(one) : plan);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    plan: (...plans) => void planned.push(...plans),
    always: (plan) => {
      always = plan;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (unplanned.length > 0) throw new Error(`unplanned: ${unplanned.join(', ')}`);
      if (planned.length > 0) throw new Error(`${planned.length} planned requests did not come`);
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function send(response: ServerResponse, answer: Answer): Promise<void> {
  const { status = 200, headers = {}, json, text } = answer;
  if (answer.hang) return;
  if (answer.drop) {
    response.socket?.destroy();
    return;
  }
  if (answer.stall !== undefined) {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.write(answer.stall);
    return;
  }
  if (answer.torn !== undefined) {
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(answer.torn) + 100),
    });
    response.write(answer.torn, () => response.socket?.destroy());
    return;
  }
  const body = json === undefined ? (text ?? '') : JSON.stringify(json);
  const type = json === undefined ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  for (let piece = 0; answer.slowly !== undefined && piece < 4; piece++) {
    response.write(body.slice((body.length * piece) / 5, (body.length * (piece + 1)) / 5));
    await new Promise((resolve) => setTimeout(resolve, answer.slowly));
  }
  response.end(answer.slowly === undefined ? body : body.slice((body.length * 4) / 5));
}

/** A chat completion holding this text. */
export function completion(text: string | null, more: Record<string, unknown> = {}): Answer {
  const { message = {}, usage = { prompt_tokens: 1000, completion_tokens: 200 }, ...choice } = more;
  const whole = { role: 'assistant', content: text, ...(message as object) };
  return {
    json: {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, finish_reason: 'stop', ...choice, message: whole }],
      usage,
    },
  };
}

/** An error as OpenAI words it. */
export function fault(
  status: number,
  code: string,
  message = 'no',
  headers: Record<string, string> = {},
): Answer {
  return { status, headers, json: { error: { message, type: code, code, param: null } } };
}

/** The answer inside the fence of a request. */
export function answerIn(body: Seen['body']): string {
  const user: string = body.messages[1].content;
  const [, nonce = ''] = /^BEGIN ANSWER ([0-9a-f]{24})$/m.exec(user) ?? [];
  return user.split(`BEGIN ANSWER ${nonce}\n`)[1]!.split(`\nEND ${nonce}`)[0]!;
}

/** A reply by the schema of the request itself: everything clear, backed by the answer's own beginning. */
export function obedient(body: Seen['body']): string {
  const quote = answerIn(body)
    .slice(0, 60)
    .replace(/\s\S*$/, '');
  const { properties } = body.response_format.json_schema.schema;
  const group = (name: string, level: string, quotes: string[]) =>
    Object.fromEntries(Object.keys(properties[name].properties).map((id) => [id, { quotes, level }]));
  return JSON.stringify({
    star: group('star', 'clear', [quote]),
    criteria: group('criteria', 'clear', [quote]),
    red_flags: group('red_flags', 'not shown', []),
    substance: { quotes: [quote], level: 'case' },
  });
}
