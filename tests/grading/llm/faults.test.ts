import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import type { Setup } from '../../../src/grading/llm/setup.ts';
import { careful, KEY, reply, request, setupFor } from './made.ts';
import { type Answer, completion, fault, type ModelServer, modelServer } from './server.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await modelServer();
});
afterEach(() => server.close());

const setupWith = (more: Partial<Setup> = {}) => setupFor(server.url, more);

async function outcomeOf(setup = setupWith(), signal?: AbortSignal) {
  const { status, score, reason } = await llmGrader(setup)(request, signal);
  return { status, score, code: reason?.code, message: reason?.message ?? '' };
}

const fine = completion(careful);

describe('a fault that passes', () => {
  const passing: [string, Answer][] = [
    ['429 without Retry-After', fault(429, 'rate_limit_exceeded')],
    ['429 with Retry-After', fault(429, 'rate_limit_exceeded', 'slow down', { 'retry-after': '0.05' })],
    ['500', fault(500, 'server_error')],
    ['502 in HTML', { status: 502, text: '<html><body>Bad Gateway</body></html>' }],
    ['503', fault(503, 'overloaded', 'later', { 'retry-after-ms': '20' })],
    ['a dropped connection', { drop: true }],
    ['a body that breaks off', { torn: '{"choices":[{"mess' }],
    ['JSON that does not parse', { headers: { 'content-type': 'application/json' }, text: '{"choices":' }],
    ['HTML in place of JSON', { text: '<!doctype html><title>Sign in</title>' }],
    ['no choices', { json: { choices: [] } }],
    ['an empty reply', completion('')],
    ['no content', completion(null)],
  ];
  it.each(passing)('is tried again: %s', async (_, first) => {
    server.plan(first, fine);
    expect(await outcomeOf()).toMatchObject({ status: 'scored', score: 5 });
  });

  it.each([
    ['no answer at all', { hang: true }],
    ['headers and then nothing', { stall: '{"choices":' }],
  ] as [string, Answer][])('is given up in time and tried again: %s', async (_, first) => {
    server.plan(first, fine);
    expect(await outcomeOf(setupWith({ patience: 200 }))).toMatchObject({ status: 'scored' });
  });

  it.each([
    ['500', fault(500, 'server_error'), 6, /status 500/],
    ['429', fault(429, 'rate_limit_exceeded'), 6, /wait/],
    ['an empty reply', completion(' '), 3, /empty/],
    ['HTML', { text: '<title>Sign in</title>' }, 3, /OPENAI_BASE_URL/],
  ] as [string, Answer, number, RegExp][])(
    'that does not pass ends, unscored: %s',
    async (_, always, times, message) => {
      server.always(always);
      const { status, score, code, ...told } = await outcomeOf();
      expect({ status, score, code }).toEqual({ status: 'unscored', score: null, code: 'grader-failed' });
      expect(told.message).toMatch(message);
      expect(server.seen).toHaveLength(times);
    },
  );
});

describe('a fault that does not pass', () => {
  it.each([
    ['a refused key', fault(401, 'invalid_api_key', `Incorrect API key provided: ${KEY}`), /OPENAI_API_KEY/],
    ['a quota that is gone', fault(429, 'insufficient_quota'), /quota/],
    ['an unknown model', fault(404, 'model_not_found'), /GREENROOM_MODEL/],
    [
      'a redirect',
      { status: 307, headers: { location: 'http://127.0.0.2:9/v1' } },
      /nowhere but where you said/,
    ],
    ['a wait of an hour', fault(429, 'rate_limit_exceeded', 'no', { 'retry-after': '3600' }), /3600 seconds/],
  ] as [string, Answer, RegExp][])('stops the run at once: %s', async (_, first, message) => {
    server.plan(first);
    const setup = setupWith();
    const grader = llmGrader(setup);
    const outcomes = [await grader(request), await grader(request), await grader(request)];
    for (const { status, reason } of outcomes) {
      expect(status).toBe('unscored');
      expect(reason!.message).toMatch(message);
      expect(reason!.message).not.toContain(KEY);
    }
    expect(setup.told.filter(({ event }) => event === 'stopped')).toHaveLength(1);
  });

  it.each([
    ['a refusal', completion(null, { message: { refusal: 'I will not' } }), /declined/],
    ['the content filter', completion('', { finish_reason: 'content_filter' }), /filter/],
    ['the content filter, as an error', fault(400, 'content_filter'), /filter/],
    [
      'a request not taken',
      fault(400, 'invalid_request', 'maximum context length'),
      /maximum context length/,
    ],
  ] as [string, Answer, RegExp][])('leaves this answer and goes on: %s', async (_, first, message) => {
    server.plan(first, fine);
    const grader = llmGrader(setupWith());
    expect((await grader(request)).reason!.message).toMatch(message);
    expect((await grader(request)).status).toBe('scored');
  });

  it('is a server that is not there: after five answers no more is tried', async () => {
    const url = server.url;
    await server.close();
    const setup = setupFor(url, { firstWait: 1 });
    const grader = llmGrader(setup);
    for (let i = 0; i < 7; i++) {
      const { status, reason } = await grader(request);
      expect(status).toBe('unscored');
      expect(reason!.message).toMatch(/ECONNREFUSED/);
    }
    expect(setup.told.filter(({ event }) => event === 'stopped')).toHaveLength(1);
    server = await modelServer();
  });

  it('is a reply without end', async () => {
    server.plan(completion('x'.repeat(2_000_000)));
    expect((await outcomeOf()).message).toMatch(/larger than/);
  });
});

