import { oneLine, plainText } from './plain.ts';

/** A text from a file as Markdown that shows it letter for letter, on one line. */
export function inline(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

/** A text from a file as a block quotation, line by line; nothing in it becomes a heading or a list. */
export function quotation(text: string): string {
  return plainText(text)
    .trim()
    .split('\n')
    .map((line) =>
      `> ${inline(line).replace(/^([#+=-]|\d+(?=[.)]))/, (start) => escapedStart(start))}`.trimEnd(),
    )
    .join('\n');
}

/** "1." starts a list unless its point is escaped, which an entity for the digit does as well. */
function escapedStart(start: string): string {
  return /\d/.test(start) ? `&#${start.charCodeAt(0)};${start.slice(1)}` : `\\${start}`;
}

/** A table; cells are Markdown already. */
export function tableOf(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
