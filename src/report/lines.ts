import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Evidence } from '../grading/assessment.ts';
import { oneLine, plainText } from './plain.ts';

/** How the terminal sets text off. Nothing is said by it alone; each may return its text as it is. */
export interface Palette {
  bold: (text: string) => string;
  dim: (text: string) => string;
  good: (text: string) => string;
  worry: (text: string) => string;
}

export interface CardLayout {
  /** Columns to fill. */
  width: number;
  palette: Palette;
}

/** Columns of the margin in which labels stand. */
export const LABEL = 10;

/** A criterion's or flag's id as words: `measured-result` is "measured result". */
export function nameOf(id: string): string {
  return plainText(id).replaceAll('-', ' ');
}

/** A piece of evidence in quotation marks, cut to `room` columns. */
export function quoted(evidence: Evidence | undefined, room: number): string {
  return evidence === undefined ? '' : `"${clipped(evidence.quote, room - 2)}"`;
}

/** A piece of evidence in quotation marks over at most `rows` lines of `room` columns, the last cut if need be. */
export function quotedOver({ quote }: Evidence, room: number, rows: number): string[] {
  const lines = wrap(`"${oneLine(quote)}"`, room);
  if (lines.length <= rows) return lines;
  const last = lines
    .slice(rows - 1)
    .join(' ')
    .slice(0, -1);
  return [...lines.slice(0, rows - 1), `${clipped(last, room - 1)}"`];
}

/** One line of at most `room` columns, cut at a word if it can be. */
export function clipped(text: string, room: number): string {
  const flat = oneLine(text);
  if (stringWidth(flat) <= room) return flat;
  const [line = ''] = wrap(flat, Math.max(1, room - 2));
  return `${line} …`;
}

/** With a full stop, on one line. */
export function sentence(text: string): string {
  const flat = oneLine(text);
  return /[.?!]["'”’)]*$/u.test(flat) ? flat : `${flat}.`;
}

/** A paragraph behind a label in the margin. */
export function labelled(
  label: string,
  text: string,
  { width, palette }: CardLayout,
  tone: keyof Palette = 'bold',
): string[] {
  return wrap(plainText(text), Math.max(20, width - LABEL)).map(
    (line, index) => palette[tone]((index === 0 ? label : '').padEnd(LABEL)) + line,
  );
}

/** Lines of at most `width` columns; words that are longer are broken. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n');
}
