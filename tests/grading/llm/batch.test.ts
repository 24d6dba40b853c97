import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCollection, standings } from '../../../src/grading/llm/batch-collect.ts';
import { openBatchServer } from '../../../src/grading/llm/batch-server.ts';
import { openBatches } from '../../../src/grading/llm/batch-state.ts';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import { asked, type BatchRun, batchRun } from './batches.ts';
import { answerIn, completion, fault } from './server.ts';

let server: BatchRun['server'];
let protocol: BatchRun['protocol'];
let folder: BatchRun['folder'];
let setupWith: BatchRun['setupWith'];
let submit: BatchRun['submit'];
let collect: BatchRun['collect'];
let spoil: BatchRun['spoil'];
let close: BatchRun['close'];
beforeEach(async () => {
  ({ server, protocol, folder, setupWith, submit, collect, spoil, close } = await batchRun());
});
afterEach(() => close());

describe('a batch', () => {
  it('goes out, comes back in any order, and joins by id', async () => {
    const { batches, waiting } = await submit([1, 2, 3]);
    expect([batches.length, waiting]).toEqual([1, 0]);
    expect(protocol.lines()).toMatchObject(
      [1, 2, 3].map(() => ({ method: 'POST', url: '/v1/chat/completions', body: { model: 'test-model' } })),
    );
    protocol.finish();
    const { assessments } = await collect([3, 1, 2]);
    for (const [i, n] of [3, 1, 2].entries()) {
      const { score, answerHash, star } = assessments[i]!;
      expect(score).toBe(5);
      expect(answerHash).toMatch(/^sha256:/);
      expect(asked(n).answer.startsWith(star.situation.evidence[0]!.quote)).toBe(true);
    }
  });

  it('is forgotten once all of it is collected, here and at the server, and its readings are kept', async () => {
    await submit([1, 2]);
    protocol.finish();
    await collect([1, 2]);
    expect(openBatches(folder, server.url)).toEqual([]);
    expect(protocol.files.size).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    const before = server.seen.length;
    const setup = setupWith();
    expect((await llmGrader(setup)(asked(1))).score).toBe(5);
    expect(server.seen).toHaveLength(before);
  });

  it('says of answers that are still under way that they are', async () => {
    await submit([1]);
    const { assessments } = await collect([1]);
    expect(assessments[0]!.reason!.message).toMatch(/under way/);
    expect(openBatches(folder, server.url)).toHaveLength(1);
    expect(await standings(setupWith(), openBatchServer(setupWith()), folder)).toMatchObject([
      { id: 'batch_1', status: 'in_progress', total: 1, done: 0, over: false },
    ]);
  });

  it('is not submitted twice, neither while it is under way nor once it is collected', async () => {
    await submit([1, 2]);
    expect(await submit([1, 2, 3])).toMatchObject({ waiting: 2, batches: [{ keys: [expect.any(String)] }] });
    protocol.finish();
    await collect([1, 2, 3]);
    expect(await submit([1, 2, 3])).toEqual({ batches: [], waiting: 0 });
  });

  it('leaves what failed in it unscored, and submits just that again', async () => {
    await submit([1, 2, 3]);
    protocol.finish((line) => (answerIn(line.body).includes('case 2') ? null : { choices: 'none' }));
    const { assessments } = await collect([1, 2, 3]);
    expect(assessments.map(({ reason }) => reason!.message)).toEqual([
      expect.stringMatching(/completion/),
      "the model's server failed (status 500 in the batch)",
      expect.stringMatching(/completion/),
    ]);
    expect((await submit([1, 2, 3])).batches[0]!.keys).toHaveLength(3);
  });

  it.each(['expired', 'cancelled'])('that is %s gives what it has', async (status) => {
    await submit([1, 2]);
    protocol.finish(undefined, status);
    const output = protocol.jobs[0]!.output_file_id!;
    protocol.files.set(output, protocol.files.get(output)!.split('\n')[1]!);
    const { assessments } = await collect([1, 2]);
    expect(assessments.map((one) => one.status)).toEqual(['scored', 'unscored']);
    expect(assessments[1]!.reason!.message).toBe('there is no result for this answer in a batch');
    expect((await submit([1, 2])).batches[0]!.keys).toHaveLength(1);
  });

  it.each(['{"response":null', '{"response":{"body":{}}', '{"error":null'])(
    'says that it does not know how a request went: %s',
    async (result) => {
      await submit([1]);
      protocol.finish();
      const [line] = protocol.lines();
      const output = protocol.jobs[0]!.output_file_id!;
      protocol.files.set(output, `${result},"custom_id":"${line!.custom_id}"}`);
      expect((await collect([1])).assessments[0]!.reason!.message).toContain('status unknown in the batch');
    },
  );

  it('has one try: a reply that does not hold together is counted once', async () => {
    await submit([1]);
    protocol.finish(() => completion('I give it 5 of 5.').json);
    const setup = setupWith();
    expect((await collect([1], setup)).assessments[0]!.reason!.message).toMatch(/does not hold together/);
    expect(setup.told.filter(({ event }) => event === 'answered')).toHaveLength(1);
  });

  it('stays where its readings are not kept, and is read again the next time', async () => {
    await submit([1]);
    protocol.finish();
    for (const _ of [1, 2]) expect((await collect([1], setupWith({ cache: null }))).scores).toEqual([5]);
  });

  it('keeps results for answers that were not in the run', async () => {
    await submit([1, 2]);
    protocol.finish();
    expect((await collect([1])).others).toBe(1);
    expect(openBatches(folder, server.url)).toHaveLength(1);
    expect((await collect([2])).scores).toEqual([5]);
  });

  it('trusts nothing that comes back', async () => {
    await submit([1]);
    protocol.finish();
    const output = protocol.jobs[0]!.output_file_id!;
    const good = protocol.files.get(output)!;
    const odd = [
      'not json',
      '{"custom_id":7}',
      '[]',
      'null',
      '',
      '{"custom_id":"__proto__","response":null}',
      'x'.repeat(3_000_000),
      `${' '.repeat(3_000_000)}${good.replaceAll('clear', 'absent').trim()}`,
    ];
    protocol.files.set(output, `${good}${odd.join('\n')}`);
    expect((await collect([1])).scores).toEqual([5]);
  });
});

