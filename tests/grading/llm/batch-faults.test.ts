import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError } from '../../../src/errors.ts';
import { type BatchRun, batchRun } from './batches.ts';
import { type Answer, fault } from './server.ts';

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

/** Two answers submitted and their results ready; gives the text of the results. */
async function done(): Promise<string> {
  await submit([1, 2]);
  protocol.finish();
  return protocol.files.get(protocol.jobs[0]!.output_file_id!)!;
}

describe('results that do not come', () => {
  it.each<[string, (text: string) => Answer]>([
    ['a file that breaks off', (text) => ({ torn: text.slice(0, 700) })],
    ['a file that stops coming', (text) => ({ stall: text.slice(0, 700) })],
    ['a server that fails', () => fault(500, 'server_error')],
  ])('are fetched again: %s', async (_, plan) => {
    spoil('/content', plan(await done()), 2);
    expect((await collect([1, 2], setupWith({ patience: 300 }))).scores).toEqual([5, 5]);
  });

  it('are fetched again when the server said, and not before', async () => {
    await done();
    spoil('/content', fault(429, 'slow', 'no', { 'retry-after-ms': '300' }), 1);
    const setup = setupWith();
    const began = performance.now();
    expect((await collect([1, 2], setup)).scores).toEqual([5, 5]);
    expect(performance.now() - began).toBeGreaterThan(300);
    expect(setup.told).toContainEqual({ event: 'waiting', time: 300 });
  });

  it('are waited for as long as they keep coming', async () => {
    const text = await done();
    spoil('/content', { text, slowly: 120 });
    const setup = setupWith({ patience: 300 });
    const before = server.seen.length;
    expect((await collect([1, 2], setup)).scores).toEqual([5, 5]);
    expect(server.seen.slice(before).filter(({ path }) => path.endsWith('/content'))).toHaveLength(1);
  });

  it('end the run when they never come, and are there the next time', async () => {
    const text = await done();
    spoil('/content', { torn: text.slice(0, 700) });
    await expect(collect([1, 2])).rejects.toMatchObject({ name: 'Failure', code: 'unreachable' });
    spoil('nothing', {});
    expect((await collect([1, 2])).scores).toEqual([5, 5]);
  });

  it.each([
    ['a batch', 'GET /v1/batches/'],
    ['its results', '/content'],
  ])('since the server has thrown away %s, are told with the file to remove', async (_, which) => {
    await done();
    spoil(which, fault(404, 'not_found'));
    const [note] = readdirSync(folder);
    const gone = await collect([1, 2]).catch((error) => error);
    expect(gone).toBeInstanceOf(FileError);
    expect(gone.message).toMatch(/^.*: the server no longer has batch_1, or its results; remove this file/);
    expect(gone.file).toBe(join(folder, note!));
    rmSync(gone.file);
    expect((await submit([1, 2])).batches[0]!.keys).toHaveLength(2);
  });

  it('are told where they cannot be kept', async () => {
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, '');
    await expect(collect([1])).rejects.toThrow(/results of batches cannot be kept here \(E[A-Z]+\)/);
    rmSync(folder);
    mkdirSync(folder);
  });
});
