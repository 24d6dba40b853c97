import type { Question, Rubric } from './schema.ts';

/** A folder with questions/ and rubrics/, read and found sound. */
export interface Pack {
  /** The folder it came from. */
  dir: string;
  /** In the order they are asked. */
  questions: Question[];
  /** By question id; also `star`, the general rubric, and `closing`, for the candidate's own questions. */
  rubrics: Rubrics;
}

/** A Map of rubrics, or what looks like one and reads each when it is first asked for. */
export type Rubrics = Pick<ReadonlyMap<string, Rubric>, 'get' | 'has' | 'keys' | 'values'> &
  Iterable<[string, Rubric]>;

/** The general rubric for behavioural questions that are not in the pack. */
export const GENERAL = 'star';
