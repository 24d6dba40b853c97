import { daysBetween } from '../journal/next.ts';
import type { Progress, QuestionProgress } from '../journal/progress.ts';
import type { Question } from '../pack/schema.ts';
import { type CardLayout, clipped, labelled, nameOf, wrap } from './lines.ts';
import {
  countInWords,
  daysAgo,
  isOneQuestion,
  nextInWords,
  plural,
  selfInWords,
  titleOf,
} from './progress-words.ts';

const BARS = '▁▂▃▄▅▆▇█';
/** Answers shown in a row; the latest are kept. */
const LATEST = 12;
/** Columns before bars and marks: room for the longest title of the built-in pack. */
const COLUMN = 48;

/**
 * How somebody is getting on, as lines for a terminal.
 *
 * @param command what to type to run greenroom
 */
export function progressLines(
  progress: Progress,
  questions: Question[],
  now: Date,
  layout: CardLayout,
  command = 'greenroom',
): string[] {
  if (progress.answers === 0)
    return [`Nothing has been scored yet. \`${command}\` starts with the first question.`];
  const { bold } = layout.palette;
  return [
    bold(countInWords(progress, questions)),
    '',
    ...progress.questions.flatMap((one) => questionLines(one, titleOf(one.id, questions), now, layout)),
    ...wrap('x: shown, -: not shown; the latest answer stands on the right.', layout.width).map(
      layout.palette.dim,
    ),
    ...(progress.self === null ? [] : ['', ...wrap(selfInWords(progress.self), layout.width)]),
    ...nextLines(progress, questions, layout, command),
  ];
}

function questionLines(one: QuestionProgress, title: string, now: Date, layout: CardLayout): string[] {
  const { palette } = layout;
  const first = one.answers[0]!;
  const last = one.answers.at(-1)!;
  const from = one.answers.length === 1 ? '' : `${first.exact.toFixed(1)} to `;
  const told = [
    ...(isOneQuestion(one.id) ? [`${from}${last.exact.toFixed(1)}`] : []),
    `best ${one.best.exact.toFixed(1)}`,
    plural(one.answers.length, 'answer'),
    daysAgo(daysBetween(last.at, now)),
  ];
  return [
    `${palette.bold(clipped(title, COLUMN - 2).padEnd(COLUMN))}${sparkline(one.answers.map(({ exact }) => exact))}`,
    `  ${told.join(', ')}`,
    ...one.criteria.map(({ id, met }) => `  ${nameOf(id).padEnd(COLUMN - 2)}${marks(met)}`),
    ...(last.flags.length === 0
      ? []
      : labelled('  Careful', last.flags.map(nameOf).join(', '), layout, 'worry')),
    '',
  ];
}

/** A bar an answer, from the lowest score to the highest. */
export function sparkline(exact: number[]): string {
  return exact
    .slice(-LATEST)
    .map((score) => BARS[Math.round(((score - 1) / 4) * (BARS.length - 1))])
    .join('');
}

function marks(met: boolean[]): string {
  return met
    .slice(-LATEST)
    .map((one) => (one ? 'x' : '-'))
    .join('');
}

function nextLines({ next }: Progress, questions: Question[], layout: CardLayout, command: string): string[] {
  if (next === null) return [];
  return [
    '',
    ...labelled('Next', nextInWords(next, questions), layout),
    ...labelled('', `${command} practice ${next.question}`, layout),
  ];
}
