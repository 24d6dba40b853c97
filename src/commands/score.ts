import { questionFinder } from '../answers/asked.ts';
import { readAnswers } from '../answers/read.ts';
import { isBad } from '../answers/record.ts';
import { UsageError } from '../errors.ts';
import { gradeRecord } from '../grading/grade-record.ts';
import { graders } from '../grading/graders.ts';
import { loadPack } from '../pack/load.ts';
import { nearest } from '../pack/nearest.ts';
import type { Pack } from '../pack/pack.ts';
import { plainText } from '../report/plain.ts';
import { REPORT_FORMATS, type ReportFormat, reports } from '../report/reports.ts';
import { VERSION } from '../version.ts';
import { stdoutSink } from './score-sink.ts';

/** `greenroom score <path…>`: grades every answer and reports; see the design for what each exit code means. */
export async function run(paths: string[], options: Record<string, unknown>): Promise<number> {
  const format = toFormat(options.format);
  const minScore = toMinScore(options.minScore);
  const pack = await loadPack(options.pack as string | undefined);
  const findQuestion = questionFinder(pack.questions);
  const grading = {
    pack,
    findQuestion,
    grader: await graders.offline(),
    signature: { name: 'offline', version: VERSION, model: null },
  };
  const kind = await reports[format]();
  const report = kind.open({ ...pack, minScore, width: toWidth() });
  const sink = stdoutSink();

  let findings = false;
  let faults = false;
  const tell = (message: string) => process.stderr.write(`greenroom: ${plainText(message)}\n`);
  const records = readAnswers(paths, {
    question: toQuestion(options.question, pack, findQuestion),
    findQuestion,
    stdin: process.stdin,
    onFault: (error) => {
      faults = true;
      tell(error.message);
    },
    onNote: tell,
    skip: () => false,
  });
  for await (const record of records) {
    const assessment = await gradeRecord(record, grading);
    if (assessment.reason !== null) tell(assessment.reason.message);
    findings ||= assessment.score === null || (minScore !== null && assessment.score < minScore);
    const { answer, prompt } = isBad(record) ? { answer: '', prompt: null } : record;
    await sink.write(report.add({ assessment, answer, prompt }));
  }
  for (const piece of report.end()) await sink.write(piece);
  await sink.end();
  return faults ? 2 : findings ? 1 : 0;
}

function toFormat(value: unknown): ReportFormat {
  const format = REPORT_FORMATS.find((name) => name === value);
  if (format !== undefined) return format;
  throw new UsageError(`--format ${value}: there is ${REPORT_FORMATS.join(', ')}`);
}

function toMinScore(value: unknown): number | null {
  if (value === undefined) return null;
  const score = Number(value);
  if (score >= 1 && score <= 5) return score;
  throw new UsageError(`--min-score ${value}: a score is a number from 1 to 5`);
}

function toQuestion(value: unknown, pack: Pack, find: (name: string) => string | null): string | null {
  if (value === undefined) return null;
  const id = find(String(value));
  if (id !== null) return id;
  const ids = pack.questions.map((question) => question.id);
  const meant = nearest(String(value), ids);
  throw new UsageError(
    `--question ${value}: no such question; ${meant === null ? `there are ${ids.join(', ')}` : `did you mean ${meant}?`}`,
  );
}

/** A terminal's own width between 60 and 120 columns; 80 where there is none. */
function toWidth(): number {
  return process.stdout.isTTY ? Math.min(120, Math.max(60, process.stdout.columns ?? 80)) : 80;
}
