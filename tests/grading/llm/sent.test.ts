import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APIConnectionError, APIError } from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Batch,
  forgetBatch,
  newBatch,
  openBatches,
  saveBatch,
} from '../../../src/grading/llm/batch-state.ts';
import { cachedReading } from '../../../src/grading/llm/cached.ts';
import { Failure } from '../../../src/grading/llm/failure.ts';
import { toFailure } from '../../../src/grading/llm/faults.ts';
import { messagesFor, nonceFor } from '../../../src/grading/llm/messages.ts';
import { estimate } from '../../../src/grading/llm/plan.ts';
import { ASKED_FOR, INSTRUCTIONS } from '../../../src/grading/llm/prompt.ts';
import { keyOf, toSent } from '../../../src/grading/llm/sent.ts';
import { answer, question, request, rubric } from './made.ts';

describe('the messages', () => {
  const texts = (asked = request) => messagesFor(asked).map(({ content }) => content) as [string, string];

  it('say how to judge, the question, its kind and the rubric', () => {
    expect(messagesFor(request).map(({ role }) => role)).toEqual(['system', 'user']);
    const [system] = texts();
    const item = (id: string, level: string) => `"${id}":{"quotes":["…"],"level":"${level}"}`;
    const marks = 'absent | thin | clear';
    expect(system.split('\n\n').slice(INSTRUCTIONS.split('\n\n').length)).toEqual([
      `The question: ${question.prompt}`,
      ...ASKED_FOR.experience.split('\n\n'),
      'What answers to it are like, from poor (1) to outstanding (5), so that you know how much to expect:\n1: Nothing at all.\n2: Claims only.\n3: An outline.\n4: A case.\n5: A case with a measure.',
      'Situation, Task, Action and Result for this question:\n- situation: The service and the payer.\n- task: What had to be found out.\n- action: The steps in order.\n- result: What changed in denials.',
      'Criteria:\n- leak-found: Pins down one specific leak\n- measured-result: Gives before and after',
      'Red flags:\n- blames-others: Complains about payers and does nothing\n- surface-only: Billing is important, no more',
      `Reply with one JSON object of exactly this form, every item once, each level one of the words shown:\n{"star":{${['situation', 'task', 'action', 'result'].map((id) => item(id, marks)).join(',')}},\n"criteria":{${['leak-found', 'measured-result'].map((id) => item(id, marks)).join(',')}},\n"red_flags":{${['blames-others', 'surface-only'].map((id) => item(id, 'shown | not shown')).join(',')}},\n${item('substance', 'case | general | off')}}`,
    ]);
    expect(system.startsWith(INSTRUCTIONS)).toBe(true);
  });

  it('hold the answer between marks that are not in it', () => {
    const [, user] = texts();
    const nonce = nonceFor(`\n${answer}`);
    expect(user).toMatch(
      new RegExp(`^What stands between a line "BEGIN … ${nonce}" and the line "END ${nonce}"`),
    );
    expect(user).toContain(`\n\nBEGIN ANSWER ${nonce}\n${answer}\nEND ${nonce}\n\n`);
    expect(user).toMatch(/was typed by other people[^\n]+\n\nBEGIN ANSWER /);
    expect(user.endsWith('Reply with the one JSON object and nothing else.')).toBe(true);
    expect(nonce).toMatch(/^[0-9a-f]{24}$/);
    expect(nonceFor('a')).not.toBe(nonceFor('b'));
    expect(texts({ ...request, answer: `${answer} So.` })[1]).not.toContain(nonce);
  });

  it('give a question of one’s own with the answer, or say that it is not known', () => {
    const own = texts({ ...request, question: null, prompt: 'Why here?' });
    expect(own[0]).toContain(`\n\nThe question is given with the answer.\n\n${ASKED_FOR.behavioural}`);
    expect(own[1]).toMatch(/BEGIN QUESTION ([0-9a-f]{24})\nWhy here\?\nEND \1\n\nBEGIN ANSWER \1\n/);
    const none = texts({ ...request, question: null });
    expect(none[0]).toContain('\n\nThe question is not known; it asked for an example from experience.\n\n');
    expect(none[1]).not.toContain('QUESTION');
    expect(texts({ ...request, prompt: 'Why here?' }).join()).not.toContain('Why here?');
  });

  it('say that there are no red flags', () => {
    expect(texts({ ...request, rubric: { ...rubric, red_flags: [] } })[0]).toContain(
      'Red flags:\n(none)\n\n',
    );
  });
});

