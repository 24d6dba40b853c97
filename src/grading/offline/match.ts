import { type Compiled, GAP_PART, HOW, listOf } from './compiled.ts';
import { firstFrom, type Hit, sortInPlace } from './hits.ts';
import { MARKS } from './lists.ts';
import type { Marks } from './marks.ts';
import { GAP } from './sign.ts';
import type { Text } from './tokens.ts';
import { groupsAt } from './word-groups.ts';

/** For each list of a compiled rubric, where in the text it stands, in order of place. */
export type Hits = readonly Hit[][];

/** What a match works on. */
interface Ground {
  text: Text;
  /** For each token, where its word groups stand in `compiled.sets`. */
  at: Int32Array;
  sets: Int32Array;
  phrases: Int32Array;
  hits: Hit[][];
  /** By list: where phrases that name other lists may start; they wait for those lists' hits. */
  waiting: (Waiting[] | undefined)[];
}

interface Waiting {
  at: number;
  /** The end of its sentence. */
  to: number;
  /** Where the phrase stands in `compiled.phrases`. */
  phrase: number;
}

/** Most lists of a rubric are not in most answers: they share this, never written to. */
const NO_HITS: Hit[] = [];

/**
 * Finds every list of a rubric in a text. Each word of the text looks up only the phrases that start with it,
 * a phrase has a fixed number of parts and a gap a fixed reach, so the cost grows linearly with the text.
 */
export function matchLists(text: Text, marks: Marks, compiled: Compiled): Hits {
  const hits: Hit[][] = new Array(compiled.lists.length).fill(NO_HITS);
  // The marks are the first lists of every rubric.
  for (let list = 0; list < MARKS.length; list++) hits[list] = marks[MARKS[list]!];
  const at = groupsIn(text, compiled);
  const { sets, phrases, order } = compiled;
  const ground: Ground = { text, at, sets, phrases, hits, waiting: new Array(hits.length) };
  for (const { from, to } of text.sentences)
    for (let i = from; i < to; i++) if (at[i] !== 0) matchFrom(ground, i, to);
  for (let next = 0; next < order.length; next += 2) {
    const list = order[next]!;
    const run = order[next + 1]!;
    const mine = ground.waiting[list];
    if (mine !== undefined) for (const { at, to, phrase } of mine) matchAt(ground, at, to, phrase);
    if (run >= 0) matchAfterList(ground, list, run);
    if (hits[list]!.length > 1) sortInPlace(hits[list]!, byPlace);
  }
  return hits;
}

/** By place, the longest first where several start. */
const byPlace = (a: Hit, b: Hit) => a.from - b.from || b.to - a.to;

/** Used for one text after the other: asking for memory would cost more than what is done with it. */
let places = new Int32Array(1024);

/** Where each token's groups stand; one more place than there are tokens, which is empty. */
function groupsIn({ tokens }: Text, compiled: Compiled): Int32Array {
  if (places.length <= tokens.length) places = new Int32Array(2 * tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, word } = tokens[i]!;
    places[i] = kind === 'mark' ? 0 : groupsAt(word, compiled);
  }
  places[tokens.length] = 0;
  return places;
}

