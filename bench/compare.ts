/**
 * What one would otherwise run for the same job, beside greenroom: promptfoo over the same answers, spectral and ajv
 * over the same rubric files. Installs them from the npm registry into a folder that is gone afterwards (some 1.5 GB)
 * and prints a table of docs/performance.md.
 *
 *   npm run build && npm run bench:compare
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersOf, writeRecords } from './speed/answers.ts';
import { type Command, peakMemory, wallTime } from './speed/process.ts';
import { machine, ROUNDS, rounds, short, table } from './speed/rows.ts';
import { spread } from './speed/statistics.ts';
import { score } from './speed/streaming.ts';
import { ajv, check, install, packCopy, promptfoo, spectral, type Tool, VERSIONS } from './speed/tools.ts';

const HEAD = ['run', 'seconds', '÷ greenroom', 'peak memory, MB', 'installed'];
const ANSWERS = 1000;

const folder = mkdtempSync(join(tmpdir(), 'greenroom-compare-'));
try {
  const sizes = new Map(Object.keys(VERSIONS).map((tool) => [tool, sizeOf(tool as Tool)]));
  const answers = answersOf(150, ANSWERS);
  const file = join(folder, 'answers.jsonl');
  writeRecords(file, answers, ANSWERS);
  const pack = packCopy(join(folder, 'pack'));
  const of = (tool: Tool) => join(folder, tool);
  const name = (tool: Tool) => `${tool} ${VERSIONS[tool]}`;

  console.log(`${machine()}; medians of ${ROUNDS} (lowest–highest)\n`);
  console.log(`${ANSWERS} answers of 150 words\n`);
  compare([
    ['greenroom score', score(file, 1), ''],
    [name('promptfoo'), await promptfoo(of('promptfoo'), answers), sizes.get('promptfoo')!],
  ]);
  console.log('The rubric files of the built-in pack\n');
  compare([
    ['greenroom check, the rubrics, with their examples', check(pack, 'rubrics'), ''],
    ['greenroom check, the whole pack, with its examples', check(pack, 'pack'), ''],
    [name('ajv-cli'), ajv(of('ajv-cli'), pack), sizes.get('ajv-cli')!],
    [
      name('@stoplight/spectral-cli'),
      spectral(of('@stoplight/spectral-cli'), pack),
      sizes.get('@stoplight/spectral-cli')!,
    ],
  ]);
} finally {
  rmSync(folder, { recursive: true });
}

function sizeOf(tool: Tool): string {
  process.stderr.write(`installing ${tool} …\n`);
  const { packages, megabytes } = install(tool, join(folder, tool));
  return `${packages} packages, ${short(megabytes)} MB`;
}

/** Whole processes in turn; the first is what the others are compared with. */
function compare(runs: [what: string, Command, size: string][]): void {
  const took = rounds(() => runs.map(([, command]) => wallTime(command)));
  const lines = runs.map(([what, command, size], index) => {
    const seconds = spread(took.map((round) => round[index]!));
    const ratio = spread(took.map((round) => round[index]! / round[0]!));
    return [
      what,
      `${short(seconds.median)} (${short(seconds.low)}–${short(seconds.high)})`,
      `${short(ratio.median)} (${short(ratio.low)}–${short(ratio.high)})`,
      short(peakMemory(command)),
      size,
    ];
  });
  console.log(`${table(HEAD, lines)}\n`);
}