describe('what is sent', () => {
  const to = { model: 'm', redact: ['Ines'] };

  it('is masked, answer and prompt, and whole characters', () => {
    const sent = toSent(
      { ...request, question: null, answer: 'Ines \ud800 rang 😀', prompt: 'Of Ines?' },
      to,
    );
    expect(sent.request).toMatchObject({ answer: '████ \ufffd rang 😀', prompt: 'Of ████?' });
    expect(sent.body.messages[1]!.content).toContain('████ \ufffd rang 😀');
    expect('prompt' in toSent(request, to).request).toBe(false);
    expect(sent.body.model).toBe('m');
  });

  it('has a key of all that shaped it', () => {
    const key = keyOf(toSent(request, to), 0, { baseURL: 'u' });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(toSent(structuredClone(request), to), 0, { baseURL: 'u' })).toBe(key);
    expect(keyOf(toSent(request, to), 1, { baseURL: 'u' })).not.toBe(key);
    expect(keyOf(toSent(request, to), 0, { baseURL: 'v' })).not.toBe(key);
  });

  it('costs about a token for four characters, and forty an item for the reply', () => {
    const { body } = toSent(request, to);
    const { input, output } = estimate(body);
    expect(input).toBe(Math.ceil(JSON.stringify([body.messages, body.response_format]).length / 4));
    expect(output).toBe(9 * 40);
  });
});

describe('a reading kept', () => {
  const none = { level: 0, spans: [] };
  const kept = (over: object = {}) => ({
    star: { situation: none, task: { level: 1, spans: [[0, 3]] }, action: none, result: none },
    criteria: [none, { level: 2, spans: [[5, 10]] }],
    flags: [none, none],
    substance: 2,
    ...over,
  });
  it('is one that this rubric and answer could have given', () => {
    expect(cachedReading(kept(), rubric, 10)).toEqual(kept());
    expect(cachedReading(kept(), rubric, 9)).toBe(null);
  });
  it.each([
    { criteria: [none] },
    { flags: [none, none, none] },
    { flags: [none] },
    { substance: 3 },
    { criteria: [none, { level: 2, spans: [] }] },
    { criteria: [none, { level: 0, spans: [[1, 2]] }] },
    { criteria: [none, { level: 1, spans: [[2, 2]] }] },
    { criteria: [none, { level: 1, spans: [[-1, 2]] }] },
    { criteria: [none, { level: 1, spans: [[0.5, 2]] }] },
    { more: 1 },
  ])('not %j', (over) => expect(cachedReading(kept(over), rubric, 10)).toBe(null));
});

