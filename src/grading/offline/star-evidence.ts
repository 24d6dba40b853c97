import { perPart, STAR_PARTS, type StarPart } from '../../pack/choices.ts';
import type { Rubric } from '../../pack/schema.ts';
import { MOOD, type Reading } from './clauses.ts';
import { numberOf } from './counted.ts';
import type { Hit } from './hits.ts';
import { isParticular } from './particulars.ts';
import type { Profile } from './profile.ts';
import type { CriterionFound } from './rules.ts';
import { FITNESS, LONG, SHORT } from './star-evidence-numbers.ts';
import { STAR } from './star-numbers.ts';
import type { Text, Token } from './tokens.ts';

/** A stretch between punctuation marks, and what it is told by. */
export interface Clause extends Hit {
  words: number;
  /** Numbers and words for things one can point at. */
  particular: number;
  /** 0 for the first clause of the answer, 1 for the last. */
  position: number;
  /** A bit for each thing that was found in it; see `BIT`. */
  holds: number;
}

const LISTS = [
  ...new Set(STAR_PARTS.flatMap((part) => [...STAR[part].shownBy, ...Object.keys(FITNESS[part].holds)])),
].filter((name) => !/^(is|shows):/.test(name));

/**
 * What a clause may hold, each with a bit of its own, so that asking after it costs next to nothing: the structural
 * lists that say something of a part; `is:…`, how it is put and whether it stands before the first deed or after the
 * last; `shows:…`, that a criterion is met in it which the rubric says shows that part.
 */
export const BIT = new Map(
  [
    ...LISTS,
    ...['is:imagined', 'is:hanging', 'is:short', 'is:before', 'is:after'],
    ...STAR_PARTS.map((part) => `shows:${part}`),
  ].map((name, i) => [name, 1 << i]),
);
const bit = (name: string) => BIT.get(name)!;
const bitsOf = (names: readonly string[]) => names.reduce((bits, name) => bits | bit(name), 0);

const FOUND_IN = LISTS.map((name) => ({ counted: numberOf(name), bit: bit(name) }));
const FOUND = bitsOf(LISTS);
const IS_IMAGINED = bit('is:imagined');
const IS_HANGING = bit('is:hanging');
const IS_SHORT = bit('is:short');
const IS_BEFORE = bit('is:before');
const IS_AFTER = bit('is:after');
const DEED = bitsOf(['myDeed', 'ourDeed']);

const PARTS = perPart((part) => ({
  ...FITNESS[part],
  shownBy: bitsOf(STAR[part].shownBy),
  holds: Object.entries(FITNESS[part].holds).map(([name, weight]) => ({ bit: bit(name), weight })),
}));

/**
 * Cuts a text into clauses and looks up what was found in each of them. Linear in the number of tokens.
 *
 * @param parts of the rubric: which criteria show them
 */
export function clausesOf(
  profile: Profile,
  criteria: readonly CriterionFound[],
  parts: Rubric['star'],
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
  for (const { counted, bit } of FOUND_IN)
    for (const { from } of profile.at[counted]!) all[clauseAt[from]!]!.holds |= bit;
  for (const { id, level, found } of criteria) {
    const shows = level === 2 ? STAR_PARTS.filter((part) => parts[part].shown_by?.includes(id)) : [];
    for (const part of shows)
      for (const { from } of found) all[clauseAt[from]!]!.holds |= bit(`shows:${part}`);
  }
  place(all);
  return all;
}

function clause(from: number, to: number, tokens: Token[], { mood }: Reading): Clause {
  let particular = 0;
  let holds = 0;
  for (let i = from; i < to; i++) {
    if (tokens[i]!.kind === 'number' || isParticular(tokens[i]!.word)) particular++;
    if (mood[i] === MOOD.plan) holds |= IS_IMAGINED;
  }
  if (HANGING.has(tokens[from]!.text)) holds |= IS_HANGING;
  const words = to - from;
  if (words < SHORT) holds |= IS_SHORT;
  return { from, to, words, particular, holds, position: 0 };
}

const HANGING = new Set('so which who because since if unless although though whether where'.split(' '));

/** Says of each clause where it stands, in the answer and to the deeds told in it. */
function place(clauses: Clause[]): void {
  const isDeed = ({ holds }: Clause) => (holds & DEED) !== 0;
  const first = clauses.findIndex(isDeed);
  const last = clauses.findLastIndex(isDeed);
  clauses.forEach((one, i) => {
    if (i > 0) one.position = i / (clauses.length - 1);
    if (first === -1 || i < first) one.holds |= IS_BEFORE;
    else if (i > last) one.holds |= IS_AFTER;
  });
}

/**
 * The clause that shows a part best, the first of equals; null where nothing of the part was found in any clause. One
 * is enough: of the next best, a reader would underline fewer than the half.
 */
export function bestClause(part: StarPart, clauses: readonly Clause[]): Hit | null {
  const numbers = PARTS[part];
  if (!clauses.some(({ holds }) => (holds & numbers.shownBy) !== 0)) return null;
  let best: Clause | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const clause of clauses) {
    if ((clause.holds & FOUND) === 0) continue;
    const fits = fitness(clause, numbers);
    if (fits > most) [best, most] = [clause, fits];
  }
  return best;
}

function fitness(clause: Clause, numbers: (typeof PARTS)[StarPart]): number {
  let sum =
    numbers.particular * Math.log1p(clause.particular) +
    numbers.late * clause.position +
    numbers.long * Math.min(1, clause.words / LONG);
  for (const { bit, weight } of numbers.holds) if ((clause.holds & bit) !== 0) sum += weight;
  return sum;
}
