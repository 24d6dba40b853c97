import { type Assessment, LABELS, type Level } from '../grading/assessment.ts';
import { GENERAL } from '../pack/pack.ts';
import type { StarPart } from '../pack/schema.ts';
import { type Asked, type Cohort, type Person, unanswered } from './cohort.ts';
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

/** Stands for the answers that name nobody. */
export const NOBODY = 'No name given';

/** What the figures of a cohort's grid are. */
export function gridInWords({ asked, people }: Cohort): string {
  const graded = people.flatMap((person) => person.graded);
  const marked = graded.some(({ assessment }) => assessment.mark !== null);
  const gaps = people.some((person) => unanswered(person, asked).length > 0);
  const parts = [`Scores run from 1, ${LABELS[1]}, to 5, ${LABELS[5]}; a mean is taken over scores.`];
  if (graded.some(({ assessment }) => assessment.redFlags.length > 0)) parts.push('! stands for a red flag.');
  if (marked) parts.push('"Marked" is what a person gave, which changes no score.');
  if (gaps) parts.push('Where a cell is empty there was no answer.');
  return parts.join(' ');
}

/** "No answer to …", for somebody who left out what others were asked; null when there is nothing of the kind. */
export function gapsInWords(person: Person, asked: Asked[]): string | null {
  const titles = unanswered(person, asked).map(({ title }) => title);
  return titles.length === 0 ? null : `No answer to: ${titles.join('; ')}.`;
}

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
