import { perPart, STAR_PARTS, type StarPart } from '../../pack/choices.ts';
import { MOOD, type Reading } from './clauses.ts';
import { type Hit, sortInPlace } from './hits.ts';
import { isParticular } from './particulars.ts';
import type { Profile } from './profile.ts';
import type { CriterionFound } from './rules.ts';
import { FITNESS, SHORT, SHOWN, SHOWN_FROM, SHOWS } from './star-evidence-numbers.ts';
import { STAR } from './star-numbers.ts';
import type { Text, Token } from './tokens.ts';

/** A stretch between punctuation marks, and what it is told by. */
export interface Clause extends Hit {
  words: number;
  /** Numbers and words for things one can point at. */
  particular: number;
  /** Put as a plan or a hypothesis, wholly or in part. */
  imagined: boolean;
  /** Begins with a word that hangs it on another clause: "which", "because". */
  hanging: boolean;
  /** 0 for the first clause of the answer, 1 for the last. */
  position: number;
  /** A bit for each structural list that was found in it; see `BIT`. */
  holds: number;
  /** The criteria met in it. */
  criteria: string[];
}

/** Each structural list that says something of a part has a bit of its own: asking after it costs next to nothing. */
const BIT = new Map(
  [
    ...new Set(STAR_PARTS.flatMap((part) => [...STAR[part].shownBy, ...Object.keys(FITNESS[part].holds)])),
  ].map((name, i) => [name, 1 << i]),
);

const PARTS = perPart((part) => ({
  ...FITNESS[part],
  shownBy: STAR[part].shownBy.reduce((bits, name) => bits | BIT.get(name)!, 0),
  holds: Object.entries(FITNESS[part].holds).map(([name, weight]) => ({ bit: BIT.get(name)!, weight })),
}));

/**
 * Cuts a text into clauses and looks up what was found in each of them. Linear in the number of tokens.
 */
export function clausesOf(
  profile: Profile,
  criteria: readonly CriterionFound[],
  text: Text,
  reading: Reading,
): Clause[] {
  const all: Clause[] = [];
  const clauseAt = new Uint32Array(text.tokens.length);
  let first = 0;
  for (let i = 0; i < text.tokens.length; i++) {
    const token = text.tokens[i]!;
    const ends = i + 1 === text.tokens.length || text.tokens[i + 1]!.sentence !== token.sentence;
    clauseAt[i] = all.length;
    // "In high school, I …" is one: a short opening says nothing without what it opens.
    const goesOn = token.kind !== 'mark' || (token.text === ',' && i - first < SHORT);
    if (goesOn && !ends) continue;
    const to = token.kind === 'mark' ? i : i + 1;
    if (to > first) all.push(clause(first, to, text.tokens, reading));
    first = i + 1;
  }
  for (let i = 1; i < all.length; i++) all[i]!.position = i / (all.length - 1);
  for (const [name, bit] of BIT)
    for (const { from } of profile.at[name] ?? []) all[clauseAt[from]!]!.holds |= bit;
  for (const { id, level, found } of criteria) {
    if (level === 2) for (const { from } of found) all[clauseAt[from]!]!.criteria.push(id);
  }
  return all;
}

function clause(from: number, to: number, tokens: Token[], { mood }: Reading): Clause {
  let particular = 0;
  let imagined = false;
  for (let i = from; i < to; i++) {
    if (tokens[i]!.kind === 'number' || isParticular(tokens[i]!.word)) particular++;
    if (mood[i] === MOOD.plan) imagined = true;
  }
  const hanging = HANGING.has(tokens[from]!.text);
  const words = to - from;
  return { from, to, words, particular, imagined, hanging, position: 0, holds: 0, criteria: [] };
}

const HANGING = new Set('so which who because since if unless although though whether where'.split(' '));

/**
 * The clauses that show a part best, best first: at most `SHOWN`, and after the first only those that show it well.
 * None where nothing of the part was found in any clause.
 *
 * @param shownBy criteria of which the evidence shows the part too
 */
export function bestClauses(part: StarPart, shownBy: readonly string[], clauses: readonly Clause[]): Hit[] {
  const numbers = PARTS[part];
  if (!clauses.some(({ holds }) => (holds & numbers.shownBy) !== 0)) return [];
  const ranked: { clause: Clause; fitness: number }[] = [];
  for (const clause of clauses) {
    const told = shownBy.length > 0 && clause.criteria.some((id) => shownBy.includes(id));
    if (!told && (clause.holds & numbers.shownBy) === 0) continue;
    ranked.push({ clause, fitness: fitness(clause, numbers) + (told ? SHOWS : 0) });
  }
  sortInPlace(ranked, (a, b) => b.fitness - a.fitness || a.clause.from - b.clause.from);
  return ranked
    .filter(({ fitness }, rank) => rank === 0 || (rank < SHOWN && fitness >= SHOWN_FROM))
    .map(({ clause }) => clause);
}

function fitness(clause: Clause, numbers: (typeof PARTS)[StarPart]): number {
  let sum = numbers.particular * Math.log1p(clause.particular) + numbers.late * clause.position;
  if (clause.imagined) sum += numbers.imagined;
  if (clause.hanging) sum += numbers.hanging;
  if (clause.words < SHORT) sum -= 1;
  for (const { bit, weight } of numbers.holds) if ((clause.holds & bit) !== 0) sum += weight;
  return sum;
}
