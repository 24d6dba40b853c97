/**
 * Scores answers with a model whose server fails one request in five, as a real process, and reports what came of
 * them and how much memory it took: `npm run bench:llm-faults`, after `npm run build`. Takes a few minutes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS, seeded } from '../tests/grading/llm/random-faults.ts';
import { answerIn, completion, modelServer, obedient } from '../tests/grading/llm/server.ts';

const SIZES = [1000, 5000];
const SEED = 7;
const BIN = new URL('../bin/greenroom.js', import.meta.url).pathname;

interface Outcome {
  answers: number;
  scored: number;
  unscored: number;
  /** Answers for which a good reply was served more than once. */
  twice: number;
  faults: number;
  seconds: number;
  /** Peak resident memory in MiB; null where the system does not tell. */
  peak: number | null;
}

async function run(answers: number): Promise<Outcome> {
  const random = seeded(SEED);
  const faults = Object.values(FAULTS);
  const served = new Map<string, number>();
  let injected = 0;
  const server = await modelServer();
  server.always((seen) => {
    server.seen.length = 0;
    if (random() < 0.2) {
      injected++;
      return faults[Math.floor(random() * faults.length)]!(seen);
    }
    const [number = ''] = /Case \d+/.exec(answerIn(seen.body)) ?? [];
    served.set(number, (served.get(number) ?? 0) + 1);
    return completion(obedient(seen.body));
  });
  const cwd = mkdtempSync(join(tmpdir(), 'greenroom-bench-'));
  try {
    await writeAnswers(join(cwd, 'answers.jsonl'), answers);
    const began = performance.now();
    const { ids, scored, peak } = await score(cwd, server.url);
    const seconds = (performance.now() - began) / 1000;
    if (new Set(ids).size !== answers || ids.length !== answers)
      throw new Error(`${ids.length} results for ${answers}`);
    const twice = [...served.values()].filter((times) => times > 1).length;
    return { answers, scored, unscored: answers - scored, twice, faults: injected, seconds, peak };
  } finally {
    rmSync(cwd, { recursive: true });
    await server.close();
  }
}

async function writeAnswers(file: string, answers: number): Promise<void> {
  const out = createWriteStream(file);
  for (let i = 0; i < answers; i++) {
    const answer = `We lost three months of claims to one missing signature. Case ${i}. ${'I went through them with our coders and changed the form. '.repeat(12)}`;
    out.write(`${JSON.stringify({ id: `a${i}`, question: 'revenue-cycle', answer })}\n`);
  }
  out.end();
  await once(out, 'close');
}

async function score(
  cwd: string,
  url: string,
): Promise<{ ids: string[]; scored: number; peak: number | null }> {
  const args = ['score', 'answers.jsonl', '--grader', 'llm', '--jobs', '64', '--format', 'jsonl'];
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', GREENROOM_HOME: join(cwd, 'home'), OPENAI_BASE_URL: url },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let peak: number | null = null;
  const watch = setInterval(() => {
    peak = peakOf(child.pid ?? 0) ?? peak;
  }, 200);
  const ids: string[] = [];
  let scored = 0;
  let held = '';
  child.stdout.on('data', (bytes: Buffer) => {
    const lines = (held + bytes).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) {
      const { id, status } = JSON.parse(line) as { id: string; status: string };
      ids.push(id);
      if (status === 'scored') scored++;
    }
  });
  await once(child, 'close');
  clearInterval(watch);
  return { ids, scored, peak };
}

/** Linux keeps the highest resident size of a process. */
function peakOf(pid: number): number | null {
  try {
    const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kib === undefined ? null : Math.round(Number(kib) / 1024);
  } catch {
    return null;
  }
}

const outcomes: Outcome[] = [];
for (const size of SIZES) outcomes.push(await run(size));
console.table(outcomes.map((one) => ({ ...one, seconds: Math.round(one.seconds) })));
