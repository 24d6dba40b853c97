import type { Assessment } from '../grading/assessment.ts';
import { type Change, compare, type Moved } from '../interview/compare.ts';
import { type CardLayout, labelled, nameOf, quoted, wrap } from './lines.ts';
import { LEVEL_WORDS, PART_WORDS } from './wording.ts';

const SHOWN: Record<Moved, [before: string, now: string, told: string]> = {
  kept: ['shown', 'shown', ''],
  gained: ['-', 'shown', 'new'],
  lost: ['shown', '-', 'gone'],
  missing: ['-', '-', ''],
};

/** Two readings side by side: what became of STAR, criteria and red flags; what stayed is told in a line. */
export function comparison(before: Assessment, after: Assessment, layout: CardLayout): string[] {
  const change = compare(before, after);
  const rows = rowsOf(change, before, after);
  const same = rows.slice(2).filter(([, was, is, told]) => told === '' && was === is);
  const moved = rows.filter((row) => !same.includes(row));
  const widths = [0, 1, 2].map((column) => Math.max(...moved.map((row) => row[column]!.length)) + 3);
  const line = (row: string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('')
      .trimEnd();
  const as = (value: string) => same.filter(([, was]) => was === value).map(([name]) => name);
  return [
    ...moved.map((row, index) => (index === 0 ? layout.palette.bold(line(row)) : line(row))),
    ...[...new Set(same.map(([, was]) => was!))].flatMap((value) =>
      wrap(`As before, ${value === '-' ? 'not shown' : value}: ${as(value).join(', ')}`, layout.width).map(
        layout.palette.dim,
      ),
    ),
  ];
}

/** What the reply to a follow-up added to an answer, in the speaker's words. */
export function added(before: Assessment, after: Assessment, layout: CardLayout): string[] {
  const change = compare(before, after);
  const gained = new Set(change.criteria.filter(({ moved }) => moved === 'gained').map(({ id }) => id));
  const told = [
    ...after.criteria
      .filter(({ id }) => gained.has(id))
      .map(({ id, evidence }) => `${nameOf(id)} ${quoted(evidence[0], 50)}`),
    ...change.star
      .filter(({ before, after }) => after > before)
      .map(
        ({ part, before, after }) =>
          `${PART_WORDS[part]}: ${LEVEL_WORDS[before]} before, ${LEVEL_WORDS[after]} now`,
      ),
    ...change.redFlags
      .filter(({ moved }) => moved === 'gained')
      .map(({ id }) => `something to be careful of: ${nameOf(id)}`),
    ...change.redFlags
      .filter(({ moved }) => moved === 'lost')
      .map(({ id }) => `${nameOf(id)} is not heard any more`),
  ];
  if (told.length === 0) return labelled('Added', 'nothing that a panel could write down', layout);
  const score = moveOf(change);
  return [...(score === '' ? told : [...told, `the score went from ${score}`])].flatMap((line, index) =>
    labelled(index === 0 ? 'Added' : '', line, layout),
  );
}

function rowsOf(change: Change, before: Assessment, after: Assessment): string[][] {
  const mark = (one: Assessment) => (one.score === null ? 'unscored' : `${one.score} ${one.label}`);
  return [
    ['', 'before', 'now', ''],
    ['Score', mark(before), mark(after), moveOf(change)],
    ...change.star.map(({ part, before, after }) => [
      PART_WORDS[part],
      LEVEL_WORDS[before],
      LEVEL_WORDS[after],
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
