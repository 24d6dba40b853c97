import type { Against, Change, Comparison, Scored } from '../check/compare.ts';
import { oneLine } from './plain.ts';

/** What a change to a pack does to scores, as lines: the largest changes first. */
export function changeLines(changes: Against | null): string[] {
  if (changes === null) return [];
  const { against, examples, answers } = changes;
  const counts = [counted(examples, 'example'), ...(answers === null ? [] : [counted(answers, 'answer')])];
  return [
    `Against ${oneLine(against)}: ${counts.join(' and ')} scored differently.`,
    ...listed('example', examples),
    ...(answers === null ? [] : listed('answer', answers)),
  ];
}

function counted({ changes, compared }: Comparison, what: string): string {
  return `${changes.length} of ${compared} ${what}${compared === 1 ? '' : 's'}`;
}

function listed(what: string, { changes }: Comparison): string[] {
  return changes
    .toSorted((a, b) => size(b) - size(a))
    .map(
      ({ question, name, before, after }) =>
        `  ${oneLine(question)}: ${what} "${oneLine(name)}" ${told(before)} -> ${told(after)}${by(before, after)}`,
    );
}

function told(scored: Scored | null): string {
  return scored === null ? 'unscored' : `${scored.score} (${scored.exact.toFixed(2)})`;
}

function by(before: Scored | null, after: Scored | null): string {
  if (before === null || after === null) return '';
  const difference = after.exact - before.exact;
  return `, ${difference > 0 ? '+' : '-'}${Math.abs(difference).toFixed(2)}`;
}

function size({ before, after }: Change): number {
  return before === null || after === null ? 5 : Math.abs(after.exact - before.exact);
}