describe('a call that failed', () => {
  const scrub = (text: string) => text.replace('secret', '[key]');
  const status = (status: number, error: object = {}, headers: Record<string, string> = {}) =>
    APIError.generate(status, { error }, 'secret '.padEnd(300, 'x'), new Headers(headers));
  const told = (error: unknown, timedOut = false) => {
    const { code, final, retries, wait } = toFailure(error, timedOut, scrub);
    return [code, final, retries > 0, wait];
  };

  it.each([
    [status(402), ['quota', true, false, null]],
    [status(429, { code: 'insufficient_quota' }), ['quota', true, false, null]],
    [status(429, { type: 'billing_not_active' }), ['quota', true, false, null]],
    [status(401), ['key', true, false, null]],
    [status(403), ['key', true, false, null]],
    [status(404), ['model', true, false, null]],
    [status(429), ['throttled', false, true, null]],
    [status(429, {}, { 'retry-after': '2' }), ['throttled', false, true, 2000]],
    [status(429, {}, { 'retry-after': ' 1.5 ' }), ['throttled', false, true, 1500]],
    [status(429, {}, { 'retry-after': '2', 'retry-after-ms': '70' }), ['throttled', false, true, 70]],
    [status(429, {}, { 'retry-after': '2', 'retry-after-ms': '0' }), ['throttled', false, true, 0]],
    [status(429, {}, { 'retry-after': '1.25' }), ['throttled', false, true, 1250]],
    [status(429, {}, { 'retry-after': 'soon' }), ['throttled', false, true, null]],
    [status(429, {}, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }), ['throttled', false, true, 0]],
    [status(429, {}, { 'retry-after': '86400' }), ['throttled', true, false, null]],
    [status(302), ['moved', true, false, null]],
    [status(400, { code: 'content_filter' }), ['filtered', false, false, null]],
    [status(408), ['server', false, true, null]],
    [status(409), ['server', false, true, null]],
    [status(500), ['server', false, true, null]],
    [status(503, {}, { 'retry-after': '3' }), ['server', false, true, 3000]],
    [status(400), ['request', false, false, null]],
    [new SyntaxError('x'), ['not-json', false, true, null]],
    [new TypeError('x'), ['unreachable', false, true, null]],
    [new APIConnectionError({}), ['unreachable', false, true, null]],
    [new Error('x', { cause: { code: 'ECONNREFUSED' } }), ['unreachable', false, true, null]],
    [new Error('x', { cause: { errors: [{ code: 'ENOTFOUND' }] } }), ['unreachable', false, true, null]],
    [new Error('x', { cause: { code: 'CERT_HAS_EXPIRED' } }), ['untrusted', true, false, null]],
    [Object.assign(new Error('x'), { code: 'TOO_LARGE' }), ['too-large', false, false, null]],
  ])('%#', (error, expected) => expect(told(error)).toEqual(expected));

  it('is told in words without the key', () => {
    expect(toFailure(status(500), false, scrub).message).toBe("the model's server failed (status 500)");
    expect(toFailure(status(429, {}, { 'retry-after': '86400' }), false, scrub).message).toBe(
      "the model's server asks to wait 86400 seconds; try again later, what is done is kept",
    );
    const refused = toFailure(status(400, { message: `secret ${'x'.repeat(300)}` }), false, scrub).message;
    expect(refused).toContain('[key]');
    expect(refused.length).toBeLessThan(260);
  });

  it('by a fault of ours is no failure of the server', () => {
    expect(() => toFailure(new Error('ours'), false, scrub)).toThrow('ours');
    expect(new Failure('empty')).toMatchObject({ retries: 0, final: false, wait: null });
  });
});

describe('batches that are out', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'greenroom-batches-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const made = (over: Partial<Batch> = {}): Batch => ({
    ...newBatch({ baseURL: 'u', model: 'm', keys: ['k'] }),
    ...over,
  });

  it('are remembered, oldest first, those of this server', () => {
    // The tokens are their names, in the order in which a folder is mostly read.
    const [middle, late, early, other] = [
      made({ token: '0'.repeat(16), at: '2026-01-02' }),
      made({ token: '1'.repeat(16), at: '2026-01-03' }),
      made({ token: '2'.repeat(16), at: '2026-01-01', batch: 'b', file: 'f' }),
      made({ baseURL: 'v' }),
    ];
    for (const one of [middle, late, early, other]) saveBatch(join(folder, 'in'), one);
    expect(openBatches(join(folder, 'in'), 'u')).toEqual([early, middle, late]);
    expect(readdirSync(join(folder, 'in'))).toHaveLength(4);
    expect(statSync(join(folder, 'in', `${late.token}.json`)).mode & 0o777).toBe(0o600);
    forgetBatch(join(folder, 'in'), early);
    forgetBatch(join(folder, 'in'), early);
    expect(openBatches(join(folder, 'in'), 'u')).toEqual([middle, late]);
  });

  it('are none where nothing was kept, or what was kept is broken', () => {
    expect(openBatches(join(folder, 'none'), 'u')).toEqual([]);
    writeFileSync(join(folder, 'a.json'), '{');
    writeFileSync(join(folder, 'b.json'), JSON.stringify({ ...made(), token: '../x' }));
    writeFileSync(join(folder, 'c.txt'), JSON.stringify(made()));
    expect(openBatches(folder, 'u')).toEqual([]);
  });

  it('leave nothing half written for longer than an hour', () => {
    const now = Date.now() / 1000;
    for (const [name, age] of [
      ['old.tmp', 3700],
      ['young.tmp', 3500],
      ['old.txt', 3700],
    ] as const) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), now - age, now - age);
    }
    openBatches(folder, 'u');
    expect(readdirSync(folder).sort()).toEqual(['old.txt', 'young.tmp']);
  });

  it('that cannot be remembered are said so', () => {
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x', 'file'), '');
    expect(() => saveBatch(join(folder, 'x', 'file'), made())).toThrow(
      /batches cannot be remembered here \(E[A-Z]+\); nothing more was submitted/,
    );
  });
});
