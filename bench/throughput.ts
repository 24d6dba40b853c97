/**
 * How many answers a second go through the command line, and whether memory grows with their number. Streams JSON
 * lines into `greenroom score -`, the written corpus over and over, and prints a line for every tenth.
 *
 *   npm run build && npm run bench:throughput                      100,000 records
 *   npm run build && npm run bench:throughput -- 1000000 --jobs 2  more, with further flags of `score`
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const [first, ...others] = process.argv.slice(2);
const counted = /^\d+$/.test(first ?? '');
const total = counted ? Number(first) : 100_000;
const flags = counted || first === undefined ? others : [first, ...others];

const corpus = readFileSync(new URL('../tests/corpus/answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { question: string; answer: string });
const bytes = corpus.reduce((sum, { answer }) => sum + Buffer.byteLength(answer), 0) / corpus.length;

const args = ['bin/greenroom.js', 'score', '-', '--format', 'jsonl', ...flags];
const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
const start = performance.now();
const exit = once(child, 'exit');

console.log(
  `${total} records of ${Math.round(bytes)} bytes on average; Node ${process.version}, ${cpus().length} cores`,
);
console.log(['records', 'answers/s', 'memory MB'].map((head) => head.padStart(12)).join(''));

await Promise.all([feed(), watch()]);
const [code] = await exit;
process.exitCode = code === 0 ? 0 : 1;

async function feed(): Promise<void> {
  for (let i = 0; i < total; i++) {
    const { question, answer } = corpus[i % corpus.length]!;
    if (!child.stdin.write(`${JSON.stringify({ id: `a-${i}`, question, answer })}\n`)) {
      await once(child.stdin, 'drain');
    }
  }
  child.stdin.end();
}

async function watch(): Promise<void> {
  let done = 0;
  let told = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    for (const byte of chunk) if (byte === 10) done++;
    while (done >= ((told + 1) * total) / 10) {
      told++;
      const rate = Math.round((done * 1000) / (performance.now() - start));
      console.log([done, rate, memory()].map((cell) => String(cell).padStart(12)).join(''));
    }
  }
  if (done !== total) throw new Error(`${total} records went in and ${done} came out`);
}

/** Resident memory of the process and those it started, in MB. */
function memory(): number {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const own = rows.filter(([pid, parent]) => pid === child.pid || parent === child.pid);
  return Math.round(own.reduce((sum, [, , kilobytes = 0]) => sum + kilobytes, 0) / 1024);
}
