/**
 * greenroom as a library: load a pack, grade an answer, read the result.
 *
 *   const pack = await loadPack();
 *   const question = pack.questions[0];
 *   const assessment = await offlineGrader({ question, rubric: pack.rubrics.get(question.id), answer });
 */
export type {
  Advice,
  Assessment,
  CriterionReading,
  Evidence,
  FlagReading,
  GradeRequest,
  Grader,
  Label,
  Level,
  Score,
  StarReading,
  UnscoredCode,
} from './grading/assessment.ts';
export { offlineGrader } from './grading/offline/grader.ts';
export { loadPack } from './pack/load.ts';
export { GENERAL, type Pack } from './pack/pack.ts';
export type { Kind, Question, Rubric, Severity, StarPart } from './pack/schema.ts';
export { VERSION } from './version.ts';
