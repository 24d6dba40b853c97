import type { Assessment, GradeRequest } from '../../grading/assessment.ts';
import { ANSWER_LIMIT } from '../../grading/grade-record.ts';
import { unscored } from '../../grading/unscored.ts';
import type { Signed } from '../score-opinion.ts';

/**
 * Grades one answer; what could not be graded is `unscored` and says why.
 *
 * @throws what the signal was aborted with
 */
export async function graded(
  { grader, signature }: Signed,
  request: GradeRequest,
  signal?: AbortSignal,
): Promise<Assessment> {
  const { answer, question, rubric } = request;
  const about = {
    answer,
    question: question?.id ?? rubric.question,
    grader: signature,
    rubric: null,
  };
  if (answer.length > ANSWER_LIMIT) {
    const message = `the answer has ${answer.length} characters; ${ANSWER_LIMIT} is the most that is scored`;
    return unscored('too-long', message, about);
  }
  try {
    return await grader(request, signal);
  } catch (error) {
    signal?.throwIfAborted();
    return unscored('grader-failed', (error as Error).message, about);
  }
}