/** Matches the phrases of words alone that start at a token, and notes where the others may. */
function matchFrom(ground: Ground, i: number, to: number): void {
  const { at, hits, sets } = ground;
  let hit: Hit | null = null;
  const own = at[i]!;
  const next = at[i + 1]!;
  let s = own + 2 + sets[own]!;
  for (let left = sets[own]!; left > 0; left--) {
    for (const end = s + sets[s]!; s < end; ) {
      hit ??= { from: i, to: i + 1 };
      put(hits, sets[++s]!, hit);
    }
    const others = sets[++s]!;
    if (others >= 0) begin(ground, i, to, others);
    const seconds = sets[++s]!;
    if ((sets[++s]! & sets[next + 1]!) !== 0) {
      for (let n = next + 2; n < next + 2 + sets[next]!; n++) {
        const found = indexOf(sets, s + 1, s + 1 + seconds, sets[n]!);
        if (found >= 0) begin(ground, i, to, sets[found + seconds]!);
      }
    }
    s += 2 * seconds + 1;
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

function begin(ground: Ground, at: number, to: number, run: number): void {
  const { phrases, waiting } = ground;
  let phrase = run + 1;
  for (let left = phrases[run]!; left > 0; left--) {
    if ((phrases[phrase + 1]! & HOW.namesLists) === 0) matchAt(ground, at, to, phrase);
    else {
      const list = phrases[phrase]!;
      const known = waiting[list];
      if (known === undefined) waiting[list] = [{ at, to, phrase }];
      else known.push({ at, to, phrase });
    }
    phrase += 3 + phrases[phrase + 2]!;
  }
}

function matchAt(ground: Ground, at: number, to: number, phrase: number): void {
  const { phrases } = ground;
  const end = matchRest(ground, at + 1, to, phrase + 4, phrase + 3 + phrases[phrase + 2]!);
  if (end === 0) return;
  const negative = (phrases[phrase + 1]! & HOW.negative) !== 0;
  put(ground.hits, phrases[phrase]!, negative ? { from: at, to: end, negative } : { from: at, to: end });
}

/** Phrases that start with a list are tried after each of that list's hits. */
function matchAfterList(ground: Ground, list: number, run: number): void {
  const { phrases, text } = ground;
  let phrase = run + 1;
  for (let left = phrases[run]!; left > 0; left--) {
    const last = phrase + 3 + phrases[phrase + 2]!;
    for (const hit of ground.hits[listOf(phrases[phrase + 3]!)]!) {
      let end = hit.to;
      if (phrase + 4 < last) {
        const { to } = text.sentences[text.tokens[hit.from]!.sentence]!;
        end = matchRest(ground, end, to, phrase + 4, last);
        if (end === 0) continue;
      }
      const same = end === hit.to && hit.negative === undefined;
      put(ground.hits, list, same ? hit : { from: hit.from, to: end });
    }
    phrase = last;
  }
}

function put(hits: Hit[][], list: number, hit: Hit): void {
  const known = hits[list]!;
  if (known === NO_HITS) hits[list] = [hit];
  else known.push(hit);
}

/**
 * Matches parts of a phrase from token `at` on.
 *
 * @param to the end of the sentence
 * @param part where the next part stands in `phrases`, `last` where the phrase ends
 * @returns the end of the match; 0 if there is none
 */
function matchRest(ground: Ground, at: number, to: number, part: number, last: number): number {
  const { phrases } = ground;
  for (; part < last && phrases[part]! >= 0; part++, at++)
    if (at >= to || !isIn(ground, at, phrases[part]!)) return 0;
  if (part === last) return at;
  return phrases[part]! === GAP_PART
    ? matchAfterGap(ground, at, to, part + 1, last)
    : matchFromList(ground, at, to, part, last);
}

function matchAfterGap(ground: Ground, at: number, to: number, part: number, last: number): number {
  for (let skip = 0; skip <= GAP; skip++) {
    const end = matchRest(ground, at + skip, to, part, last);
    if (end > 0) return end;
  }
  return 0;
}

function matchFromList(ground: Ground, at: number, to: number, part: number, last: number): number {
  if (at >= to) return 0;
  const list = ground.hits[listOf(ground.phrases[part]!)]!;
  for (let h = firstFrom(list, at); h < list.length && list[h]!.from === at; h++) {
    const end = matchRest(ground, list[h]!.to, to, part + 1, last);
    if (end > 0) return end;
  }
  return 0;
}

/** Is the word at a token in this group? */
function isIn({ at, sets }: Ground, token: number, group: number): boolean {
  const own = at[token]!;
  for (let g = own + 1 + sets[own]!; g > own + 1; g--) if (sets[g] === group) return true;
  return false;
}
