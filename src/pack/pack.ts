import type { Question, Rubric } from './schema.ts';

/** A folder with questions/ and rubrics/, read and found sound. */
export interface Pack {
  /** The folder it came from. */
  dir: string;
  /** In the order they are asked. */
  questions: Question[];
  /** By question id; also `star`, the general rubric, and `closing`, for the candidate's own questions. */
  rubrics: Map<string, Rubric>;
}

/** The general rubric for behavioural questions that are not in the pack. */
export const GENERAL = 'star';
