/**
 * How many answers a second go through the command line, what that costs the processor, and whether memory grows
 * with their number. Streams JSON lines into `greenroom score -`, the written corpus over and over.
 *
 *   npm run build && npm run bench:throughput                      100,000 records, with one job and with two
 *   npm run build && npm run bench:throughput -- 1000000 --jobs 2  another number, further flags of `score`
 *
 * Prints a line for every tenth, then what the run comes to. The ratio is the processor's time for the whole to
 * that for parsing the same lines and writing them out again alone, both less what one line takes (goal: at most 20). Given no `--jobs`, or one above 1, one job and as many are run in turn (goal: 1.7 times the rate).
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

const BIN = 'bin/greenroom.js';
const [first, ...others] = process.argv.slice(2);
const counted = /^\d+$/.test(first ?? '');
const total = counted ? Number(first) : 100_000;
const flags = counted || first === undefined ? others : [first, ...others];
const given = flags.indexOf('--jobs');
const jobs = given === -1 ? 2 : Number(flags[given + 1]);
const rest = given === -1 ? flags : flags.toSpliced(given, 2);

const corpus = readFileSync(new URL('../tests/corpus/answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { question: string; answer: string });
const bytes = corpus.reduce((sum, { answer }) => sum + Buffer.byteLength(answer), 0) / corpus.length;

/** What is done with each line when nothing is graded: the least any program in this language could do. */
const PARSE_AND_STRINGIFY = `
  let held = '';
  process.stdin.setEncoding('utf8').on('data', (text) => {
    const lines = (held + text).split('\\n');
    held = lines.pop();
    process.stdout.write(lines.map((line) => JSON.stringify(JSON.parse(line)) + '\\n').join(''));
  });`;

/** At its end the program says how much it took of the processor, in seconds, and of memory, in MB. */
const TELL_USAGE = encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  import { writeSync } from 'node:fs';
  if (isMainThread) process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const processor = (userCPUTime + systemCPUTime) / 1e6;
    writeSync(3, JSON.stringify({ processor, memory: Math.round(maxRSS / 1024) }));
  });`);

interface Run {
  seconds: number;
  /** Of all its cores together. */
  processor: number;
  /** The most that was resident: of the process with its workers, which are threads of it. */
  memory: number;
}

let told = 0;

console.log(
  `${total} records of ${Math.round(bytes)} bytes on average; Node ${process.version}, ${cpus().length} cores`,
);
const score = (...more: string[]) => [BIN, 'score', '-', '--format', 'jsonl', ...rest, ...more];
const start = await measured(score(), 1, false);
const nothing = await measured(['-e', PARSE_AND_STRINGIFY], 1, false);
const bare = (await measured(['-e', PARSE_AND_STRINGIFY], total, false)).processor - nothing.processor;
const runs: Run[] = [];
for (const many of jobs > 1 ? [1, jobs] : [jobs]) {
  console.log(`\n--jobs ${many}`);
  console.log(['records', 'answers/s', 'memory MB'].map((head) => head.padStart(12)).join(''));
  const run = await measured(score('--jobs', String(many)), total, true);
  runs.push(run);
  const ratio = (run.processor - start.processor) / bare;
  console.log(
    `${Math.round(total / run.seconds)} answers/s, ${run.processor.toFixed(1)} s of the processor, ` +
      `${run.memory} MB at most; ${ratio.toFixed(1)} times parsing and writing alone (${bare.toFixed(1)} s)`,
  );
}
const [one, more] = runs;
if (one !== undefined && more !== undefined) {
  console.log(
    `\n${jobs} jobs: ${(one.seconds / more.seconds).toFixed(2)} times the rate of one, ` +
      `for ${(more.processor / one.processor).toFixed(2)} times the processor's work`,
  );
}

/** Feeds so many records to a program that gives a line for each. */
async function measured(args: string[], records: number, shown: boolean): Promise<Run> {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${TELL_USAGE}`, ...args], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
  });
  const begun = performance.now();
  const [code, done, usage] = await Promise.all([
    once(child, 'exit').then(([exit]) => exit as number),
    countLines(child.stdout!, (done) => {
      if (shown) tellTenths(done, records, (performance.now() - begun) / 1000, child.pid!);
    }),
    text(child.stdio[3] as Readable),
    feed(child.stdin!, records),
  ]);
  if (code !== 0 || done !== records)
    throw new Error(`${records} records in, ${done} out, exit code ${code}`);
  return { seconds: (performance.now() - begun) / 1000, ...JSON.parse(usage) };
}

async function feed(to: Writable, records: number): Promise<void> {
  for (let i = 0; i < records; i++) {
    const { question, answer } = corpus[i % corpus.length]!;
    if (!to.write(`${JSON.stringify({ id: `a-${i}`, question, answer })}\n`)) await once(to, 'drain');
  }
  to.end();
}

async function countLines(from: Readable, tell: (done: number) => void): Promise<number> {
  let done = 0;
  for await (const chunk of from as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === 10) done++;
    tell(done);
  }
  return done;
}

/** A line for each tenth of the records that was not told yet. */
function tellTenths(done: number, records: number, seconds: number, pid: number): void {
  const tenth = Math.floor((10 * done) / records);
  if (tenth <= told) return;
  told = tenth === 10 ? 0 : tenth;
  const cells = [done, Math.round(done / seconds), memoryOf(pid)];
  console.log(cells.map((cell) => String(cell).padStart(12)).join(''));
}

/** Resident memory of a process and its threads, in MB; 0 when it has ended. */
function memoryOf(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(stdout) / 1024);
}
