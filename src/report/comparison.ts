import type { Assessment, Level } from '../grading/assessment.ts';
import { type Change, compare, type Moved } from '../interview/compare.ts';
import { type CardLayout, nameOf } from './scorecard.ts';

const LEVELS: Record<Level, string> = { 0: 'missing', 1: 'thin', 2: 'clear' };
const SHOWN: Record<Moved, [before: string, now: string, told: string]> = {
  kept: ['shown', 'shown', ''],
  gained: ['-', 'shown', 'new'],
  lost: ['shown', '-', 'gone'],
  missing: ['-', '-', ''],
};

/** Two readings side by side: STAR, criteria and red flags, and what became of each. */
export function comparison(before: Assessment, after: Assessment, { palette }: CardLayout): string[] {
  const change = compare(before, after);
  const rows = rowsOf(change, before, after);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)) + 3);
  const line = (row: string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('')
      .trimEnd();
  return rows.map((row, index) => {
    if (index === 0) return palette.bold(line(row));
    return row[3] === '' ? palette.dim(line(row)) : line(row);
  });
}

function rowsOf(change: Change, before: Assessment, after: Assessment): string[][] {
  const mark = (one: Assessment) => (one.score === null ? 'unscored' : `${one.score} ${one.label}`);
  return [
    ['', 'before', 'now', ''],
    ['Score', mark(before), mark(after), moveOf(change)],
    ...change.star.map(({ part, before, after }) => [
      capital(part),
      LEVELS[before],
      LEVELS[after],
      before === after ? '' : after > before ? 'better' : 'weaker',
    ]),
    ...change.criteria.map(({ id, moved }) => [capital(nameOf(id)), ...SHOWN[moved]]),
    ...change.redFlags.map(({ id, moved }) => [`Careful: ${nameOf(id)}`, ...SHOWN[moved]]),
    ['Words', String(before.words), String(after.words), ''],
  ];
}

/** How far the score moved between the anchors, where that can be said. */
function moveOf({ exact }: Change): string {
  if (exact.before === null || exact.after === null || exact.before === exact.after) return '';
  const by = exact.after - exact.before;
  return `${exact.before.toFixed(1)} to ${exact.after.toFixed(1)}, ${by > 0 ? 'better' : 'weaker'}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
