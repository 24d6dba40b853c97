import type { Assessment, GradeRequest, Grader } from '../../grading/assessment.ts';
import { ANSWER_LIMIT } from '../../grading/grade-record.ts';
import { unscored } from '../../grading/unscored.ts';
import { VERSION } from '../../version.ts';

/** Grades one answer; what could not be graded is `unscored` and says why. */
export async function graded(grader: Grader, request: GradeRequest): Promise<Assessment> {
  const { answer, question, rubric } = request;
  const about = {
    answer,
    question: question?.id ?? rubric.question,
    grader: { name: 'offline', version: VERSION, model: null },
    rubric: null,
  };
  if (answer.length > ANSWER_LIMIT) {
    const message = `the answer has ${answer.length} characters; ${ANSWER_LIMIT} is the most that is scored`;
    return unscored('too-long', message, about);
  }
  try {
    return await grader(request);
  } catch (error) {
    return unscored('grader-failed', (error as Error).message, about);
  }
}
