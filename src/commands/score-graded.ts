import { type AnyRecord, isBad, place } from '../answers/record.ts';
import type { Assessment } from '../grading/assessment.ts';
import type { Graded } from '../report/report.ts';

export type Hide = (graded: Graded, place: string) => Graded;

/** What `--anonymise` does to each answer; null without it. */
export async function hiding(anonymised: boolean): Promise<Hide | null> {
  return anonymised ? (await import('../report/anonymise.ts')).anonymise : null;
}

/** A record beside what one grader, or two, make of it. */
export function toGraded(record: AnyRecord, assessments: Assessment[], hide: Hide | null): Graded {
  const { answer, prompt } = isBad(record) ? { answer: '', prompt: null } : record;
  const [first, second] = assessments.map((assessment) =>
    hide === null ? { assessment, answer, prompt } : hide({ assessment, answer, prompt }, place(record)),
  );
  return second === undefined ? first! : { ...first!, beside: second.assessment };
}

/** Why an answer was not scored; what two graders say alike is told once. */
export function reasonsOf(assessments: Assessment[]): Set<string> {
  return new Set(assessments.flatMap(({ reason }) => reason?.message ?? []));
}
