import type { Question } from '../pack/schema.ts';
import { type CardLayout, wrap } from './lines.ts';
import { oneLine, plainText } from './plain.ts';
import type { Entry, QuestionSheet } from './question-sheet.ts';

/** The questions as a list, each with the id that other commands take. */
export function listAsText(questions: readonly Question[], layout: CardLayout): string {
  const blocks = questions.map(({ id, number, title, prompt, minutes }) => [
    layout.palette.bold(`${number}. ${oneLine(title)}`) + layout.palette.dim(`  ${id}, ${minutes} min`),
    ...wrap(oneLine(prompt), layout.width - 3).map((line) => `   ${line}`),
    '',
  ]);
  return blocks
    .flat()
    .map((line) => `${line}\n`)
    .join('');
}

/** One question in full. */
export function sheetAsText(
  { question, sections, good, flagged }: QuestionSheet,
  layout: CardLayout,
): string {
  const { bold, dim } = layout.palette;
  const lines = [
    ...wrap(oneLine(question.prompt), layout.width).map(bold),
    ...wrap(factsOf(question), layout.width).map(dim),
    '',
    ...sections.flatMap(({ heading, entries }) => [
      bold(heading),
      ...entries.flatMap((entry) => entryLines(entry, entries.length > 1, layout)),
      '',
    ]),
    ...(good === null ? [] : example('A good answer', good, layout)),
    ...(flagged === null ? [] : example('An answer that worries', flagged, layout)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function factsOf({ id, kind, minutes, difficulty }: Question): string {
  return `${id}, ${kind}, ${minutes} min. ${oneLine(difficulty)}`;
}

function entryLines({ name, text }: Entry, listed: boolean, { width }: CardLayout): string[] {
  const whole = name === null ? oneLine(text) : `${oneLine(name)}: ${oneLine(text)}`;
  if (!listed) return wrap(whole, width - 2).map((line) => `  ${line}`);
  return wrap(whole, width - 4).map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`);
}

function example(
  heading: string,
  { name, answer }: { name: string; answer: string },
  layout: CardLayout,
): string[] {
  return [
    layout.palette.bold(heading) + layout.palette.dim(` (${oneLine(name)})`),
    ...wrap(plainText(answer).trim(), layout.width - 2).map((line) => `  ${line}`),
    '',
  ];
}
