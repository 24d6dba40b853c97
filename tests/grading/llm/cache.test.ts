import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import type { Setup } from '../../../src/grading/llm/setup.ts';
import { answer, careful, reply, request, setupFor } from './made.ts';
import { completion, type ModelServer, modelServer } from './server.ts';

let server: ModelServer;
let folder: string;
beforeEach(async () => {
  server = await modelServer();
  folder = mkdtempSync(join(tmpdir(), 'greenroom-cache-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const setupWith = (more: Partial<Setup> = {}) => setupFor(server.url, { cache: folder, ...more });
const files = () =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());

describe('the cache', () => {
  it('serves another run, which then asks nobody', async () => {
    server.plan(completion(careful));
    const first = await llmGrader(setupWith())(request);
    const setup = setupWith();
    expect(await llmGrader(setup)(request)).toEqual(first);
    expect(setup.told).toEqual([{ event: 'cached' }]);
  });

  it('holds places in the answer, and none of its words', async () => {
    server.plan(completion(careful));
    await llmGrader(setupWith())(request);
    expect(files()).toHaveLength(1);
    const text = readFileSync(files()[0]!, 'utf8');
    for (const word of answer.match(/[a-z]{6,}/gi)!) expect(text).not.toContain(word);
    expect(statSync(files()[0]!).mode & 0o077).toBe(0);
  });

  it.each([
    ['the model', {}, { model: 'another' }],
    [
      'the rubric',
      { rubric: { ...request.rubric, anchors: { ...request.rubric.anchors, 3: 'Other.' } } },
      {},
    ],
    ['the question', { question: { ...request.question!, prompt: 'Another?' } }, {}],
    ['the answer', { answer: `${answer} ` }, {}],
    ['what is masked', {}, { redact: ['infusion'] }],
  ])('knows a different request by %s', async (_, asked, more) => {
    server.plan(completion(careful), completion(careful));
    await llmGrader(setupWith())(request);
    await llmGrader(setupWith(more))({ ...request, ...asked });
    expect(server.seen).toHaveLength(2);
  });

  it('keeps each sample, so that more samples ask only for what is missing', async () => {
    server.plan(completion(careful), completion(reply()), completion(careful));
    await llmGrader(setupWith())(request);
    await llmGrader(setupWith({ samples: 3 }))(request);
    expect(server.seen).toHaveLength(3);
  });

  it('keeps no failure: a rerun asks again for just that', async () => {
    server.plan(completion(careful), completion('no'), completion('no'));
    const grader = llmGrader(setupWith());
    await grader(request);
    expect((await grader({ ...request, answer: `${answer}!` })).status).toBe('unscored');
    server.plan(completion(careful));
    const again = llmGrader(setupWith());
    expect((await again(request)).status).toBe('scored');
    expect((await again({ ...request, answer: `${answer}!` })).status).toBe('scored');
    expect(server.seen).toHaveLength(4);
  });

  it.each([
    ['torn', (text: string) => text.slice(0, 40)],
    ['empty', () => ''],
    ['of another shape', () => '{"score":5}'],
    ['beyond the answer', (text: string) => text.replace(/\[\[\d+,\d+\]/, '[[0,99999]')],
    ['at a level without evidence', (text: string) => text.replace(/"spans":\[\[.*?\]\]/, '"spans":[]')],
  ])('takes an entry that is %s for none', async (_, spoil) => {
    server.plan(completion(careful), completion(careful));
    const first = await llmGrader(setupWith())(request);
    const [file] = files();
    writeFileSync(file!, spoil(readFileSync(file!, 'utf8')));
    expect(await llmGrader(setupWith())(request)).toEqual(first);
    expect(server.seen).toHaveLength(2);
  });

  it('that cannot be written to is said once, and the run goes on', async () => {
    const file = join(folder, 'in-the-way');
    writeFileSync(file, '');
    server.plan(completion(careful), completion(careful));
    const setup = setupWith({ cache: file });
    const grader = llmGrader(setup);
    expect((await grader(request)).status).toBe('scored');
    expect((await grader(request)).status).toBe('scored');
    const unusable = setup.told.filter(({ event }) => event === 'cache-unusable');
    expect(unusable).toEqual([{ event: 'cache-unusable', folder: file, code: expect.any(String) }]);
  });

  it('leaves nothing half done where something is in the way', async () => {
    server.plan(completion(careful), completion(careful));
    await llmGrader(setupWith())(request);
    const [file] = files();
    rmSync(file!);
    mkdirSync(file!);
    const setup = setupWith();
    expect((await llmGrader(setup)(request)).status).toBe('scored');
    expect(setup.told.at(-1)).toEqual({ event: 'cache-unusable', folder, code: 'EISDIR' });
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('takes no harm when another run sweeps at the same time', async () => {
    server.plan(completion(careful));
    mkdirSync(join(folder, 'tmp'));
    // Named by the folder, and gone when looked at.
    symlinkSync('nowhere', join(folder, 'tmp', 'gone'));
    const setup = setupWith();
    await llmGrader(setup)(request);
    expect(await llmGrader(setup)(request)).toMatchObject({ status: 'scored' });
    expect(setup.told.at(-1)).toEqual({ event: 'cached' });
  });

  it('sweeps what a killed run left, but not what another is writing', async () => {
    server.plan(completion(careful), completion(careful));
    await llmGrader(setupWith())(request);
    const old = join(folder, 'tmp', 'old');
    const fresh = join(folder, 'tmp', 'fresh');
    writeFileSync(old, 'x');
    writeFileSync(fresh, 'x');
    utimesSync(old, 1, 1);
    await llmGrader(setupWith())({ ...request, answer: `${answer} And so on.` });
    expect(readdirSync(join(folder, 'tmp'))).toEqual(['fresh']);
  });
});