describe('a laptop that is closed', () => {
  it('between upload and reply finds its batch again, and pays once', async () => {
    spoil('POST /v1/batches', { drop: true }, 1);
    const { batches } = await submit([1]);
    expect(batches[0]!.batch).toBe('batch_1');
    expect(protocol.jobs).toHaveLength(1);
  });

  it('for good at that moment leaves enough to go on with', async () => {
    spoil('POST /v1/batches', fault(400, 'bad', 'gone'));
    await expect(submit([1])).rejects.toThrow(/gone/);
    server.always(protocol.plan);
    expect(await submit([1])).toMatchObject({ waiting: 1, batches: [] });
    expect(protocol.jobs).toHaveLength(1);
  });

  it('before anything was submitted submits it the next time', async () => {
    server.always((seen) =>
      seen.path.endsWith('/files') ? fault(400, 'bad', 'no room') : { json: { data: [] } },
    );
    await expect(submit([1])).rejects.toThrow(/no room/);
    expect(openBatches(folder, server.url)).toEqual([]);
    server.always(protocol.plan);
    expect((await submit([1])).batches).toHaveLength(1);
  });

  it('leaves no results on the disk, and no answers in what is remembered', async () => {
    await submit([1]);
    const [name] = readdirSync(folder);
    expect(readFileSync(join(folder, name!), 'utf8')).not.toMatch(/denials|canary/);
    protocol.finish();
    const setup = setupWith();
    const collection = await openCollection(setup, openBatchServer(setup), folder);
    collection.discard();
    collection.discard();
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('with a note that is damaged, or not one of ours, goes on without it', async () => {
    await submit([1]);
    writeFileSync(join(folder, 'odd.json'), '{"v":9}');
    writeFileSync(join(folder, 'torn.json'), '{"v":1,"tok');
    expect(openBatches(folder, server.url)).toHaveLength(1);
    expect(openBatches(folder, 'http://elsewhere/v1')).toEqual([]);
    expect(existsSync(join(folder, 'odd.json'))).toBe(true);
  });
});
