import { STAR_PARTS, type StarPart } from '../../pack/choices.ts';
import type { Level } from '../assessment.ts';
import type { Hit } from './hits.ts';
import type { Profile } from './profile.ts';
import { STAR } from './star-numbers.ts';

export interface StarPartFound {
  level: Level;
  /** The places that show it, most telling first. */
  hits: Hit[];
}

/**
 * How clear each STAR part is: weighted counts, each saturating (the sixth deed adds nothing), against two
 * thresholds. A part that nothing in the text shows is absent, whatever the sum.
 */
export function readStar(profile: Profile, general: boolean): Record<StarPart, StarPartFound> {
  const found = {} as Record<StarPart, StarPartFound>;
  for (const part of STAR_PARTS) {
    const numbers = STAR[part];
    let sum = 0;
    for (const [name, weight] of Object.entries(numbers.weights)) {
      sum += weight * Math.log1p(Math.min(profile.count[name] ?? 0, 6));
    }
    const [thin, clear] = general ? numbers.general : numbers.pack;
    const hits = numbers.shownBy.flatMap((name) => profile.at[name] ?? []);
    found[part] = {
      level: hits.length === 0 ? 0 : sum > clear ? 2 : sum > thin ? 1 : 0,
      hits: hits.slice(0, 3),
    };
  }
  return found;
}
