import type { Compiled, Part } from './compile.ts';
import { firstFrom, type Hit } from './hits.ts';
import { MARKS } from './lists.ts';
import type { Marks } from './marks.ts';
import { GAP } from './sign.ts';
import type { Text, Token } from './tokens.ts';

/** For each list of a compiled rubric, where in the text it stands. */
export type Hits = Hit[][];

/**
 * Finds every list of a rubric in a text. Each word of the text looks up only the phrases that start with it,
 * a phrase has a fixed number of parts and a gap a fixed reach, so the cost grows linearly with the text.
 */
export function matchLists(text: Text, marks: Marks, compiled: Compiled): Hits {
  const hits: Hits = compiled.lists.map(() => []);
  for (const mark of MARKS) hits[compiled.names.get(mark)!] = marks[mark];
  const starts = startsIn(text.tokens, compiled);
  for (const number of compiled.order) {
    const list = compiled.lists[number]!;
    const own = hits[number]!;
    for (const { at, phrase } of starts.get(number) ?? []) {
      const end = matchFrom(text.tokens, at, phrase, hits);
      if (end > 0) own.push({ from: at, to: end });
    }
    for (const phrase of list.startingWithList) {
      const first = phrase[0] as { kind: 'list'; number: number };
      for (const hit of hits[first.number]!) {
        const end = matchRest(text.tokens, hit.to, phrase, 1, hits, text.tokens[hit.from]!.sentence);
        if (end > 0) own.push({ from: hit.from, to: end });
      }
    }
    if (own.length > 1 && (list.startingWithList.length > 0 || starts.has(number)))
      own.sort((a, b) => a.from - b.from || b.to - a.to);
  }
  return hits;
}

function startsIn(tokens: Token[], compiled: Compiled): Map<number, { at: number; phrase: Part[] }[]> {
  const starts = new Map<number, { at: number; phrase: Part[] }[]>();
  const note = (list: number, at: number, phrase: Part[]) => {
    const known = starts.get(list);
    if (known === undefined) starts.set(list, [{ at, phrase }]);
    else known.push({ at, phrase });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'mark') continue;
    for (const start of compiled.byFirstWord.get(token.text) ?? []) note(start.list, at, start.phrase);
    if (token.text.length < 3) continue;
    for (const start of compiled.byBeginning.get(token.text.slice(0, 3)) ?? [])
      note(start.list, at, start.phrase);
  }
  return starts;
}

/** @returns the end of the match that starts at `at`, or 0 */
function matchFrom(tokens: Token[], at: number, phrase: Part[], hits: Hits): number {
  const first = phrase[0]!;
  if (first.kind === 'beginning' && !tokens[at]!.text.startsWith(first.text)) return 0;
  return matchRest(tokens, at + 1, phrase, 1, hits, tokens[at]!.sentence);
}

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
      const hit = list[h]!;
      const end = matchRest(tokens, hit.to, phrase, part + 1, hits, sentence);
      if (end > 0) return end;
    }
    return 0;
  }
  const fits = element.kind === 'word' ? element.forms.has(token.text) : token.text.startsWith(element.text);
  return fits ? matchRest(tokens, at + 1, phrase, part + 1, hits, sentence) : 0;
}
