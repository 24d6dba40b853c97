import type { StarPart } from '../pack/choices.ts';
import { advise } from './advice.ts';
import type { Assessment, Evidence, FlagReading, GradeRequest, Level, StarReading } from './assessment.ts';
import { rubricHash, sha256 } from './hash.ts';
import { countWords } from './unscored.ts';
import type { Verdict } from './verdict.ts';

/** What a grader comes to, whichever grader. */
export interface Result {
  verdict: Verdict;
  star: Record<StarPart, StarReading>;
  criteria: { id: string; weight: number; level: Level; evidence: Evidence[] }[];
  redFlags: FlagReading[];
  /** The name of the rubric's example the answer copies. */
  copied: string | null;
  grader: Assessment['grader'];
}

/** The assessment of an answer that was graded. A criterion is met when its level is clear; no other keeps evidence. */
export function scored({ question, rubric, answer }: GradeRequest, result: Result): Assessment {
  const { verdict, star, criteria, redFlags, copied, grader } = result;
  const { advice, followUp } = advise(rubric, { criteria, flags: redFlags.map(({ id }) => id), copied });
  return {
    id: '',
    candidate: null,
    question: question?.id ?? rubric.question,
    status: 'scored',
    reason: null,
    ...verdict,
    star,
    criteria: criteria.map(({ id, level, evidence }) => {
      const met = level === 2;
      return { id, met, evidence: met ? evidence : [] };
    }),
    redFlags,
    advice,
    followUp,
    words: countWords(answer),
    answerHash: sha256(answer),
    grader,
    rubric: { version: rubric.version, hash: rubricHash(rubric) },
    mark: null,
    extra: {},
  };
}
