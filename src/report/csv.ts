import type { Evidence } from '../grading/assessment.ts';
import { plainText } from './plain.ts';
import type { Graded, ReportKind } from './report.ts';

/** The columns of the report, in order, before those the answers brought themselves. */
const COLUMNS: Record<string, (graded: Graded) => unknown> = {
  id: ({ assessment }) => assessment.id,
  candidate: ({ assessment }) => assessment.candidate,
  question: ({ assessment }) => assessment.question,
  status: ({ assessment }) => assessment.status,
  score: ({ assessment }) => assessment.score,
  exact: ({ assessment }) => assessment.exact,
  label: ({ assessment }) => assessment.label,
  mark: ({ assessment }) => assessment.mark,
  mark_reason: ({ assessment }) => assessment.extra.mark_reason,
  situation: ({ assessment }) => starLevel(assessment.star.situation.level, assessment.status),
  task: ({ assessment }) => starLevel(assessment.star.task.level, assessment.status),
  action: ({ assessment }) => starLevel(assessment.star.action.level, assessment.status),
  result: ({ assessment }) => starLevel(assessment.star.result.level, assessment.status),
  shown: ({ assessment }) => list(assessment.criteria.filter(({ met }) => met)),
  missing: ({ assessment }) => list(assessment.criteria.filter(({ met }) => !met)),
  red_flags: ({ assessment }) => list(assessment.redFlags),
  evidence: ({ assessment }) =>
    [...assessment.criteria.filter(({ met }) => met), ...assessment.redFlags].map(quotes).join('\n'),
  advice: ({ assessment }) => assessment.advice.map(({ text }) => text).join('\n'),
  follow_up: ({ assessment }) => assessment.followUp,
  reason: ({ assessment }) => assessment.reason?.message,
  words: ({ assessment }) => assessment.words,
  grader: ({ assessment: { grader } }) =>
    [grader.name, grader.version, grader.model].filter(Boolean).join(' '),
  prompt: ({ prompt }) => prompt,
  answer: ({ answer }) => answer,
};

/** What JSON holds of the fields for which there is no column. */
const REST = 'other_fields';

/**
 * One row an answer, as they come. The answers' own further columns follow ours: those of the first answer
 * each get a column, since a row once written cannot be widened, and any others go into one as JSON.
 */
export const csv: ReportKind = {
  holdsAll: false,
  open(_, after) {
    let own = (after ?? null) as string[] | null;
    return {
      add(graded) {
        const { extra } = graded.assessment;
        let head = '';
        if (own === null) {
          own = Object.keys(extra).filter((name) => name !== 'mark_reason');
          const taken = own.map((name) => (Object.hasOwn(COLUMNS, name) ? `given_${name}` : name));
          head = row([...Object.keys(COLUMNS), ...taken, REST]);
        }
        const rest = Object.entries(extra).filter(([name]) => name !== 'mark_reason' && !own?.includes(name));
        return (
          head +
          row([
            ...Object.values(COLUMNS).map((value) => value(graded)),
            ...own.map((name) => (Object.hasOwn(extra, name) ? extra[name] : null)),
            rest.length === 0 ? null : Object.fromEntries(rest),
          ])
        );
      },
      end: () => (own === null ? [row([...Object.keys(COLUMNS), REST])] : []),
      handOver: () => own,
      skip() {},
    };
  },
};

function starLevel(level: number, status: string): number | null {
  return status === 'scored' ? level : null;
}

function list(found: { id: string }[]): string {
  return found.map(({ id }) => id).join(' ');
}

function quotes({ id, evidence }: { id: string; evidence: Evidence[] }): string {
  return `${id}: ${evidence.map(({ quote }) => `"${quote}"`).join(' … ')}`;
}

function row(values: unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/**
 * One cell. A spreadsheet takes a text that begins with one of = + - @ for a formula, and may run it: an
 * apostrophe in front makes it text. Tab and carriage return can hide one, so they get it too, as do the
 * full-width forms that some editions read alike. Control characters are dropped.
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = plainText(typeof value === 'string' ? value : JSON.stringify(value));
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
