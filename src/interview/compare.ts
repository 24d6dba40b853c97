import type { Assessment, Level } from '../grading/assessment.ts';
import type { StarPart } from '../pack/schema.ts';

export type Moved = 'gained' | 'lost' | 'kept' | 'missing';

/** What changed from one reading to the next. For a red flag, `gained` means that it has appeared. */
export interface Change {
  exact: { before: number | null; after: number | null };
  star: { part: StarPart; before: Level; after: Level }[];
  criteria: { id: string; moved: Moved }[];
  redFlags: { id: string; moved: Exclude<Moved, 'missing'> }[];
}

/** Compares two readings of answers to the same question. */
export function compare(before: Assessment, after: Assessment): Change {
  const metBefore = new Set(before.criteria.filter((it) => it.met).map((it) => it.id));
  const flagsBefore = new Set(before.redFlags.map((it) => it.id));
  const flagsAfter = new Set(after.redFlags.map((it) => it.id));
  return {
    exact: { before: before.exact, after: after.exact },
    star: (Object.keys(after.star) as StarPart[]).map((part) => ({
      part,
      before: before.star[part].level,
      after: after.star[part].level,
    })),
    criteria: after.criteria.map(({ id, met }) => ({ id, moved: moved(metBefore.has(id), met) })),
    redFlags: [...new Set([...flagsBefore, ...flagsAfter])].map((id) => ({
      id,
      moved: flagsBefore.has(id) ? (flagsAfter.has(id) ? 'kept' : 'lost') : 'gained',
    })),
  };
}

function moved(before: boolean, after: boolean): Moved {
  if (before) return after ? 'kept' : 'lost';
  return after ? 'gained' : 'missing';
}
