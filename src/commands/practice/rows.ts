import stringWidth from 'string-width';
import type { Typed } from './editing.ts';

/** A stretch of the text that fills one row of the screen: offsets into the text. */
export interface Row {
  start: number;
  end: number;
}

const ASCII = /^[\x20-\x7e]*$/u;
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns a piece of text takes on the screen; a tab counts as the one space it is shown as. */
export function columns(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text.replaceAll('\t', ' '));
}

/**
 * Breaks a text into rows of at most `width` columns, between words where it can. A space at the end of a
 * row may hang over.
 */
export function rowsOf(text: string, width: number): Row[] {
  const rows: Row[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    for (const row of lineRows(line, width)) rows.push({ start: offset + row.start, end: offset + row.end });
    offset += line.length + 1;
  }
  return rows;
}

function lineRows(line: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  let used = 0;
  let at = 0;
  for (const piece of pieces(line, width)) {
    if (used > 0 && used + extent(piece.trimEnd()) > width) {
      rows.push({ start, end: at });
      start = at;
      used = 0;
    }
    used += extent(piece);
    at += piece.length;
  }
  rows.push({ start, end: at });
  return rows;
}

/** Words with the space after them; a word wider than a row falls into characters. */
function* pieces(line: string, width: number): Generator<string> {
  for (const [word] of line.matchAll(/\S+\s*|\s+/gu)) {
    if (extent(word.trimEnd()) <= width) yield word;
    else for (const { segment } of characters.segment(word)) yield segment;
  }
}

/**
 * The room a piece needs. Characters that are made of many code units count for at least as many columns,
 * because the library that draws the prompt counts them so.
 */
function extent(piece: string): number {
  return Math.max(columns(piece), piece.length);
}

/** The row the cursor is in; between two rows of one line it is in the second. */
export function rowAt(rows: Row[], cursor: number): number {
  const index = rows.findLastIndex((row) => row.start <= cursor);
  return Math.max(0, index);
}

/** The cursor a number of rows up or down, as near as can be to the column it was in. */
export function moveRows(typed: Typed, width: number, by: number): Typed {
  const rows = rowsOf(typed.text, width);
  const from = rowAt(rows, typed.cursor);
  const to = Math.min(rows.length - 1, Math.max(0, from + by));
  if (from + by < 0) return { ...typed, cursor: 0 };
  if (from + by > rows.length - 1) return { ...typed, cursor: typed.text.length };
  const goal = columns(typed.text.slice(rows[from]!.start, typed.cursor));
  return { ...typed, cursor: atColumn(typed.text, rows, to, goal) };
}

function atColumn(text: string, rows: Row[], index: number, goal: number): number {
  const row = rows[index]!;
  // The end of a row that goes on in the next one belongs to the next one.
  const goesOn = rows[index + 1]?.start === row.end;
  let cursor = row.start;
  let used = 0;
  for (const { segment } of characters.segment(text.slice(row.start, row.end))) {
    const past = cursor + segment.length;
    if (used >= goal || (goesOn && past >= row.end)) break;
    used += columns(segment);
    cursor = past;
  }
  return cursor;
}
