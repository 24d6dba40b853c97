import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standings } from '../../../src/grading/llm/batch-collect.ts';
import { openBatchServer } from '../../../src/grading/llm/batch-server.ts';
import { openBatches } from '../../../src/grading/llm/batch-state.ts';
import { openSubmission } from '../../../src/grading/llm/batch-submit.ts';
import { asked, type BatchRun, batchRun } from './batches.ts';
import { type Answer, fault, type Seen } from './server.ts';

let protocol: BatchRun['protocol'];
let server: BatchRun['server'];
let folder: BatchRun['folder'];
let setupWith: BatchRun['setupWith'];
let submit: BatchRun['submit'];
let collect: BatchRun['collect'];
let spoil: BatchRun['spoil'];
let close: BatchRun['close'];
beforeEach(async () => {
  ({ protocol, server, folder, setupWith, submit, collect, spoil, close } = await batchRun());
});
afterEach(() => close());

const calls = () => server.seen.map(({ method, path }) => `${method} ${path}`);
/** As if the process had ended before the batch's id reached it. */
function forgetId(): void {
  const note = join(folder, readdirSync(folder)[0]!);
  writeFileSync(note, JSON.stringify({ ...JSON.parse(readFileSync(note, 'utf8')), batch: null }));
}
/** Answers these requests without doing what they ask for. */
function refuse(which: string, plan: Answer, times = Number.POSITIVE_INFINITY): void {
  let left = times;
  server.always((seen) => {
    if (`${seen.method} ${seen.path}` === which && left-- > 0) return plan;
    return (protocol.plan as (seen: Seen) => Answer)(seen);
  });
}

