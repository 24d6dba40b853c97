import { type Compiled, type CompiledPhrase, GAP_PART, listOf, type Part } from './compiled.ts';
import { firstFrom, type Hit } from './hits.ts';
import { MARKS } from './lists.ts';
import type { Marks } from './marks.ts';
import { GAP } from './sign.ts';
import type { Text, Token } from './tokens.ts';

/** For each list of a compiled rubric, where in the text it stands, in order of place. */
export type Hits = readonly Hit[][];

/** What a match works on. */
interface Ground {
  tokens: readonly Token[];
  /** The word groups of each token. */
  groups: (readonly number[])[];
  compiled: Compiled;
  hits: Hit[][];
}

/** Most lists of a rubric are not in most answers, and most words in none: they share these, never written to. */
const NO_HITS: Hit[] = [];
const NO_GROUPS: readonly number[] = [];
/** So many words are remembered, so that strangers' text cannot fill the memory. */
const KNOWN_AT_MOST = 20_000;

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
  const ground = { tokens, groups: tokens.map((token) => groupsOf(token, compiled)), compiled, hits };
  const waiting = matchPlain(ground);
  for (const list of compiled.order) {
    const mine = waiting.get(list);
    const afterList = compiled.afterList.get(list);
    if (mine === undefined && afterList === undefined) continue;
    for (const { at, phrase } of mine ?? []) matchAt(ground, at, phrase);
    for (const phrase of afterList ?? []) matchAfterList(ground, compiled.phrases[phrase]!);
    hits[list]!.sort((a, b) => a.from - b.from || b.to - a.to);
  }
  return hits;
}

/** The groups of a word, remembered: the same few thousand words make up most answers. */
function groupsOf({ kind, text }: Token, { forms, beginnings, known }: Compiled): readonly number[] {
  if (kind === 'mark') return NO_GROUPS;
  let groups = known.get(text);
  if (groups === undefined) {
    const begun = (beginnings.get(text.slice(0, 3)) ?? []).flatMap(([beginning, group]) =>
      text.startsWith(beginning) ? [group] : [],
    );
    const own = forms.get(text) ?? NO_GROUPS;
    groups = begun.length === 0 ? own : [...own, ...begun];
    if (known.size < KNOWN_AT_MOST) known.set(text, groups);
  }
  return groups;
}

/** A place where a phrase that names other lists may start; it waits for their hits. */
interface Waiting {
  at: number;
  phrase: CompiledPhrase;
}

/** Matches the phrases of words alone, and notes where the others may start. */
function matchPlain(ground: Ground): Map<number, Waiting[]> {
  const { groups, compiled } = ground;
  const waiting = new Map<number, Waiting[]>();
  const begin = (phrases: number[] | undefined, at: number) => {
    if (phrases === undefined) return;
    for (const number of phrases) {
      const phrase = compiled.phrases[number]!;
      if (!phrase.namesLists) matchAt(ground, at, phrase);
      else if (waiting.has(phrase.list)) waiting.get(phrase.list)!.push({ at, phrase });
      else waiting.set(phrase.list, [{ at, phrase }]);
    }
  };
  for (let at = 0; at < groups.length; at++) {
    for (const first of groups[at]!) {
      const { alone, bySecond, others } = compiled.starts[first]!;
      if (alone.length > 0) {
        const hit = { from: at, to: at + 1 };
        for (const list of alone) put(ground.hits, list, hit);
      }
      if (others.length > 0) begin(others, at);
      if (bySecond.size === 0) continue;
      for (const second of groups[at + 1] ?? NO_GROUPS) {
        const going = bySecond.get(second);
        if (going !== undefined) begin(going, at);
      }
    }
  }
  return waiting;
}

function matchAt(ground: Ground, at: number, { list, parts, negative }: CompiledPhrase): void {
  const end = matchRest(ground, at + 1, parts, 1, ground.tokens[at]!.sentence);
  if (end > 0) put(ground.hits, list, negative ? { from: at, to: end, negative } : { from: at, to: end });
}

function matchAfterList(ground: Ground, { list, parts }: CompiledPhrase): void {
  for (const hit of ground.hits[listOf(parts[0]!)]!) {
    const end = matchRest(ground, hit.to, parts, 1, ground.tokens[hit.from]!.sentence);
    if (end > 0) put(ground.hits, list, { from: hit.from, to: end });
  }
}

function put(hits: Hit[][], list: number, hit: Hit): void {
  if (hits[list] === NO_HITS) hits[list] = [hit];
  else hits[list]!.push(hit);
}

/** @returns the end of the match of the parts from number `part` on, starting at token `at`; 0 if there is none */
function matchRest(
  ground: Ground,
  at: number,
  parts: readonly Part[],
  part: number,
  sentence: number,
): number {
  if (part === parts.length) return at;
  const wanted = parts[part]!;
  if (wanted === GAP_PART) {
    for (let skip = 0; skip <= GAP; skip++) {
      const end = matchRest(ground, at + skip, parts, part + 1, sentence);
      if (end > 0) return end;
    }
    return 0;
  }
  if (ground.tokens[at]?.sentence !== sentence) return 0;
  if (wanted >= 0)
    return ground.groups[at]!.includes(wanted) ? matchRest(ground, at + 1, parts, part + 1, sentence) : 0;
  const list = ground.hits[listOf(wanted)]!;
  for (let h = firstFrom(list, at); h < list.length && list[h]!.from === at; h++) {
    const end = matchRest(ground, list[h]!.to, parts, part + 1, sentence);
    if (end > 0) return end;
  }
  return 0;
}
