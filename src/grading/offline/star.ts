import { perPart, STAR_PARTS, type StarPart } from '../../pack/choices.ts';
import type { Level } from '../assessment.ts';
import { numberOf } from './counted.ts';
import type { Hit } from './hits.ts';
import type { Profile } from './profile.ts';
import { bestClause, type Clause } from './star-evidence.ts';
import { STAR, STAR_CAP, STAR_FULL, STAR_ROOM } from './star-numbers.ts';

export interface StarPartFound {
  level: Level;
  /** How clear it is for the score, 0 to 2: in finer steps than the level. */
  clarity: number;
  /** What the thresholds are held against (bench/fit-star.ts). */
  sum: number;
  /** The clause that shows it best; null where none does. */
  shown: Hit | null;
}

/**
 * How clear each STAR part is: weighted counts, each saturating (the seventh deed adds nothing), against two
 * thresholds. A part that nothing in the text shows is absent, whatever the sum.
 *
 * @param met how many of the rubric's criteria are met; null for the general rubric, which has its own thresholds
 */
export function readStar(
  profile: Profile,
  clauses: readonly Clause[],
  met: number | null,
): Record<StarPart, StarPartFound> {
  const found = {} as Record<StarPart, StarPartFound>;
  const room = Math.min(1, profile.words / (met === null ? STAR_ROOM.general : STAR_ROOM.pack));
  for (const part of STAR_PARTS) {
    const numbers = STAR[part];
    const { pack, general } = numbers.particular;
    let sum = Math.max(0, profile.particularity) * (met === null ? general : pack);
    sum += numbers.criterion * (met ?? 0);
    for (const { counted, weight } of WEIGHTS[part]) {
      sum += weight * LOG1P[Math.min(profile.at[counted]!.length, STAR_CAP)]!;
    }
    sum *= room;
    const shown = bestClause(part, clauses);
    if (shown === null) found[part] = { level: 0, clarity: 0, sum, shown };
    else if (met !== null) {
      const clarity = clarityOf(sum, numbers.pack);
      found[part] = { level: Math.round(clarity) as Level, clarity, sum, shown };
    } else {
      const level = sum < numbers.general[0] ? 0 : sum < numbers.general[1] ? 1 : 2;
      found[part] = { level, clarity: 2 * Math.min(1, sum / STAR_FULL), sum, shown };
    }
  }
  return found;
}

const WEIGHTS = perPart((part) =>
  Object.entries(STAR[part].weights).map(([name, weight]) => ({ counted: numberOf(name), weight })),
);

const LOG1P = Array.from({ length: STAR_CAP + 1 }, (_, count) => Math.log1p(count));

/** From a sum to 0–2, in straight lines: 0.5 at the first threshold, 1.5 at the second, at most 2. */
function clarityOf(sum: number, [thin, clear]: [number, number]): number {
  if (sum < thin) return (0.5 * sum) / thin;
  return Math.min(2, 0.5 + (sum - thin) / (clear - thin));
}