describe('a reply that does not hold together', () => {
  const broken = (change: (reply: ReturnType<typeof JSON.parse>) => void) => {
    const value = JSON.parse(careful);
    change(value);
    return JSON.stringify(value);
  };
  const cases: [string, string, RegExp][] = [
    ['prose', 'This is a strong answer. I give it 5 of 5.', /no JSON/],
    ['cut off', careful.slice(0, 300), /no JSON|cut off/],
    ['a list', '[1,2,3]', /no JSON/],
    ['an unknown id', broken((r) => (r.criteria['brand-new'] = r.criteria['leak-found'])), /brand-new/],
    ['an id of another group', broken((r) => (r.star['leak-found'] = r.star.task)), /star has leak-found/],
    ['a missing id', broken((r) => delete r.criteria['leak-found']), /criteria\.leak-found/],
    ['a level outside the set', broken((r) => (r.star.task.level = 'very clear')), /star\.task\.level/],
    ['a level of another set', broken((r) => (r.star.task.level = 'shown')), /star\.task\.level/],
    ['a number for a level', broken((r) => (r.star.task.level = 2)), /star\.task\.level/],
    ['a total', broken((r) => (r.score = 5)), /score/],
    ['too many quotes', broken((r) => (r.star.task.quotes = Array(9).fill('I pulled'))), /more than 8/],
    [
      'a repeated id',
      careful.replace('"task":', '"task":{"quotes":[],"level":"clear"},"task":'),
      /task is there twice/,
    ],
    ['a prototype', careful.replace('"star":{', '"star":{"__proto__":{"level":"clear"},'), /__proto__/],
  ];

  it.each(cases)('is asked for once more, with what is wrong: %s', async (_, text, problem) => {
    server.plan(completion(text), fine);
    expect(await outcomeOf()).toMatchObject({ status: 'scored', score: 5 });
    const { messages } = server.seen[1]!.body;
    expect(messages.map(({ role }: { role: string }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
    ]);
    expect(messages[3].content).toMatch(problem);
  });

  it.each(cases)('and then the answer is unscored, never given a default: %s', async (_, text, problem) => {
    server.plan(completion(text), completion(text));
    const { status, score, message } = await outcomeOf();
    expect([status, score]).toEqual(['unscored', null]);
    expect(message).toMatch(problem);
  });

  it.each([
    ['a code fence', `\`\`\`json\n${careful}\n\`\`\``],
    ['a sentence', `Here is my reading:\n${careful}\nI hope it helps.`],
    ['a train of thought', `<think>{"star": maybe}</think>\n${careful}`],
    ['a byte order mark', `\ufeff${careful}`],
  ])('is not one that has %s round it', async (_, text) => {
    server.plan(completion(text));
    expect(await outcomeOf()).toMatchObject({ status: 'scored', score: 5 });
  });

  it('is not one whose JSON goes by another name', async () => {
    server.plan({ text: JSON.stringify(fine.json) });
    expect(await outcomeOf()).toMatchObject({ status: 'scored', score: 5 });
  });
});

describe('a server that takes no schema', () => {
  it('is asked in words, from then on', async () => {
    server.plan(fault(400, 'invalid_request_error', "'response_format.type' must be 'text'"), fine, fine);
    const setup = setupWith();
    const grader = llmGrader(setup);
    expect((await grader(request)).status).toBe('scored');
    expect((await grader(request)).status).toBe('scored');
    expect(server.seen.map(({ body }) => body.response_format !== undefined)).toEqual([true, false, false]);
    expect(server.seen[1]!.body.messages[0].content).toContain('"leak-found":{"quotes"');
    expect(setup.told.map(({ event }) => event)).toContain('schema-refused');
  });
});

describe('Ctrl-C', () => {
  const cases: [string, Answer, Partial<Setup>][] = [
    ['while a request hangs', { hang: true }, {}],
    ['while a reply stalls', { stall: '{' }, {}],
    ['while waiting to try again', fault(500, 'server_error'), { firstWait: 60_000 }],
    ['while a server asks to wait', fault(429, 'slow', 'no', { 'retry-after': '60' }), {}],
  ];
  it.each(cases)('ends it at once: %s', async (_, first, more) => {
    server.plan(first);
    const stop = new AbortController();
    const grading = llmGrader(setupWith(more))(request, stop.signal);
    setTimeout(() => stop.abort(new Error('stopped by hand')), 150);
    const began = performance.now();
    await expect(grading).rejects.toThrow('stopped by hand');
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('before anything was sent sends nothing', async () => {
    await expect(llmGrader(setupWith())(request, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
  });
});

describe('reply() of these tests', () => {
  it('is itself a reply', async () => {
    server.plan(completion(reply()));
    expect((await outcomeOf()).status).toBe('scored');
  });
});
