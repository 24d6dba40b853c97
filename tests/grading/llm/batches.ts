import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GradeRequest } from '../../../src/grading/assessment.ts';
import { openCollection } from '../../../src/grading/llm/batch-collect.ts';
import { openBatchServer } from '../../../src/grading/llm/batch-server.ts';
import { openSubmission } from '../../../src/grading/llm/batch-submit.ts';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import type { Setup } from '../../../src/grading/llm/setup.ts';
import { answer, request, setupFor } from './made.ts';
import { type Answer, completion, modelServer, obedient, type Plan, type Seen } from './server.ts';

interface Line {
  custom_id: string;
  body: Seen['body'];
}

interface Job {
  id: string;
  status: string;
  input_file_id: string;
  output_file_id: string | null;
  error_file_id: string | null;
  metadata: Record<string, string>;
}

/** The part of the protocol that runs batches, with what it holds open to tests. */
export interface BatchProtocol {
  plan: Plan;
  files: Map<string, string>;
  jobs: Job[];
  /** Every request in every uploaded file. */
  lines: () => Line[];
  /** Runs the batches that wait; a line is answered by what this gives, or goes to the error file when it is null. */
  finish: (answer?: (line: Line) => unknown, status?: string) => void;
}

const ok = (line: Line) => completion(obedient(line.body)).json;

export function batchProtocol(): BatchProtocol {
  const files = new Map<string, string>();
  const jobs: Job[] = [];
  const keep = (text: string) => {
    const id = `file-${files.size + 1}`;
    files.set(id, text);
    return id;
  };
  const linesOf = (text = '') =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line): Line => JSON.parse(line));
  const shown = (job: Job) => {
    const total = linesOf(files.get(job.input_file_id)).length;
    const over = job.output_file_id !== null;
    return { object: 'batch', ...job, request_counts: { total, completed: over ? total : 0, failed: 0 } };
  };

  const plan: Plan = ({ method, path, text, body }) => {
    const [, what = '', id, content] = path.replace(/\?.*/, '').split('/').slice(1);
    if (method === 'POST' && what === 'files') {
      const [, part = ''] = /name="file".*?\r\n\r\n(.*?)\r\n--/s.exec(text) ?? [];
      return { json: { id: keep(part), object: 'file' } };
    }
    if (method === 'POST' && what === 'batches') {
      const { input_file_id, metadata } = body;
      const job = { id: `batch_${jobs.length + 1}`, status: 'in_progress', input_file_id, metadata };
      jobs.push({ ...job, output_file_id: null, error_file_id: null });
      return { json: shown(jobs.at(-1)!) };
    }
    if (method === 'GET' && what === 'batches' && id === undefined) {
      return { json: { object: 'list', data: jobs.map(shown), has_more: false } };
    }
    const job = jobs.find((one) => one.id === id);
    if (method === 'GET' && what === 'batches' && job !== undefined) return { json: shown(job) };
    if (method === 'GET' && content === 'content' && files.has(id!)) return { text: files.get(id!)! };
    if (method === 'DELETE' && what === 'files') return { json: { id, deleted: files.delete(id!) } };
    return { status: 418, json: { error: { message: `nobody planned ${method} ${path}` } } };
  };

  return {
    plan,
    files,
    jobs,
    lines: () => jobs.flatMap(({ input_file_id }) => linesOf(files.get(input_file_id))),
    finish(answer = ok, status = 'completed') {
      for (const job of jobs.filter((one) => one.status === 'in_progress')) {
        const done: string[] = [];
        const failed: string[] = [];
        // Results come in any order.
        for (const line of linesOf(files.get(job.input_file_id)).reverse()) {
          const body = answer(line);
          const status_code = body === null ? 500 : 200;
          const result = { id: 'r', custom_id: line.custom_id, response: { status_code, body }, error: null };
          (body === null ? failed : done).push(JSON.stringify(result));
        }
        job.status = status;
        job.output_file_id = keep(done.map((one) => `${one}\n`).join(''));
        job.error_file_id = failed.length === 0 ? null : keep(failed.join('\n'));
      }
    },
  };
}

export const asked = (n: number): GradeRequest => ({ ...request, answer: `${answer} That was case ${n}.` });

export type BatchRun = Awaited<ReturnType<typeof batchRun>>;

/** A server that runs batches, a home for what is remembered, and the two steps that lead from answers to scores. */
export async function batchRun() {
  const server = await modelServer();
  const protocol = batchProtocol();
  server.always(protocol.plan);
  const home = mkdtempSync(join(tmpdir(), 'greenroom-batch-'));
  const folder = join(home, 'batches');
  const setupWith = (more: Partial<Setup> = {}) =>
    setupFor(server.url, { cache: join(home, 'cache'), ...more });
  return {
    server,
    protocol,
    home,
    folder,
    setupWith,
    /** Does what is asked for, but answers the first requests `which` names by the plan: the reply is lost or bad. */
    spoil(which: string, plan: Answer, times = Number.POSITIVE_INFINITY) {
      let left = times;
      server.always((seen) => {
        const reply = (protocol.plan as (seen: Seen) => Answer)(seen);
        return `${seen.method} ${seen.path}`.includes(which) && left-- > 0 ? plan : reply;
      });
    },
    async submit(numbers: number[], setup = setupWith()) {
      const submission = openSubmission(setup, openBatchServer(setup), folder);
      for (const n of numbers) await submission.grader(asked(n));
      return submission.end();
    },
    async collect(numbers: number[], setup = setupWith()) {
      const collection = await openCollection(setup, openBatchServer(setup), folder);
      const grader = llmGrader(setup, collection.source);
      const assessments = [];
      for (const n of numbers) assessments.push(await grader(asked(n)));
      const others = await collection.settle();
      collection.discard();
      return { assessments, others, scores: assessments.map(({ score }) => score) };
    },
    async close() {
      rmSync(home, { recursive: true });
      await server.close();
    },
  };
}
