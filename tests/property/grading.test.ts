import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentSchema } from '../../src/grading/assessment-schema.ts';
import { ANSWER_LIMIT } from '../../src/grading/grade-record.ts';
import { grade, pack } from '../grading/corpus.ts';
import { anyAnswer, times } from './any.ts';

const anyQuestion = fc.constantFrom(...pack.rubrics.keys());

describe('any text as an answer', () => {
  it('is scored on the scale, and every quotation stands where it says', () => {
    fc.assert(
      fc.property(anyQuestion, anyAnswer, (id, answer) => {
        const assessment = grade(id, answer);
        expect(assessmentSchema.safeParse(assessment).error).toBeUndefined();
        expect(assessment.status).toBe('scored');
        const { star, criteria, redFlags } = assessment;
        for (const { evidence } of [...Object.values(star), ...criteria, ...redFlags]) {
          for (const { start, end, quote } of evidence) {
            expect(end).toBeGreaterThan(start);
            expect(answer.slice(start, end)).toBe(quote);
          }
        }
      }),
      times(1500),
    );
  });

  it('gets the same score every time, and credit only with evidence', () => {
    fc.assert(
      fc.property(anyQuestion, anyAnswer, (id, answer) => {
        const assessment = grade(id, answer);
        expect(grade(id, answer)).toEqual(assessment);
        const { star, criteria, redFlags } = assessment;
        for (const { level, evidence } of Object.values(star)) expect(evidence.length > 0).toBe(level > 0);
        for (const { met, evidence } of criteria) expect(evidence.length > 0).toBe(met);
        for (const { evidence } of redFlags) expect(evidence.length).toBeGreaterThan(0);
      }),
      times(300),
    );
  });
});

describe('the time an answer takes', () => {
  /** Processor time, which a busy machine does not change, in milliseconds. */
  const taken = (id: string, answer: string) => {
    const before = process.cpuUsage();
    grade(id, answer);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  /** Ordinary prose takes 2 µs a character. */
  const allowed = (length: number) => 200 + 0.02 * length;

  it('grows no faster than its length, whatever is repeated in it', () => {
    fc.assert(
      fc.property(
        anyQuestion,
        anyAnswer.filter((unit) => unit !== ''),
        (id, unit) => {
          const answer = unit.repeat(Math.ceil(ANSWER_LIMIT / unit.length)).slice(0, ANSWER_LIMIT);
          expect(taken(id, answer)).toBeLessThan(allowed(answer.length));
        },
      ),
      times(60),
    );
  });
});
