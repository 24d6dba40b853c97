import { STAR_PARTS } from '../../pack/choices.ts';
import { VERSION } from '../../version.ts';
import { advise } from '../advice.ts';
import type { Advice, Assessment, GradeRequest, Grader } from '../assessment.ts';
import { rubricHash, sha256 } from '../hash.ts';
import { countWords } from '../unscored.ts';
import { type Levels, verdict } from '../verdict.ts';
import { evidenceOf } from './evidence.ts';
import { type AnswerReading, readAnswer } from './read.ts';

/** The offline grader: reads the language of an answer, looks for evidence, and lets verdict.ts make the score. */
export const offlineGrader: Grader = async (request) => gradeOffline(request);

/** The same, without the promise: it needs nothing but the text. */
export function gradeOffline(request: GradeRequest): Assessment {
  const { question, rubric, answer } = request;
  const reading = readAnswer(request);
  const { advice, followUp } = adviceFor(request, reading);
  return {
    id: '',
    candidate: null,
    question: question?.id ?? rubric.question,
    status: 'scored',
    reason: null,
    ...verdict(levelsOf(request, reading)),
    ...shownIn(reading),
    advice,
    followUp,
    words: countWords(answer),
    answerHash: sha256(answer),
    grader: { name: 'offline', version: VERSION, model: null },
    rubric: { version: rubric.version, hash: rubricHash(rubric) },
    mark: null,
    extra: {},
  };
}

/** What was read, as far as a score is made of it. */
export function levelsOf(
  { rubric }: GradeRequest,
  { criteria, flags, star, substance }: AnswerReading,
): Levels {
  return {
    star: perPart((part) => star[part].clarity),
    starWeights: perPart((part) => rubric.star[part].weight),
    criteria: criteria.map(({ weight, level }) => ({ weight, level })),
    flags: flags.map(({ rule }) => ({ severity: rule.severity })),
    substance,
  };
}

function shownIn({
  text,
  criteria,
  flags,
  star,
}: AnswerReading): Pick<Assessment, 'star' | 'criteria' | 'redFlags'> {
  return {
    star: perPart((part) => {
      const { level, hits } = star[part];
      return { level, evidence: level === 0 ? [] : evidenceOf(hits, text) };
    }),
    criteria: criteria.map(({ id, level, found }) => {
      const met = level === 2;
      return { id, met, evidence: met ? evidenceOf(found, text) : [] };
    }),
    redFlags: flags.map(({ rule, found }) => ({
      id: rule.id,
      severity: rule.severity,
      evidence: evidenceOf(found, text),
    })),
  };
}

function adviceFor(
  { rubric }: GradeRequest,
  { criteria, flags, copied }: AnswerReading,
): ReturnType<typeof advise> {
  const shown = advise(rubric, { criteria, flags: flags.map(({ rule }) => rule.id) });
  return copied === null ? shown : { ...shown, advice: [copyAdvice(copied), ...shown.advice].slice(0, 2) };
}

function copyAdvice(name: string): Advice {
  return {
    about: 'example',
    text: `This is the example "${name}" of the rubric, nearly word for word. Tell a case of your own.`,
  };
}

function perPart<T>(value: (part: (typeof STAR_PARTS)[number]) => T): Record<(typeof STAR_PARTS)[number], T> {
  const all = {} as ReturnType<typeof perPart<T>>;
  for (const part of STAR_PARTS) all[part] = value(part);
  return all;
}
