import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import type { Setup } from '../../../src/grading/llm/setup.ts';
import { careful, request, setupFor } from './made.ts';
import { type Answer, completion, fault, type ModelServer, modelServer } from './server.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await modelServer();
});
afterEach(() => server.close());

const fine = completion(careful);
const quick = (more: Partial<Setup> = {}) => setupFor(server.url, { firstWait: 1, ...more });

describe('a server that is lost', () => {
  /** What comes of answers sent while the server does these, one after the other. */
  async function outcomesOf(setup: ReturnType<typeof quick>, ...plans: Answer[]) {
    const grader = llmGrader(setup);
    const outcomes = [];
    for (const plan of plans) {
      server.always(plan);
      const { score, reason } = await grader(request);
      outcomes.push(score ?? reason!.message);
    }
    const stopped = setup.told.flatMap((one) => (one.event === 'stopped' ? [one.reason] : []));
    return { outcomes, stopped };
  }
  const gone = "the model's server could not be reached (";
  const away: [string, Answer, Partial<Setup>, string][] = [
    ['it breaks off', { drop: true }, {}, gone],
    ['it never answers', { hang: true }, { patience: 40 }, 'the model took too long'],
  ];

  it.each(away)('is given up after five answers in a row: %s', async (_, lost, more, message) => {
    const { outcomes, stopped } = await outcomesOf(quick(more), lost, lost, lost, lost, lost, fine, fine);
    expect(stopped).toEqual([expect.stringContaining(message)]);
    expect(outcomes).toEqual(outcomes.map(() => stopped[0]));
    expect(server.seen.length % 5).toBe(0);
  });

  it.each(away)('is not after four, nor when it was back in between: %s', async (_, lost, more) => {
    const { outcomes, stopped } = await outcomesOf(quick(more), ...Array(4).fill(lost), fine, lost, fine);
    expect([outcomes[4], outcomes[6]]).toEqual([5, 5]);
    expect(stopped).toEqual([]);
  });

  it('is there when it answers with a failure', async () => {
    const [lost, broken] = [{ drop: true as const }, fault(400, 'bad', 'not this one')];
    const { outcomes, stopped } = await outcomesOf(
      quick(),
      ...Array(4).fill(lost),
      broken,
      ...Array(4).fill(lost),
      fine,
    );
    expect(stopped).toEqual([]);
    expect(outcomes.at(-1)).toBe(5);
  });

  it('is not asked again by requests that were waiting when the run was stopped', async () => {
    server.always(fault(401, 'invalid_api_key'));
    const setup = quick({ jobs: 1 });
    const grader = llmGrader(setup);
    const all = await Promise.all([grader(request), grader(request), grader(request)]);
    expect(new Set(all.map(({ reason }) => reason!.message)).size).toBe(1);
    expect(server.seen).toHaveLength(1);
    expect(setup.told.filter(({ event }) => event === 'stopped')).toHaveLength(1);
  });
});

describe('a server that asks to wait', () => {
  it.each([
    ['429', fault(429, 'slow', 'no', { 'retry-after-ms': '30' }), 30, 30],
    ['503', fault(503, 'busy', 'no', { 'retry-after-ms': '30' }), 30, 30],
    ['429 without a time', fault(429, 'slow'), 50, 100],
  ])('is left alone for so long, and that is told: %s', async (_, first, from, to) => {
    server.plan(first, fine);
    const setup = quick({ firstWait: 50 });
    expect((await llmGrader(setup)(request)).score).toBe(5);
    const waits = setup.told.flatMap((one) => (one.event === 'waiting' ? [one.time] : []));
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(from);
    expect(waits[0]).toBeLessThanOrEqual(to);
  });

  it('is not one that fails without saying so', async () => {
    server.plan(fault(500, 'server_error'), fine);
    const setup = quick();
    await llmGrader(setup)(request);
    expect(setup.told.map(({ event }) => event)).toEqual(['asking', 'answered']);
  });
});

describe('a server that takes no schema', () => {
  const schemas = () => server.seen.map(({ body }) => body.response_format !== undefined);

  it.each([
    'response_format is not supported',
    'unknown type json_schema',
    'no Structured outputs here',
    'guided decoding failed',
    'the grammar is too large',
  ])('says so in many ways: %s', async (message) => {
    server.plan(fault(400, 'bad', message), fine);
    expect((await llmGrader(quick())(request)).score).toBe(5);
    expect(schemas()).toEqual([true, false]);
  });

  it.each([
    [fault(400, 'bad', 'maximum context length'), 1],
    [fault(500, 'bad', 'response_format'), 6],
  ])('is not any server that fails', async (answer, times) => {
    server.always(answer);
    const setup = quick();
    expect((await llmGrader(setup)(request)).status).toBe('unscored');
    expect(schemas()).toEqual(Array(times).fill(true));
    expect(setup.told).not.toContainEqual({ event: 'schema-refused' });
  });

  it('is asked no third time when it still does not take the request', async () => {
    server.always(fault(400, 'bad', 'response_format'));
    const setup = quick();
    expect((await llmGrader(setup)(request)).reason!.message).toContain('did not take the request');
    expect(schemas()).toEqual([true, false]);
    expect(setup.told.filter(({ event }) => event === 'schema-refused')).toHaveLength(1);
  });
});

describe('an answer that could not be read', () => {
  it('says what it would have been judged by', async () => {
    server.always(fault(400, 'bad'));
    const grader = llmGrader(quick());
    expect(await grader(request)).toMatchObject({
      question: 'denials',
      status: 'unscored',
      grader: { name: 'llm', model: 'test-model' },
      rubric: { version: 3, hash: expect.stringMatching(/^sha256:/) },
    });
    const other = { ...request.rubric, question: 'star' };
    expect((await grader({ ...request, question: null, rubric: other })).question).toBe('star');
  });

  it('is asked for again with the start of what was wrong', async () => {
    server.plan(completion(`{"star": ${'long '.repeat(4000)}`), completion('no'));
    await llmGrader(quick())(request);
    const { messages } = server.seen[1]!.body;
    expect(messages[2].content).toMatch(/^\{"star": long/);
    expect(messages[2].content).toHaveLength(6000);
    expect(messages[3].content).toMatch(/^That reply cannot be used:\n- no JSON object in it\nJudge the/);
  });
});
