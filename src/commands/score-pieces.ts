import { setImmediate } from 'node:timers/promises';
import type { AnyRecord } from '../answers/record.ts';
import type { Assessment, Score } from '../grading/assessment.ts';
import { type Grading, gradeRecord } from '../grading/grade-record.ts';
import { ahead } from './ahead.ts';
import { type Hide, reasonsOf, toGraded } from './score-graded.ts';
import type { Opinions } from './score-opinion.ts';
import type { Output } from './score-outputs.ts';
import type { Relief } from './score-relief.ts';
import type { Written } from './score-worker.ts';
import type { Lost } from './score-workers.ts';
import { keepMemorySteady } from './steady-memory.ts';

/** Answers that were graded: one, or what a worker was given at once. */
export interface Piece {
  /** The scores of each answer, one for each grader. */
  scores: (Score | null)[][];
  /** Why some were not scored. */
  reasons: Iterable<string>;
  /** Writes them to the run's output of this number. */
  writeTo(output: Output, number: number): Promise<void>;
}

/** Grading waits for nothing, so without a pause now and then Ctrl-C would not be heard. */
const BREATH = 64;

/** Grades every record: in this thread, and once relief is ready, by that too. Pieces come in the order of the records. */
export async function* piecesOf(
  records: AsyncGenerator<AnyRecord>,
  grading: Pick<Grading, 'pack' | 'findQuestion'>,
  { by, most }: Opinions,
  hide: Hide | null,
  relief: Relief,
): AsyncGenerator<Piece> {
  const grade = async (record: AnyRecord) => {
    const all = by.map((one) => gradeRecord(record, { ...grading, ...one }));
    return toPiece(record, await Promise.all(all), hide);
  };
  let answers = 0;
  for await (const piece of ahead(leftOpen(records), most, grade)) {
    yield piece;
    answers++;
    if (answers === BREATH) await keepMemorySteady();
    if (relief.isReady(answers)) {
      for await (const done of relief.grade(records, grade)) {
        yield 'texts' in done ? ofWorker(done) : 'error' in done ? await lostPiece(done) : done;
      }
      return;
    }
    if (answers % BREATH === 0) await setImmediate();
  }

  async function lostPiece({ record, error }: Lost): Promise<Piece> {
    const grader = () => Promise.reject(new Error(`the process that graded it ended (${error.message})`));
    const { signature } = by[0]!;
    return toPiece(record, [await gradeRecord(record, { ...grading, grader, signature })], hide);
  }
}

function toPiece(record: AnyRecord, assessments: Assessment[], hide: Hide | null): Piece {
  return {
    scores: [assessments.map(({ score }) => score)],
    reasons: reasonsOf(assessments),
    writeTo: (output) => output.add(toGraded(record, assessments, hide)),
  };
}

function ofWorker({ texts, scores, reasons }: Written): Piece {
  return {
    scores: scores.map((score) => [score]),
    reasons,
    writeTo: (output, number) => output.append(texts[number]!, scores),
  };
}

/** The same records, but whoever stops taking them here can go on at the source. */
function leftOpen<T>(source: AsyncGenerator<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}
