import { setImmediate } from 'node:timers/promises';
import { questionFinder } from '../answers/asked.ts';
import { readAnswers } from '../answers/read.ts';
import { type AnyRecord, isBad, place } from '../answers/record.ts';
import type { Assessment } from '../grading/assessment.ts';
import { gradeRecord } from '../grading/grade-record.ts';
import { loadPack } from '../pack/load.ts';
import { oneLine } from '../report/plain.ts';
import type { Graded } from '../report/report.ts';
import { ahead } from './ahead.ts';
import { type Flags, readFlags, toQuestion } from './score-flags.ts';
import { openOpinions } from './score-opinion.ts';
import { type Output, openOutputs, refuseInputs, writesTo } from './score-outputs.ts';
import { progressOf } from './score-progress.ts';

/** Formats that hold every answer say so past this many. */
const MANY = 50_000;
const HOLDS = `${MANY} answers, and more to come: Markdown, HTML and JUnit keep them all in memory; CSV and JSON do not`;

/** Grading waits for nothing, so without a pause now and then Ctrl-C would not be heard. */
const BREATH = 64;

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
  const hide = flags.anonymise ? (await import('../report/anonymise.ts')).anonymise : null;
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
  const { stdin } = process;
  const reading = { question, findQuestion, stdin, onFault, onNote: tell, skip, onBytes: progress.bytes };

  const outputs: Output[] = [];
  const opinions = await openOpinions(options, tell);
  const release = whenInterrupted(() => {
    progress.clear();
    discardAll(outputs);
    opinions.discard();
  });
  const grade = async (record: AnyRecord) => {
    const by = opinions.by.map((one) => gradeRecord(record, { pack, findQuestion, ...one }));
    return { record, assessments: await Promise.all(by) };
  };
  try {
    const records = ofShard(readAnswers(paths, reading), flags.shard);
    if (opinions.instead !== null) {
      const code = await opinions.instead(records, { pack, findQuestion });
      return count.faults > 0 ? 2 : code;
    }
    const context = { ...pack, minScore: flags.minScore, width: toWidth() };
    for await (const output of openOutputs(flags, context)) outputs.push(output);
    for await (const { record, assessments } of ahead(records, opinions.most, grade)) {
      for (const message of reasonsOf(assessments)) tell(message);
      tally(count, assessments, flags);
      const graded = toGraded(record, assessments, hide);
      for (const output of outputs) await output.add(graded);
      progress.answers(count.answers);
      if (count.answers === MANY && outputs.some(({ holdsAll }) => holdsAll)) tell(HOLDS);
      if (count.answers % BREATH === 0) await setImmediate();
    }
    progress.clear();
    await finish(outputs, count, tell);
    await opinions.end();
  } finally {
    release();
    discardAll(outputs);
    opinions.discard();
  }
  if (count.below > 0) tell(`${answers(count.below)} below --min-score ${flags.minScore}`);
  return count.faults > 0 ? 2 : count.unscored + count.below > 0 ? 1 : 0;
}

/** What two graders say alike is told once. */
function reasonsOf(assessments: Assessment[]): Set<string> {
  return new Set(assessments.flatMap(({ reason }) => reason?.message ?? []));
}

type Hide = (graded: Graded, place: string) => Graded;

function toGraded(record: AnyRecord, assessments: Assessment[], hide: Hide | null): Graded {
  const { answer, prompt } = isBad(record) ? { answer: '', prompt: null } : record;
  const [first, second] = assessments.map((assessment) =>
    hide === null ? { assessment, answer, prompt } : hide({ assessment, answer, prompt }, place(record)),
  );
  return second === undefined ? first! : { ...first!, beside: second.assessment };
}

interface Count {
  answers: number;
  unscored: number;
  below: number;
  faults: number;
}

/** An answer that one of two graders could not score, or put below the line, counts as such. */
function tally(count: Count, assessments: Assessment[], { minScore }: Flags): void {
  count.answers++;
  if (assessments.some(({ score }) => score === null)) count.unscored++;
  else if (minScore !== null && assessments.some(({ score }) => score! < minScore)) count.below++;
}

async function* ofShard(records: AsyncIterable<AnyRecord>, shard: Flags['shard']): AsyncGenerator<AnyRecord> {
  let number = 0;
  for await (const record of records) {
    number++;
    if (shard === null || number % shard.of === shard.index % shard.of) yield record;
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
