import type { StarPart } from '../../pack/choices.ts';
import { MOOD, type Reading } from './clauses.ts';
import { type Hit, sortInPlace } from './hits.ts';
import { isParticular } from './particulars.ts';
import type { Profile } from './profile.ts';
import type { CriterionFound } from './rules.ts';
import { FITNESS, type FitnessNumbers, SHORT, SHOWN, SHOWN_FROM, SHOWS } from './star-evidence-numbers.ts';
import { STAR } from './star-numbers.ts';
import type { Text, Token } from './tokens.ts';

/** A stretch between punctuation marks, and what its words alone say of it. */
interface Clause extends Hit {
  words: number;
  /** Numbers and words for things one can point at. */
  particular: number;
  /** Put as a plan or a hypothesis, wholly or in part. */
  imagined: boolean;
  /** Begins with a word that hangs it on another clause: "which", "because". */
  hanging: boolean;
  /** 0 for the first clause of the answer, 1 for the last. */
  position: number;
}

/** The clauses of an answer, and in which of them each structural list and each met criterion was found. */
export interface Clauses {
  all: Clause[];
  found: Map<string, Set<number>>;
}

/**
 * Cuts a text into clauses and looks up where each structural list and each met criterion was found. Linear in the
 * number of tokens.
 */
export function clausesOf(
  profile: Profile,
  criteria: readonly CriterionFound[],
  text: Text,
  reading: Reading,
): Clauses {
  const all: Clause[] = [];
  const clauseAt = new Uint32Array(text.tokens.length);
  let first = 0;
  text.tokens.forEach((token, i) => {
    const ends = i + 1 === text.tokens.length || text.tokens[i + 1]!.sentence !== token.sentence;
    clauseAt[i] = all.length;
    // "In high school, I …" is one: a short opening says nothing without what it opens.
    const goesOn = token.kind !== 'mark' || (token.text === ',' && i - first < SHORT);
    if (goesOn && !ends) return;
    const to = token.kind === 'mark' ? i : i + 1;
    if (to > first) all.push(clause(first, to, text.tokens, reading));
    first = i + 1;
  });
  for (let i = 1; i < all.length; i++) all[i]!.position = i / (all.length - 1);
  const found = new Map<string, Set<number>>();
  for (const [name, hits] of Object.entries(profile.at)) {
    found.set(name, new Set(hits.map(({ from }) => clauseAt[from]!)));
  }
  for (const { id, level, found: hits } of criteria) {
    if (level === 2) found.set(id, new Set(hits.map(({ from }) => clauseAt[from]!)));
  }
  return { all, found };
}

function clause(from: number, to: number, tokens: Token[], { mood }: Reading): Clause {
  let particular = 0;
  let imagined = false;
  for (let i = from; i < to; i++) {
    if (tokens[i]!.kind === 'number' || isParticular(tokens[i]!.word)) particular++;
    if (mood[i] === MOOD.plan) imagined = true;
  }
  const hanging = HANGING.has(tokens[from]!.text);
  return { from, to, words: to - from, particular, imagined, hanging, position: 0 };
}

const HANGING = new Set('so which who because since if unless although though whether where'.split(' '));

/**
 * The clauses that show a part best, best first: at most `SHOWN`, and after the first only those that show it well.
 * Only clauses in which something of the part was found are looked at; none where there is nothing.
 *
 * @param shownBy criteria of which the evidence shows the part too
 */
export function bestClauses(part: StarPart, shownBy: readonly string[], { all, found }: Clauses): Hit[] {
  const candidates = new Set<number>();
  for (const name of STAR[part].shownBy) for (const at of found.get(name) ?? []) candidates.add(at);
  if (candidates.size === 0) return [];
  for (const id of shownBy) for (const at of found.get(id) ?? []) candidates.add(at);
  const numbers = FITNESS[part];
  const ranked = [...candidates].map((at) => {
    const told = shownBy.some((id) => found.get(id)?.has(at));
    return { at, fitness: fitness(at, all[at]!, found, numbers) + (told ? SHOWS : 0) };
  });
  sortInPlace(ranked, (a, b) => b.fitness - a.fitness || a.at - b.at);
  return ranked
    .filter(({ fitness }, rank) => rank === 0 || (rank < SHOWN && fitness >= SHOWN_FROM))
    .map(({ at }) => all[at]!);
}

function fitness(at: number, one: Clause, found: Clauses['found'], numbers: FitnessNumbers): number {
  let sum = numbers.particular * Math.log1p(one.particular) + numbers.late * one.position;
  if (one.imagined) sum += numbers.imagined;
  if (one.hanging) sum += numbers.hanging;
  if (one.words < SHORT) sum -= 1;
  for (const name of Object.keys(numbers.holds)) {
    if (found.get(name)?.has(at)) sum += numbers.holds[name]!;
  }
  return sum;
}
