import { questionFinder } from '../answers/asked.ts';
import { readAnswers } from '../answers/read.ts';
import type { AnyRecord } from '../answers/record.ts';
import type { Score } from '../grading/assessment.ts';
import { loadPack } from '../pack/load.ts';
import { oneLine } from '../report/plain.ts';
import { type Flags, readFlags, toQuestion } from './score-flags.ts';
import { hiding } from './score-graded.ts';
import { openOpinions } from './score-opinion.ts';
import { type Output, openOutputs, refuseInputs, writesTo } from './score-outputs.ts';
import { piecesOf } from './score-pieces.ts';
import { progressOf } from './score-progress.ts';
import { reliefOf, startFor } from './score-relief.ts';

/** Formats that hold every answer say so past this many. */
const MANY = 50_000;
const HOLDS = `${MANY} answers, and more to come: Markdown, HTML and JUnit keep them all in memory; CSV and JSON do not`;

/**
 * `greenroom score <path…>`: grades every answer and reports.
 *
 * @returns 2 when a file could not be used, 1 when an answer is unscored or below `--min-score`, else 0
 */
export async function run(paths: string[], options: Record<string, unknown>): Promise<number> {
  const flags = readFlags(options);
  const skip = writesTo(flags.files);
  refuseInputs(paths, skip);
  const pack = await loadPack(options.pack as string | undefined);
  const findQuestion = questionFinder(pack.questions);
  const question = toQuestion(options.question, pack.questions, findQuestion);
  const hide = await hiding(flags.anonymise);
  const progress = progressOf(
    paths,
    process.stderr.isTTY && !(flags.stdout !== null && process.stdout.isTTY),
  );
  const tell = (message: string) => {
    progress.clear();
    process.stderr.write(`greenroom: ${oneLine(message)}\n`);
  };
  const count = { answers: 0, unscored: 0, below: 0, faults: 0 };
  const onFault = (error: Error) => {
    count.faults++;
    tell(error.message);
  };
  const reading = {
    question,
    findQuestion,
    // Opened only for those who read it.
    get stdin() {
      return process.stdin;
    },
    onFault,
    onNote: tell,
    skip,
    onBytes: progress.bytes,
  };

  const outputs: Output[] = [];
  const opinions = await openOpinions(options, tell);
  const release = whenInterrupted(() => {
    progress.clear();
    discardAll(outputs);
    opinions.discard();
  });
  const context = { ...pack, minScore: flags.minScore, width: toWidth() };
  const relief = reliefOf(opinions.jobs, () => startFor(outputs, context, flags.anonymise), tell);
  try {
    const records = ofShard(readAnswers(paths, reading), flags.shard, progress.taken);
    if (opinions.instead !== null) {
      const code = await opinions.instead(records, { pack, findQuestion });
      return count.faults > 0 ? 2 : code;
    }
    for await (const output of openOutputs(flags, context)) outputs.push(output);
    for await (const piece of piecesOf(records, { pack, findQuestion }, opinions, hide, relief)) {
      for (const message of piece.reasons) tell(message);
      for (const scores of piece.scores) tally(count, scores, flags);
      for (const [number, output] of outputs.entries()) await piece.writeTo(output, number);
      progress.answers(count.answers);
      if (count.answers === MANY && outputs.some(({ holdsAll }) => holdsAll)) tell(HOLDS);
    }
    progress.clear();
    await finish(outputs, count, tell);
    await opinions.end();
  } finally {
    release();
    discardAll(outputs);
    opinions.discard();
    await relief.close();
  }
  if (count.below > 0) tell(`${answers(count.below)} below --min-score ${flags.minScore}`);
  return count.faults > 0 ? 2 : count.unscored + count.below > 0 ? 1 : 0;
}

interface Count {
  answers: number;
  unscored: number;
  below: number;
  faults: number;
}

/** An answer that one of two graders could not score, or put below the line, counts as such. */
function tally(count: Count, scores: (Score | null)[], { minScore }: Flags): void {
  count.answers++;
  if (scores.includes(null)) count.unscored++;
  else if (minScore !== null && scores.some((score) => score! < minScore)) count.below++;
}

async function* ofShard(
  records: AsyncIterable<AnyRecord>,
  shard: Flags['shard'],
  taken: () => void,
): AsyncGenerator<AnyRecord> {
  let number = 0;
  for await (const record of records) {
    number++;
    if (shard !== null && number % shard.of !== shard.index % shard.of) continue;
    taken();
    yield record;
  }
}

/** Files of a run in which nothing could be read stay as they were. */
async function finish(outputs: Output[], count: Count, tell: (message: string) => void): Promise<void> {
  for (const output of outputs) {
    if (output.name !== null && count.answers === 0 && count.faults > 0) continue;
    await output.end();
    if (output.name !== null) tell(`wrote ${output.name} (${answers(count.answers)})`);
  }
}

/** Ctrl-C leaves no half a file behind, nor does being told to end, or a terminal that is closed. */
function whenInterrupted(clean: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const interrupted = (signal: NodeJS.Signals) => {
    clean();
    if (signal === 'SIGINT') process.exit(130);
    // With its listener gone it ends us as it would have.
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, interrupted);
  return () => {
    for (const signal of signals) process.off(signal, interrupted);
  };
}

function discardAll(outputs: Output[]): void {
  for (const output of outputs) output.discard();
}

function answers(count: number): string {
  return count === 1 ? '1 answer' : `${count} answers`;
}

/** A terminal's own width between 60 and 120 columns; 80 where there is none. */
function toWidth(): number {
  return process.stdout.isTTY ? Math.min(120, Math.max(60, process.stdout.columns ?? 80)) : 80;
}
