import type { Assessment, UnscoredCode } from './assessment.ts';
import { sha256 } from './hash.ts';

/** No part of STAR shown. */
export const NO_STAR = (): Assessment['star'] => ({
  situation: { level: 0, evidence: [] },
  task: { level: 0, evidence: [] },
  action: { level: 0, evidence: [] },
  result: { level: 0, evidence: [] },
});

/** The assessment of an answer that could not be graded: no score, no guess, and the reason. */
export function unscored(
  code: UnscoredCode,
  message: string,
  about: {
    answer: string;
    question: string | null;
    grader: Assessment['grader'];
    rubric: Assessment['rubric'];
  },
): Assessment {
  return {
    id: '',
    candidate: null,
    question: about.question,
    status: 'unscored',
    reason: { code, message },
    score: null,
    exact: null,
    label: null,
    star: NO_STAR(),
    criteria: [],
    redFlags: [],
    advice: [],
    followUp: null,
    words: countWords(about.answer),
    answerHash: sha256(about.answer),
    grader: about.grader,
    rubric: about.rubric,
    mark: null,
    extra: {},
  };
}

/** Words as a person counts them: runs of letters or digits, with inner apostrophes, hyphens and points. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
