/** What runs in a worker of `score`: records in, finished text for each report out, as a single process writes it. */
import { workerData } from 'node:worker_threads';
import { questionFinder } from '../answers/asked.ts';
import type { AnyRecord } from '../answers/record.ts';
import type { Score } from '../grading/assessment.ts';
import { gradeRecord } from '../grading/grade-record.ts';
import { graders } from '../grading/graders.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import { reports } from '../report/reports.ts';
import { VERSION } from '../version.ts';
import { hiding, reasonsOf, toGraded } from './score-graded.ts';
import type { HandedOver } from './score-outputs.ts';

/** What a worker starts with. */
export interface Start {
  pack: { dir: string; questions: Question[]; rubrics: [string, Rubric][] };
  minScore: number | null;
  width: number;
  anonymise: boolean;
  reports: HandedOver[];
}

/** What became of some records. */
export interface Written {
  /** For each report what it says of them, in pieces: longer strings would stay in memory for long. */
  texts: string[][];
  scores: (Score | null)[];
  /** Why some were not scored. */
  reasons: string[];
}

// The pool's own data comes first.
const { pack: plain, minScore, width, anonymise, reports: handedOver } = workerData[1] as Start;
const pack = { ...plain, rubrics: new Map(plain.rubrics) };
const grading = {
  pack,
  findQuestion: questionFinder(pack.questions),
  grader: await graders.offline(),
  signature: { name: 'offline', version: VERSION, model: null },
};
const hide = await hiding(anonymise);
const writers = await Promise.all(
  handedOver.map(async ({ format, after }) =>
    (await reports[format]()).open({ ...pack, minScore, width }, after),
  ),
);

let before: Promise<unknown> = Promise.resolve();

/** Grades records when those before are done: the next ones are sent ahead, so that there is no waiting for them. */
export default function inTurn(records: AnyRecord[]): Promise<Written> {
  const written = before.then(() => write(records));
  before = written.catch(() => {});
  return written;
}

async function write(records: AnyRecord[]): Promise<Written> {
  const texts = writers.map(() => ['']);
  const scores: Written['scores'] = [];
  const reasons: string[] = [];
  for (const record of records) {
    const assessment = await gradeRecord(record, grading);
    scores.push(assessment.score);
    reasons.push(...reasonsOf([assessment]));
    const graded = toGraded(record, [assessment], hide);
    for (const [index, writer] of writers.entries()) addTo(texts[index]!, writer.add(graded));
  }
  return { texts, scores, reasons };
}

/** So many characters make a piece. */
const PIECE = 32 * 1024;

function addTo(pieces: string[], text: string): void {
  const last = pieces.length - 1;
  if (pieces[last]!.length < PIECE) pieces[last] += text;
  else pieces.push(text);
}
