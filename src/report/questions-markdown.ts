import type { Question } from '../pack/schema.ts';
import { inline, quotation, tableOf } from './markdown-text.ts';
import type { Entry, QuestionSheet } from './question-sheet.ts';

/** The questions as a table. */
export function listAsMarkdown(questions: readonly Question[]): string {
  const rows = questions.map(({ id, number, title, prompt, minutes }) => [
    String(number),
    `\`${id}\``,
    inline(title),
    inline(prompt),
    String(minutes),
  ]);
  return `${tableOf(['#', 'id', 'title', 'question', 'minutes'], rows)}\n`;
}

/** One question in full. */
export function sheetAsMarkdown({ question, sections, good, flagged }: QuestionSheet): string {
  const blocks = [
    `# ${inline(question.title)}`,
    quotation(question.prompt),
    `\`${question.id}\`, ${question.kind}, ${question.minutes} min. ${inline(question.difficulty)}`,
    ...sections.flatMap(({ heading, entries }) => [
      `## ${heading}`,
      entries.length === 1 ? entry(entries[0]!) : entries.map((one) => `- ${entry(one)}`).join('\n'),
    ]),
    ...(good === null ? [] : ['## A good answer', `${inline(good.name)}:`, quotation(good.answer)]),
    ...(flagged === null
      ? []
      : ['## An answer that worries', `${inline(flagged.name)}:`, quotation(flagged.answer)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function entry({ name, text }: Entry): string {
  return name === null ? inline(text) : `**${inline(name)}**: ${inline(text)}`;
}
