import type { Assessment, Level } from '../grading/assessment.ts';
import { GENERAL } from '../pack/pack.ts';
import type { Severity, StarPart } from '../pack/schema.ts';
import { oneLine } from './plain.ts';
import type { Graded, ReportContext } from './report.ts';

/** The words in which every report for people says the same things. */
export const LEVEL_WORDS: Record<Level, string> = { 0: 'missing', 1: 'thin', 2: 'clear' };
export const PART_WORDS: Record<StarPart, string> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
};
export const SEVERITY_WORDS: Record<Severity, string> = { minor: 'minor', major: 'major', severe: 'severe' };

/** Stands for the answers that name nobody. */
export const NOBODY = 'No name given';

/** "4, strong", or "unscored". */
export function scoreInWords({ score, label }: Assessment): string {
  return score === null ? 'unscored' : `${score}, ${label}`;
}

/** A person's own mark and, where given, why; null when there is no mark. */
export function markInWords({ mark, extra }: Assessment): string | null {
  if (mark === null) return null;
  const reason = extra.mark_reason;
  const told = typeof reason === 'string' ? oneLine(reason) : '';
  return told === '' ? `Marked ${mark} by a person` : `Marked ${mark} by a person: ${told}`;
}

/** What was asked: a question's title and wording, or the prompt an answer brought. */
export function askedInWords(
  { assessment, prompt }: Graded,
  { questions }: ReportContext,
): { title: string; prompt: string | null } {
  const question = questions.find(({ id }) => id === assessment.question);
  if (question !== undefined) return { title: question.title, prompt: question.prompt };
  const title =
    assessment.question === GENERAL ? 'Another question' : (assessment.question ?? 'Question not known');
  return { title: oneLine(title), prompt };
}
