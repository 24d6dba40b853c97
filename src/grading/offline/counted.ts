import type { Hit } from './hits.ts';
import { MARKS } from './lists.ts';
import { STAR } from './star-numbers.ts';
import { STRUCTURE } from './structure-lists.ts';

/** Verbs, by whose they are and how they are put; see `verbsOf` in profile.ts. */
export const VERBS = [
  'myDeed',
  'ourDeed',
  'otherDeed',
  'myState',
  'past',
  'told',
  'plan',
  'step',
  'myStep',
] as const;
export type Verb = (typeof VERBS)[number];

/** Everything the STAR parts are read from has a number: places are kept by it, not by name. */
const NUMBERS = new Map(
  [
    ...new Set([
      ...MARKS,
      ...Object.keys(STRUCTURE),
      ...VERBS,
      // And what only the general rubric has: its criteria, as `met:…` and `seen:…`.
      ...Object.values(STAR).flatMap(({ weights }) => Object.keys(weights)),
    ]),
  ].map((name, number) => [name, number]),
);

/** Places of everything counted, by its number. */
export type Counted = Hit[][];

const NONE: Hit[] = [];

/** Nothing of anything; what is shared is replaced and never written to. */
export const noneCounted = (): Counted => new Array(NUMBERS.size).fill(NONE);

/** The number of a name; undefined for one no STAR part is read from. */
export const countedAs = (name: string): number | undefined => NUMBERS.get(name);

/** The number of a name that has one. */
export function numberOf(name: string): number {
  const number = NUMBERS.get(name);
  if (number === undefined) throw new Error(`nothing is counted as ${name}`);
  return number;
}