describe('a submission', () => {
  it('uploads a file and starts a batch on it, and says first whom it asks', async () => {
    const setup = setupWith();
    await submit([1, 2], setup);
    expect(calls()).toEqual(['POST /v1/files', 'POST /v1/batches']);
    const [upload, start] = server.seen;
    expect(upload!.text).toMatch(/name="purpose"\r\n\r\nbatch\r\n/);
    expect(upload!.text).toMatch(/filename="greenroom.jsonl"\r\nContent-Type: application\/jsonl\r\n/i);
    expect(start!.body).toEqual({
      input_file_id: 'file-1',
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
      metadata: { greenroom: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(setup.told).toEqual([
      { event: 'asking', host: new URL(server.url).host, model: 'test-model', encrypted: true },
    ]);
  });

  it('may take longer over a file than over a reply', async () => {
    server.always(async (seen) => {
      if (seen.path === '/v1/files') await new Promise((resolve) => setTimeout(resolve, 400));
      return (protocol.plan as (seen: Seen) => Answer)(seen);
    });
    await submit([1], setupWith({ patience: 200 }));
    expect(calls()).toEqual(['POST /v1/files', 'POST /v1/batches']);
  });

  it.each([
    [{ requests: 2, size: 1e9 }, 0],
    [{ requests: 99, size: 0 }, 2],
    [{ requests: 99, size: -1 }, 3],
  ])('goes out in the parts that fit: %j', async ({ requests, size }, lines) => {
    await submit([1]);
    const line = JSON.stringify(protocol.lines()[0]).length + 1;
    const part = { requests, size: lines === 0 ? size : lines * line + size };
    const submission = openSubmission(setupWith(), openBatchServer(setupWith()), folder, part);
    for (const n of [2, 3, 4, 5, 6]) await submission.grader(asked(n));
    const { batches } = await submission.end();
    expect(batches.map(({ keys }) => keys.length)).toEqual([2, 2, 1]);
    for (const { file, keys } of batches)
      expect(protocol.files.get(file!)!.trim().split('\n')).toHaveLength(keys.length);
  });

  it('that fails sends nothing more, and says so at the end', async () => {
    refuse('POST /v1/files', fault(400, 'bad', 'no room'));
    const part = { requests: 1, size: 1e9 };
    const submission = openSubmission(setupWith(), openBatchServer(setupWith()), folder, part);
    for (const n of [1, 2, 3, 4]) expect((await submission.grader(asked(n))).reason!.message).toBe('planned');
    await expect(submission.end()).rejects.toThrow(/no room/);
    expect(calls()).toEqual(['POST /v1/files']);
  });
});

describe('a batch', () => {
  it('whose start was lost is found among others, and not started again', async () => {
    await submit([1]);
    const other = protocol.jobs[0]!;
    protocol.jobs.push({ ...other, id: 'bare', metadata: null as never });
    spoil('POST /v1/batches', { drop: true }, 1);
    expect((await submit([2])).batches[0]!.batch).toBe('batch_3');
    expect(calls().at(-1)).toBe('GET /v1/batches?limit=100');
    expect(protocol.jobs).toHaveLength(3);
  });

  it('whose start failed is started again', async () => {
    refuse('POST /v1/batches', fault(500, 'server_error'), 2);
    expect((await submit([1])).batches[0]!.batch).toBe('batch_1');
    const [list, start] = ['GET /v1/batches?limit=100', 'POST /v1/batches'];
    expect(calls()).toEqual(['POST /v1/files', start, list, start, list, start]);
  });

  it('whose id never came is found the next time, and remembered by it', async () => {
    await submit([1]);
    forgetId();
    expect(await submit([1])).toMatchObject({ waiting: 1, batches: [] });
    expect(openBatches(folder, server.url)).toMatchObject([{ batch: 'batch_1', file: 'file-1' }]);
    await submit([1]);
    expect(calls().filter((call) => call.startsWith('GET'))).toHaveLength(1);
  });

  it('that never started is forgotten, its file is taken off the server, and its answers go out anew', async () => {
    refuse('POST /v1/batches', fault(400, 'bad', 'not today'));
    await expect(submit([1])).rejects.toThrow(/not today/);
    const [never] = openBatches(folder, server.url);
    server.always(protocol.plan);
    const { batches, waiting } = await submit([1]);
    expect([batches.length, waiting]).toEqual([1, 0]);
    expect(openBatches(folder, server.url).map(({ token }) => token)).toEqual([batches[0]!.token]);
    expect(batches[0]!.token).not.toBe(never!.token);
    expect(calls()).toContain('DELETE /v1/files/file-1');
  });

  it('that was never uploaded is forgotten without asking', async () => {
    await submit([1]);
    const note = join(folder, readdirSync(folder)[0]!);
    writeFileSync(note, readFileSync(note, 'utf8').replace('"file-1"', 'null'));
    const before = server.seen.length;
    expect(await standings(setupWith(), openBatchServer(setupWith()), folder)).toEqual([]);
    expect(server.seen).toHaveLength(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [{ total: 5, completed: 3, failed: 2 }, 'finalizing', { total: 5, done: 3, failed: 2, over: false }],
    [null, 'validating', { total: 0, done: 0, failed: 0, over: false }],
    [{}, 'failed', { total: 0, done: 0, failed: 0, over: true }],
    [{ total: 5 }, 'completed', { total: 5, done: 0, failed: 0, over: true }],
    [{ total: 5 }, 'expired', { over: true }],
    [{ total: 5 }, 'cancelled', { over: true }],
    [{ total: 5 }, 'cancelling', { over: false }],
  ])('stands as the server says: %j, %s', async (request_counts, status, expected) => {
    await submit([1]);
    server.plan({ json: { id: 'batch_1', status, request_counts, output_file_id: 'out', error_file_id: 7 } });
    const [known] = await standings(setupWith(), openBatchServer(setupWith()), folder);
    expect(known).toMatchObject({ id: 'batch_1', status, outputs: ['out'], ...expected });
  });
});

describe('a call that hangs is given up and made again', () => {
  it.each([
    'POST /v1/files',
    'POST /v1/batches',
    'GET /v1/batches?',
    'GET /v1/batches/batch_1',
    '/content',
    'DELETE /v1/files',
  ])('%s', async (which) => {
    const setup = setupWith({ patience: 150 });
    spoil(which, { hang: true }, 1);
    await submit([1], setup);
    protocol.finish();
    forgetId();
    expect((await collect([1], setup)).scores).toEqual([5]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
