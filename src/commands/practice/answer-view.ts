import { countWords } from '../../grading/unscored.ts';
import { wrap } from '../../report/lines.ts';
import type { State } from './answer-state.ts';
import { entersToFinish } from './editing.ts';
import { rowAt, rowsOf } from './rows.ts';

const MARGIN = '> ';
/** Lines of text to show at the least, however small the terminal. */
const FEWEST = 3;

export interface Size {
  width: number;
  height: number;
}

export interface View {
  above: string[];
  /** The line the cursor is in, and where (an offset into it). */
  line: string;
  cursor: number;
  below: string[];
}

/** The room for the text: what the question and the clock leave of the screen. */
export function roomFor(screen: { columns: number; rows: number }, heading: number): Size {
  const width = Math.max(10, Math.min(screen.columns, 102) - MARGIN.length - 1);
  return { width, height: Math.max(FEWEST, screen.rows - heading - 5) };
}

/** The part of the text around the cursor, and the state of things below it. */
export function view(state: State, size: Size, status: string): View {
  const { text, cursor } = state.typed;
  const rows = rowsOf(text, size.width);
  const current = rowAt(rows, cursor);
  const top = Math.max(0, Math.min(current - Math.floor(size.height / 2), rows.length - size.height));
  const shown = rows
    .slice(top, top + size.height)
    .map((row) => MARGIN + text.slice(row.start, row.end).trimEnd().replaceAll('\t', ' '));
  const row = rows[current]!;
  const column = MARGIN.length + cursor - row.start;
  return {
    above: shown.slice(0, current - top),
    // Spaces at the end are kept where the cursor stands, or it could not stand behind them.
    line: (shown[current - top] ?? MARGIN).padEnd(column),
    cursor: column,
    below: [...shown.slice(current - top + 1), '', ...wrap(status, size.width)],
  };
}

/** The clock, the words, and what to press. */
export function statusOf(state: State, seconds: number, box: number): string {
  if (state.menu) {
    const earlier = state.earlier === null ? '' : 'p: your last answer   ';
    return `${earlier}e: your editor   s: skip   q: stop   Esc: go on writing`;
  }
  if (state.note === 'nothing-written')
    return 'Nothing is written yet. To skip this question press Esc, then s.';
  const words = countWords(state.typed.text);
  const counted = `${clock(seconds)} of ${clock(box)}${seconds > box ? ', over' : ''}   ${words} ${words === 1 ? 'word' : 'words'}`;
  switch (entersToFinish(state.typed)) {
    case 1:
      return `${counted}   Enter once more to finish`;
    case 2:
      return `${counted}   Enter twice more to finish`;
    case 3:
      return `${counted}   Enter 3 times or Ctrl-D: finish   Esc: more`;
  }
}

/** Seconds as minutes:seconds. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
