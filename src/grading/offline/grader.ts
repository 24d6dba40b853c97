import { perPart } from '../../pack/choices.ts';
import { VERSION } from '../../version.ts';
import type { Assessment, GradeRequest, Grader } from '../assessment.ts';
import { scored } from '../scored.ts';
import { type Levels, verdict } from '../verdict.ts';
import { evidenceOf } from './evidence.ts';
import { type AnswerReading, readAnswer } from './read.ts';

/** The offline grader: reads the language of an answer, looks for evidence, and lets verdict.ts make the score. */
export const offlineGrader: Grader = async (request) => gradeOffline(request);

/** The same, without the promise: it needs nothing but the text. */
export function gradeOffline(request: GradeRequest): Assessment {
  const reading = readAnswer(request);
  const { text, criteria, flags, star, copied } = reading;
  return scored(request, {
    verdict: verdict(levelsOf(request, reading)),
    star: perPart((part) => {
      const { level, shown } = star[part];
      return { level, evidence: level === 0 || shown === null ? [] : evidenceOf([shown], text) };
    }),
    criteria: criteria.map(({ id, weight, level, found }) => ({
      id,
      weight,
      level,
      evidence: level === 2 ? evidenceOf(found, text) : [],
    })),
    redFlags: flags.map(({ rule, found }) => ({
      id: rule.id,
      severity: rule.severity,
      evidence: evidenceOf(found, text),
    })),
    copied,
    grader: { name: 'offline', version: VERSION, model: null },
  });
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
