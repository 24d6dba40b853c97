import type { Assessment, Evidence } from '../grading/assessment.ts';
import { type Change, compare, type Moved } from '../interview/compare.ts';
import { quotedLines, tellingFirst } from './landed.ts';
import { type CardLayout, labelled, nameOf, wrap } from './lines.ts';
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
  const known = before.criteria.flatMap(({ evidence }) => evidence.map(({ end }) => end));
  const gained = tellingFirst(after.criteria)
    .filter(({ id }) => change.criteria.some((one) => one.id === id && one.moved === 'gained'))
    // What came with the reply is quoted rather than what stood there before.
    .map((one) => ({ ...one, evidence: newFirst(one.evidence, Math.max(0, ...known)) }));
  const told = [
    ...starGains(change),
    ...flagMoves(change, 'gained').map((name) => `something to be careful of: ${name}`),
    ...flagMoves(change, 'lost').map((name) => `no longer heard: ${name}`),
  ];
  if (gained.length + told.length === 0)
    return labelled('Added', 'nothing that a panel could write down', layout);
  const score = moveOf(change);
  if (score !== '') told.push(`score ${score}`);
  return [
    ...quotedLines('Added', gained, layout, 2),
    ...told.flatMap((line, index) => labelled(index + gained.length === 0 ? 'Added' : '', line, layout)),
  ];
}

function newFirst(evidence: Evidence[], from: number): Evidence[] {
  return evidence.toSorted((a, b) => Number(b.start >= from) - Number(a.start >= from));
}

/** `Situation and Result clear now`, `Task thin now`. */
function starGains({ star }: Change): string[] {
  return ([2, 1] as const).flatMap((level) => {
    const parts = star
      .filter(({ before, after }) => after === level && after > before)
      .map(({ part }) => PART_WORDS[part]);
    const last = parts.pop();
    if (last === undefined) return [];
    const names = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
    return [`${names} ${LEVEL_WORDS[level]} now`];
  });
}

function flagMoves({ redFlags }: Change, how: Moved): string[] {
  return redFlags.filter(({ moved }) => moved === how).map(({ id }) => nameOf(id));
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
