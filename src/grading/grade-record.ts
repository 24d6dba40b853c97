import { type AnswerRecord, type AnyRecord, isBad, place } from '../answers/record.ts';
import { nearest } from '../pack/nearest.ts';
import { GENERAL, type Pack } from '../pack/pack.ts';
import type { Assessment, GradeRequest, Grader, UnscoredCode } from './assessment.ts';
import { unscored } from './unscored.ts';

/** An answer longer than this many UTF-16 units is not graded. */
export const ANSWER_LIMIT = 100_000;

/** Everything a record is graded with. */
export interface Grading {
  pack: Pack;
  grader: Grader;
  /** How the grader signs what never reached it. */
  signature: Assessment['grader'];
  /** A question's id from its id, title or wording. */
  findQuestion: (name: string) => string | null;
}

/**
 * Grades one record.
 *
 * @returns an assessment in every case: what could not be graded is `unscored`, with file and line in its
 *   reason. Rejects only when the signal was aborted.
 */
export async function gradeRecord(
  record: AnyRecord,
  grading: Grading,
  signal?: AbortSignal,
): Promise<Assessment> {
  const graded = isBad(record)
    ? fault('bad-record', record.message, null, grading)
    : await gradeAnswer(record, grading, signal);
  const { reason } = graded;
  return {
    ...graded,
    id: record.id,
    reason: reason && { code: reason.code, message: `${place(record)}: ${reason.message}` },
    ...(isBad(record) ? {} : { candidate: record.candidate, mark: record.mark, extra: record.extra }),
  };
}

async function gradeAnswer(
  record: AnswerRecord,
  grading: Grading,
  signal?: AbortSignal,
): Promise<Assessment> {
  const request = toRequest(record, grading);
  if ('code' in request) return fault(request.code, request.message, record, grading);
  try {
    return await grading.grader(request, signal);
  } catch (error) {
    signal?.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return fault('grader-failed', message, { ...record, question: request.rubric.question }, grading);
  }
}

interface Refusal {
  code: UnscoredCode;
  message: string;
}

function toRequest(record: AnswerRecord, { pack, findQuestion }: Grading): GradeRequest | Refusal {
  const { answer, prompt } = record;
  if (answer.trim() === '') return { code: 'empty', message: 'the answer is blank' };
  if (answer.length > ANSWER_LIMIT) {
    return {
      code: 'too-long',
      message: `the answer has ${answer.length} characters; ${ANSWER_LIMIT} is the most`,
    };
  }
  const id = record.question === null ? (prompt === null ? null : GENERAL) : findQuestion(record.question);
  const rubric = id === null ? undefined : pack.rubrics.get(id);
  if (rubric === undefined) return { code: 'unknown-question', message: unknown(record.question, pack) };
  const question = pack.questions.find((one) => one.id === id) ?? null;
  return { question, rubric, answer, ...(prompt === null ? {} : { prompt }) };
}

function unknown(name: string | null, pack: Pack): string {
  const ids = pack.questions.map(({ id }) => id);
  if (name === null) return `names no question; the questions are ${ids.join(', ')}`;
  const meant = nearest(name, ids);
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return `no question "${shown}" in this pack; ${
    meant === null ? `there are ${ids.join(', ')}` : `did you mean "${meant}"?`
  }`;
}

function fault(
  code: UnscoredCode,
  message: string,
  record: AnswerRecord | null,
  grading: Grading,
): Assessment {
  const { signature, findQuestion } = grading;
  const named = record?.question ?? null;
  const question =
    named === null ? (record?.prompt != null ? GENERAL : null) : (findQuestion(named) ?? named);
  return unscored(code, message, { answer: record?.answer ?? '', question, grader: signature, rubric: null });
}
