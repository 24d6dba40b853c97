import type { Assessment } from '../grading/assessment.ts';
import type { Asked } from '../interview/interview.ts';
import type { Panel } from '../interview/panel.ts';
import { type CardLayout, clipped, labelled, nameOf, sentence, wrap } from './lines.ts';
import { scoreInWords } from './wording.ts';

/** Columns of a question's line beside its title: its number, the score, and a flag. */
const BESIDE = 48;

/** The whole panel's view of an interview, as lines for a terminal. */
export function panelLines(panel: Panel, layout: CardLayout): string[] {
  const { bold } = layout.palette;
  // Titles in full where that leaves room for score and flags.
  const longest = Math.max(...panel.questions.map(({ asked }) => titleOf(asked).length));
  const column = Math.max(34, Math.min(longest + 2, layout.width - BESIDE));
  return [
    bold("The panel's view"),
    ...panel.questions.map((one) => questionLine(one, column, layout)),
    '',
    ...panel.themes.map((theme) => themeLine(theme, column)),
    ...(panel.repeats.length === 0 ? [] : ['', ...panel.repeats.flatMap((one) => repeatLines(one, layout))]),
    ...(panel.first.length === 0 ? [] : ['', bold('Mend first')]),
    ...panel.first.flatMap(({ place, assessment }) =>
      labelled(`  ${place + 1}`, sentence(assessment.advice[0]?.text ?? ''), layout),
    ),
  ];
}

function questionLine(
  { place, asked, assessment }: { place: number; asked: Asked; assessment: Assessment | null },
  column: number,
  { width, palette }: CardLayout,
): string {
  const title = clipped(titleOf(asked), column - 2).padEnd(column);
  const score = assessment === null ? 'not answered' : scoreInWords(assessment);
  const flags = (assessment?.redFlags ?? []).map(({ id }) => nameOf(id)).join(', ');
  const line = `${String(place + 1).padStart(3)}  ${title}${score.padEnd(14)}`;
  return flags === ''
    ? line.trimEnd()
    : line + palette.worry(clipped(`careful: ${flags}`, Math.max(20, width - line.length)));
}

function themeLine({ theme, mean, places }: Panel['themes'][number], column: number): string {
  const which = places.map((place) => place + 1).join(', ');
  const title = `${theme.slice(0, 1).toUpperCase()}${theme.slice(1)}`.padEnd(column);
  return `     ${title}${(mean === null ? 'not answered' : mean.toFixed(1)).padEnd(14)}${places.length === 1 ? 'question' : 'questions'} ${which}`;
}

function repeatLines({ first, second, shared }: Panel['repeats'][number], { width }: CardLayout): string[] {
  const words = shared
    .slice(0, 4)
    .map((word) => `"${clipped(word, 20)}"`)
    .join(', ');
  return wrap(
    `Questions ${first + 1} and ${second + 1} seem to tell the same story (both have ${words}). A panel compares notes: keep another one ready.`,
    width,
  );
}

function titleOf({ id, prompt, title }: Asked): string {
  return id === null ? prompt : title;
}
