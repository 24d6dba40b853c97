import { type Compiled, GAP_PART, HOW, listOf } from './compiled.ts';
import { firstFrom, type Hit, sortInPlace } from './hits.ts';
import { MARKS } from './lists.ts';
import type { Marks } from './marks.ts';
import { GAP } from './sign.ts';
import type { Text, Token } from './tokens.ts';
import { groupsAt } from './word-groups.ts';

/** For each list of a compiled rubric, where in the text it stands, in order of place. */
export type Hits = readonly Hit[][];

/** What a match works on. */
interface Ground {
  tokens: readonly Token[];
  /** For each token, where its word groups stand in `compiled.groups`. */
  at: Int32Array;
  compiled: Compiled;
  hits: Hit[][];
  /** By list: where phrases that name other lists may start; they wait for those lists' hits. */
  waiting: (Waiting[] | undefined)[];
}

interface Waiting {
  at: number;
  /** Where the phrase stands in `compiled.phrases`. */
  phrase: number;
}

/** Most lists of a rubric are not in most answers: they share this, never written to. */
const NO_HITS: Hit[] = [];

/**
 * Finds every list of a rubric in a text. Each word of the text looks up only the phrases that start with it,
 * a phrase has a fixed number of parts and a gap a fixed reach, so the cost grows linearly with the text.
 */
export function matchLists({ tokens }: Text, marks: Marks, compiled: Compiled): Hits {
  const hits: Hit[][] = new Array(compiled.lists.length).fill(NO_HITS);
  // The marks are the first lists of every rubric.
  MARKS.forEach((mark, number) => {
    hits[number] = marks[mark];
  });
  const at = new Int32Array(tokens.length);
  for (let i = 0; i < at.length; i++) {
    const { kind, word } = tokens[i]!;
    if (kind !== 'mark') at[i] = groupsAt(word, compiled);
  }
  const ground: Ground = { tokens, at, compiled, hits, waiting: new Array(hits.length) };
  for (let i = 0; i < at.length; i++) if (at[i] !== 0) matchFrom(ground, i);
  for (const [list, run] of compiled.order) {
    const mine = ground.waiting[list];
    if (mine !== undefined) for (const { at, phrase } of mine) matchAt(ground, at, phrase);
    if (run >= 0) matchAfterList(ground, list, run);
    sortInPlace(hits[list]!, byPlace);
  }
  return hits;
}

/** By place, the longest first where several start. */
const byPlace = (a: Hit, b: Hit) => a.from - b.from || b.to - a.to;

/** Matches the phrases of words alone that start at a token, and notes where the others may. */
function matchFrom(ground: Ground, i: number): void {
  const { at, hits } = ground;
  const { groups, starts, startAt } = ground.compiled;
  let hit: Hit | null = null;
  const own = at[i]!;
  for (let g = own + 1; g <= own + groups[own]!; g++) {
    let s = startAt[groups[g]!]!;
    for (const end = s + starts[s]!; s < end; ) {
      hit ??= { from: i, to: i + 1 };
      put(hits, starts[++s]!, hit);
    }
    const others = starts[++s]!;
    if (others >= 0) begin(ground, i, others);
    const seconds = starts[++s]!;
    if (seconds === 0 || i + 1 === at.length) continue;
    const next = at[i + 1]!;
    for (let n = next + 1; n <= next + groups[next]!; n++) {
      const found = indexOf(starts, s + 1, s + 1 + seconds, groups[n]!);
      if (found >= 0) begin(ground, i, starts[found + seconds]!);
    }
  }
}

/** Where a number stands in a sorted stretch of an array; -1 when it does not. */
function indexOf(numbers: Int32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low < to && numbers[low] === wanted ? low : -1;
}

function begin(ground: Ground, at: number, run: number): void {
  const { phrases } = ground.compiled;
  let phrase = run + 1;
  for (let left = phrases[run]!; left > 0; left--) {
    if ((phrases[phrase + 1]! & HOW.namesLists) === 0) matchAt(ground, at, phrase);
    else {
      const list = phrases[phrase]!;
      const waiting = ground.waiting[list];
      if (waiting === undefined) ground.waiting[list] = [{ at, phrase }];
      else waiting.push({ at, phrase });
    }
    phrase += 3 + phrases[phrase + 2]!;
  }
}

function matchAt(ground: Ground, at: number, phrase: number): void {
  const { phrases } = ground.compiled;
  const end = matchRest(
    ground,
    at + 1,
    phrase + 4,
    phrase + 3 + phrases[phrase + 2]!,
    ground.tokens[at]!.sentence,
  );
  if (end === 0) return;
  const negative = (phrases[phrase + 1]! & HOW.negative) !== 0;
  put(ground.hits, phrases[phrase]!, negative ? { from: at, to: end, negative } : { from: at, to: end });
}

/** Phrases that start with a list are tried after each of that list's hits. */
function matchAfterList(ground: Ground, list: number, run: number): void {
  const { phrases } = ground.compiled;
  let phrase = run + 1;
  for (let left = phrases[run]!; left > 0; left--) {
    const last = phrase + 3 + phrases[phrase + 2]!;
    for (const hit of ground.hits[listOf(phrases[phrase + 3]!)]!) {
      const end = matchRest(ground, hit.to, phrase + 4, last, ground.tokens[hit.from]!.sentence);
      if (end === 0) continue;
      const same = end === hit.to && hit.negative === undefined;
      put(ground.hits, list, same ? hit : { from: hit.from, to: end });
    }
    phrase = last;
  }
}

function put(hits: Hit[][], list: number, hit: Hit): void {
  if (hits[list] === NO_HITS) hits[list] = [hit];
  else hits[list]!.push(hit);
}

/**
 * Matches parts of a phrase from token `at` on.
 *
 * @param part where the next part stands in `compiled.phrases`, `last` where the phrase ends
 * @returns the end of the match; 0 if there is none
 */
function matchRest(ground: Ground, at: number, part: number, last: number, sentence: number): number {
  if (part === last) return at;
  const wanted = ground.compiled.phrases[part]!;
  if (wanted === GAP_PART) {
    for (let skip = 0; skip <= GAP; skip++) {
      const end = matchRest(ground, at + skip, part + 1, last, sentence);
      if (end > 0) return end;
    }
    return 0;
  }
  if (ground.tokens[at]?.sentence !== sentence) return 0;
  if (wanted >= 0) return isIn(ground, at, wanted) ? matchRest(ground, at + 1, part + 1, last, sentence) : 0;
  const list = ground.hits[listOf(wanted)]!;
  for (let h = firstFrom(list, at); h < list.length && list[h]!.from === at; h++) {
    const end = matchRest(ground, list[h]!.to, part + 1, last, sentence);
    if (end > 0) return end;
  }
  return 0;
}

/** Is the word at a token in this group? */
function isIn({ at, compiled: { groups } }: Ground, token: number, group: number): boolean {
  const own = at[token]!;
  for (let g = own + groups[own]!; g > own; g--) if (groups[g] === group) return true;
  return false;
}
