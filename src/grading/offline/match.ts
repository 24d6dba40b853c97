import type { Compiled, Part, Start } from './compile.ts';
import { firstFrom, type Hit } from './hits.ts';
import { MARKS } from './lists.ts';
import type { Marks } from './marks.ts';
import { GAP } from './sign.ts';
import type { Text, Token } from './tokens.ts';

/** For each list of a compiled rubric, where in the text it stands, in order of place. */
export type Hits = readonly Hit[][];

/** A place where a phrase that names other lists may start; it waits for their hits. */
interface Waiting {
  at: number;
  phrase: Part[];
}

/** Most lists of a rubric are not in most answers: they share this one, which is never written to. */
const NONE: Hit[] = [];

/**
 * Finds every list of a rubric in a text. Each word of the text looks up only the phrases that start with it,
 * a phrase has a fixed number of parts and a gap a fixed reach, so the cost grows linearly with the text.
 */
export function matchLists(text: Text, marks: Marks, compiled: Compiled): Hits {
  const hits: Hit[][] = new Array(compiled.lists.length).fill(NONE);
  for (const mark of MARKS) hits[compiled.names.get(mark)!] = marks[mark];
  const waiting = matchPlain(text.tokens, compiled, hits);
  for (const number of compiled.order) {
    const list = compiled.lists[number]!;
    const mine = waiting.get(number);
    if (mine === undefined && list.startingWithList.length === 0) continue;
    for (const { at, phrase } of mine ?? []) matchAt(text.tokens, at, phrase, hits, number);
    for (const phrase of list.startingWithList) matchAfterList(text.tokens, phrase, hits, number);
    hits[number]!.sort((a, b) => a.from - b.from || b.to - a.to);
  }
  return hits;
}

function put(hits: Hit[][], number: number, hit: Hit): void {
  if (hits[number] === NONE) hits[number] = [hit];
  else hits[number]!.push(hit);
}

/** Matches the phrases of words alone, and notes where the others may start. */
function matchPlain(tokens: Token[], compiled: Compiled, hits: Hit[][]): Map<number, Waiting[]> {
  const waiting = new Map<number, Waiting[]>();
  const begin = (start: Start, at: number) => {
    if (!start.namesLists) return matchAt(tokens, at, start.phrase, hits, start.list);
    const known = waiting.get(start.list);
    if (known === undefined) waiting.set(start.list, [{ at, phrase: start.phrase }]);
    else known.push({ at, phrase: start.phrase });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'mark') continue;
    const starts = compiled.byFirstWord.get(token.text);
    if (starts !== undefined) {
      for (const start of starts.others) begin(start, at);
      const going = starts.bySecondWord.get(tokens[at + 1]?.text ?? '');
      if (going !== undefined) for (const start of going) begin(start, at);
    }
    if (compiled.byBeginning.size === 0 || token.text.length < 3) continue;
    const beginnings = compiled.byBeginning.get(token.text.slice(0, 3));
    if (beginnings !== undefined) for (const start of beginnings) begin(start, at);
  }
  return waiting;
}

function matchAt(tokens: Token[], at: number, phrase: Part[], hits: Hit[][], number: number): void {
  const first = phrase[0]!;
  if (first.kind === 'beginning' && !tokens[at]!.text.startsWith(first.text)) return;
  const end = matchRest(tokens, at + 1, phrase, 1, hits, tokens[at]!.sentence);
  if (end > 0) put(hits, number, { from: at, to: end });
}

function matchAfterList(tokens: Token[], phrase: Part[], hits: Hit[][], number: number): void {
  const first = phrase[0] as { kind: 'list'; number: number };
  for (const hit of hits[first.number]!) {
    const end = matchRest(tokens, hit.to, phrase, 1, hits, tokens[hit.from]!.sentence);
    if (end > 0) put(hits, number, { from: hit.from, to: end });
  }
}

/** @returns the end of the match of the phrase's parts from `part` on, starting at token `at`; 0 if there is none */
function matchRest(
  tokens: Token[],
  at: number,
  phrase: Part[],
  part: number,
  hits: Hits,
  sentence: number,
): number {
  if (part === phrase.length) return at;
  const element = phrase[part]!;
  if (element.kind === 'gap') {
    for (let skip = 0; skip <= GAP; skip++) {
      const end = matchRest(tokens, at + skip, phrase, part + 1, hits, sentence);
      if (end > 0) return end;
    }
    return 0;
  }
  const token = tokens[at];
  if (token === undefined || token.sentence !== sentence) return 0;
  if (element.kind === 'list') {
    const list = hits[element.number]!;
    for (let h = firstFrom(list, at); h < list.length && list[h]!.from === at; h++) {
      const end = matchRest(tokens, list[h]!.to, phrase, part + 1, hits, sentence);
      if (end > 0) return end;
    }
    return 0;
  }
  const fits = element.kind === 'word' ? element.forms.has(token.text) : token.text.startsWith(element.text);
  return fits ? matchRest(tokens, at + 1, phrase, part + 1, hits, sentence) : 0;
}
