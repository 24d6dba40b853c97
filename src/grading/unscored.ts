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
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 && !KNOWN_SIGNS.has(code)) return countByRule(text);
    if (PART[code] === PART_OF_WORD) {
      if (!inside) words++;
      inside = true;
    } else {
      const joins: boolean = inside && (PART[code] === JOINS || code === CURLY_APOSTROPHE);
      inside = joins && i + 1 < text.length && mayBePart(text.charCodeAt(i + 1));
    }
  }
  return words;
}

const mayBePart = (code: number): boolean =>
  code > 127 ? !KNOWN_SIGNS.has(code) : PART[code] === PART_OF_WORD;

/** What decides; the count by characters is for texts with no letters beyond ASCII, which are most. */
const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

function countByRule(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

const PART_OF_WORD = 1;
const JOINS = 2;
const CURLY_APOSTROPHE = 0x2019;
/** Beyond ASCII, common, and neither letter nor digit. */
const KNOWN_SIGNS = new Set(Array.from('‘’“”–—…£€\u00a0', (sign) => sign.charCodeAt(0)));
const PART = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(char) ? PART_OF_WORD : /['.,-]/.test(char) ? JOINS : 0;
});
