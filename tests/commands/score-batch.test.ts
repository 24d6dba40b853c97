import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BatchProtocol, batchProtocol } from '../grading/llm/batches.ts';
import { fault, type ModelServer, modelServer } from '../grading/llm/server.ts';

const BIN = new URL('../../bin/greenroom.js', import.meta.url).pathname;

let server: ModelServer;
let protocol: BatchProtocol;
let cwd = '';
beforeEach(async () => {
  server = await modelServer();
  protocol = batchProtocol();
  server.always(protocol.plan);
  cwd = mkdtempSync(join(tmpdir(), 'greenroom-batch-'));
  const lines = ['forty charts', 'sixty denials', ''].map((what, i) =>
    JSON.stringify({
      id: `a${i}`,
      question: 'compliance',
      answer: what && `I went through ${what} with our coders.`,
    }),
  );
  writeFileSync(join(cwd, 'a.jsonl'), `${lines.join('\n')}\n`);
});
afterEach(async () => {
  rmSync(cwd, { recursive: true });
  await server.close();
});

function batch(
  step: string,
  ...args: string[]
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(
    process.execPath,
    [BIN, 'score', 'a.jsonl', '--grader', 'llm', '--batch', step, ...args],
    {
      cwd,
      env: {
        PATH: process.env.PATH ?? '',
        GREENROOM_HOME: join(cwd, 'home'),
        OPENAI_API_KEY: 'sk-batch-key',
        OPENAI_BASE_URL: server.url,
      },
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (bytes) => (stdout += bytes));
  child.stderr.on('data', (bytes) => (stderr += bytes));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

test('submit, status and collect lead from answers to scores across three processes', async () => {
  const submitted = await batch('submit');
  expect(submitted.status).toBe(1);
  expect(submitted.stdout).toBe('');
  expect(submitted.stderr).toMatch(/a\.jsonl:3: the answer is blank/);
  expect(submitted.stderr).toMatch(/submitted 2 requests in 1 batch/);

  expect((await batch('status')).stdout).toMatch(/^batch_1: in progress, 0 of 2 done, gpt-/);
  const early = await batch('collect', '--format', 'jsonl');
  expect(early.status).toBe(1);
  expect(early.stderr).toMatch(/1 batch is not over yet/);

  protocol.finish();
  expect((await batch('status')).stdout).toMatch(/completed, 2 of 2 done/);
  const collected = await batch('collect', '--format', 'jsonl');
  const all = collected.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(all.map(({ id, score, reason }) => [id, score ?? reason.code])).toEqual([
    ['a0', 5],
    ['a1', 5],
    ['a2', 'empty'],
  ]);
  expect(collected.stderr).toMatch(/2 replies, 2,000 tokens in, 400 out/);
  expect((await batch('status')).stdout).toBe('No batches are under way.\n');
  expect(readdirSync(join(cwd, 'home', 'batches'))).toEqual([]);
});

test('a server without batches is told about, exit 2', async () => {
  server.always(fault(404, 'not_found'));
  const { status, stderr } = await batch('status');
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  const submitted = await batch('submit');
  expect(submitted.status).toBe(2);
  expect(submitted.stderr).toMatch(/runs no batches/);
  expect(submitted.stderr).not.toMatch(/ at .*\.js:/);
});
