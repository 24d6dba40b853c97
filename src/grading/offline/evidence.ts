import type { Evidence } from '../assessment.ts';
import type { Hit } from './hits.ts';
import type { Text } from './tokens.ts';

/** How far a clause without a comma is followed on either side, in tokens: a quotation is no page. */
const REACH = 40;

/** The clause around each hit, as the speaker typed it; each place once. */
export function evidenceOf(hits: readonly Hit[], text: Text): Evidence[] {
  const all: Evidence[] = [];
  for (const hit of hits) {
    const { start, end } = clauseAround(hit, text);
    if (all.some((one) => one.start === start)) continue;
    all.push({ start, end, quote: text.source.slice(start, end) });
  }
  return all;
}

function clauseAround(hit: Hit, { tokens, sentences }: Text): { start: number; end: number } {
  const { from, to } = sentences[tokens[hit.from]!.sentence]!;
  let first = hit.from;
  while (first > from && hit.from - first < REACH && tokens[first - 1]!.kind !== 'mark') first--;
  let last = hit.to - 1;
  while (last + 1 < to && last - hit.to < REACH && tokens[last + 1]!.kind !== 'mark') last++;
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}
