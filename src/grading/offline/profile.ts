import { ACTOR, MOOD, PAST, type Reading } from './clauses.ts';
import { compileLists } from './compile.ts';
import type { Hit } from './hits.ts';
import { DETERMINERS, OBJECT_OR_POSSESSIVE, PREPOSITIONS } from './language.ts';
import type { Marks } from './marks.ts';
import { type Hits, matchLists } from './match.ts';
import { STRUCTURE } from './structure-lists.ts';
import type { Text } from './tokens.ts';
import { concreteVerb } from './verbs.ts';

const compiled = compileLists(STRUCTURE);

export type StructureName = keyof typeof STRUCTURE;

/** Counts and places from which the kind of an answer and its STAR parts are read. */
export interface Profile {
  words: number;
  sentences: number;
  /** Places of each structural list, in sentences that count. */
  at: Record<string, Hit[]>;
  count: Record<string, number>;
}

export function profileOf(text: Text, reading: Reading, marks: Marks, masked: Uint8Array): Profile {
  const hits: Hits = matchLists(text, marks, compiled);
  const at: Record<string, Hit[]> = {};
  const counts = (hit: Hit) => masked[text.tokens[hit.from]!.sentence] === 0;
  const affirmed = (hit: Hit) => reading.negated[hit.from] === 0;
  for (const [name, number] of compiled.names) {
    at[name] = distinct(hits[number]!.filter((hit) => counts(hit) && (name === 'problem' || affirmed(hit))));
  }
  const where = (holds: (i: number) => boolean) =>
    text.tokens.flatMap((token, i) =>
      masked[token.sentence] === 0 && holds(i) ? [{ from: i, to: i + 1 }] : [],
    );
  const deed = (i: number) =>
    reading.past[i] === PAST.deed && reading.negated[i] === 0 && reading.mood[i] === MOOD.fact;
  at.myDeed = where((i) => deed(i) && reading.actor[i] === ACTOR.me);
  at.ourDeed = where((i) => deed(i) && reading.actor[i] === ACTOR.us);
  at.otherDeed = where((i) => deed(i) && reading.actor[i] === ACTOR.other);
  at.myState = where((i) => reading.past[i] === PAST.state && reading.actor[i] === ACTOR.me);
  at.passive = where((i) => reading.past[i] === PAST.passive);
  at.past = where((i) => reading.past[i] !== PAST.no);
  at.plan = where(
    (i) =>
      reading.mood[i] === MOOD.plan &&
      ['would', 'will', 'could', 'should', 'going'].includes(text.tokens[i]!.text),
  );
  const verb = (i: number) => isStep(text, reading, i);
  at.step = firstOfEach(where(verb), text);
  at.myStep = firstOfEach(
    where((i) => verb(i) && reading.actor[i] === ACTOR.me),
    text,
  );
  const count = Object.fromEntries(Object.entries(at).map(([name, list]) => [name, list.length]));
  return {
    words: text.tokens.filter((t) => t.kind !== 'mark').length,
    sentences: text.sentences.length,
    at,
    count,
  };
}

/** A verb that can be pictured, said of the speaker, of "we" or of nobody in particular, and not used as a noun. */
function isStep({ tokens }: Text, reading: Reading, i: number): boolean {
  if (tokens[i]!.kind !== 'word' || concreteVerb(tokens[i]!.text) === null) return false;
  if (reading.negated[i] === 1 || reading.actor[i] === ACTOR.other || reading.past[i] === PAST.passive)
    return false;
  const before = tokens[i - 1];
  if (before === undefined || before.sentence !== tokens[i]!.sentence) return true;
  if (before.kind !== 'word') return true;
  return (
    !DETERMINERS.has(before.text) &&
    !OBJECT_OR_POSSESSIVE.has(before.text) &&
    !(PREPOSITIONS.has(before.text) && !tokens[i]!.text.endsWith('ing'))
  );
}

function firstOfEach(hits: Hit[], { tokens }: Text): Hit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const verb = concreteVerb(tokens[hit.from]!.text)!;
    if (seen.has(verb)) return false;
    seen.add(verb);
    return true;
  });
}

/** Of matches that overlap only the first, which is the longest at its place. */
function distinct(hits: Hit[]): Hit[] {
  let end = -1;
  return hits.filter((hit) => {
    if (hit.from < end) return false;
    end = hit.to;
    return true;
  });
}
