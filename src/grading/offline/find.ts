import { ACTOR, MOOD, PAST, type Reading } from './clauses.ts';
import type { CompiledSign } from './compiled.ts';
import { firstFrom, type Hit, sortInPlace } from './hits.ts';
import type { Hits } from './match.ts';
import type { Text } from './tokens.ts';

/** One place where a sign was found. */
export interface Found extends Hit {
  sentence: number;
  weak: boolean;
}

/** What a sign is looked for in. */
export interface Ground {
  text: Text;
  reading: Reading;
  hits: Hits;
  /** By token, what does not count; see masks.ts. */
  masked: Uint8Array;
}

/** Most signs are in no answer: they share this, never written to. */
const NOTHING: Found[] = [];

/**
 * Looks for a sign: all its terms in one sentence, none of them denied, imagined or somebody else's where that
 * matters.
 *
 * @returns one place a sentence, in order
 */
export function findSign(sign: CompiledSign, ground: Ground): Found[] {
  for (const term of sign.terms) if (ground.hits[term]!.length === 0) return NOTHING;
  const found: Found[] = [];
  let last = -1;
  for (const first of ground.hits[sign.terms[0]!]!) {
    const sentence = ground.text.tokens[first.from]!.sentence;
    if (sentence === last || !stands(first, sign, ground, true)) continue;
    const place = sign.terms.length === 1 ? first : together(first, sentence, sign, ground);
    if (place === null || excepted(sign, sentence, ground)) continue;
    found.push({ from: place.from, to: place.to, sentence, weak: sign.weak });
    last = sentence;
  }
  return found;
}

/**
 * The span from the first of the terms to the last, each term at a place of its own; null when one is missing. The
 * term with the fewest places chooses first, so that a common word does not take the only place of a rare one.
 */
function together(first: Hit, sentence: number, sign: CompiledSign, ground: Ground): Hit | null {
  const { from, to } = ground.text.sentences[sentence]!;
  const others: { list: Hit[]; start: number; end: number }[] = [];
  for (let t = 1; t < sign.terms.length; t++) {
    const list = ground.hits[sign.terms[t]!]!;
    const start = firstFrom(list, from);
    const end = firstFrom(list, to);
    if (start === end) return null;
    others.push({ list, start, end });
  }
  sortInPlace(others, (a, b) => a.end - a.start - (b.end - b.start));
  const taken: Hit[] = [first];
  for (const { list, start, end } of others) {
    let h = start;
    while (h < end && !free(list[h]!, taken, sign, ground)) h++;
    if (h === end) return null;
    taken.push(list[h]!);
  }
  let span: Hit = first;
  for (const hit of taken) span = { from: Math.min(span.from, hit.from), to: Math.max(span.to, hit.to) };
  return span;
}

/** A hit that stands, and at a place no other term has taken. */
function free(hit: Hit, taken: Hit[], sign: CompiledSign, ground: Ground): boolean {
  return (
    stands(hit, sign, ground, false) && taken.every((other) => hit.to <= other.from || hit.from >= other.to)
  );
}

function stands(hit: Hit, sign: CompiledSign, { reading, masked }: Ground, isFirst: boolean): boolean {
  for (let i = hit.from; i < hit.to; i++) if (masked[i] === 1) return false;
  if (isFirst && sign.by !== 'anyone') {
    const actor = reading.actor[hit.from];
    if (sign.by === 'me' && actor !== ACTOR.me) return false;
    if (sign.by === 'us' && actor !== ACTOR.us && actor !== ACTOR.me) return false;
    // "I was trained" is done to the speaker, not by them.
    if (reading.past[hit.from] === PAST.passive) return false;
  }
  if (sign.as === 'anything') return true;
  for (let i = hit.from; i < hit.to; i++) {
    if (reading.negated[i] === 1 && !sign.negative && !hit.negative) return false;
    if (sign.as === 'done' && (reading.mood[i] === MOOD.plan || reading.mood[i] === MOOD.general))
      return false;
  }
  return true;
}

function excepted(sign: CompiledSign, sentence: number, { text, hits }: Ground): boolean {
  if (sign.unless === null) return false;
  const list = hits[sign.unless]!;
  const next = list[firstFrom(list, text.sentences[sentence]!.from)];
  return next !== undefined && next.from < text.sentences[sentence]!.to;
}
