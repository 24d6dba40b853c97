import { IS, is } from './classes.ts';
import { ACTOR, MOOD, PAST, type Reading } from './clauses.ts';
import type { Compiled } from './compiled.ts';
import { type Counted, countedAs, noneCounted, numberOf, VERBS, type Verb } from './counted.ts';
import type { Hit } from './hits.ts';
import type { Hits } from './match.ts';
import { particularity } from './particulars.ts';
import type { Text } from './tokens.ts';
import { concreteVerb } from './verbs.ts';

/** Counts and places from which the kind of an answer and its STAR parts are read. */
export interface Profile {
  /** In sentences that count. */
  words: number;
  /**
   * Places of each structural list, and of each criterion of the general rubric: as `met:…`, and as `seen:…` if it is at
   * least hinted at; none of what does not count.
   */
  at: Counted;
  /** How particular the language is; see particulars.ts. */
  particularity: number;
}

/** Reads the profile of a text; what is masked does not count. */
export function profileOf(
  text: Text,
  reading: Reading,
  compiled: Compiled,
  hits: Hits,
  masked: Uint8Array,
): Profile {
  const at = noneCounted();
  for (const [name, list] of compiled.structure) {
    if (hits[list]!.length === 0) continue;
    // A problem denied is still the talk of a problem.
    at[countedAs(name)!] = distinct(hits[list]!, masked, name === 'problem' ? null : reading.negated);
  }
  const verbs = verbsOf(text, reading, masked);
  for (const name of VERBS) at[NUMBER[name]] = verbs[name];
  let words = 0;
  for (let i = 0; i < masked.length; i++) if (masked[i] === 0 && text.tokens[i]!.kind !== 'mark') words++;
  return {
    words,
    at,
    particularity: particularity(text.tokens, masked),
  };
}

const NUMBER = Object.fromEntries(VERBS.map((name) => [name, numberOf(name)])) as Record<Verb, number>;

/** Deeds, states, plans and steps, by whose they are. */
function verbsOf(text: Text, reading: Reading, masked: Uint8Array): Record<Verb, Hit[]> {
  const at = {
    myDeed: [] as Hit[],
    ourDeed: [] as Hit[],
    otherDeed: [] as Hit[],
    myState: [] as Hit[],
    past: [] as Hit[],
    told: [] as Hit[],
    plan: [] as Hit[],
    step: [] as Hit[],
    myStep: [] as Hit[],
  };
  const seen = new Set<string>();
  const seenMine = new Set<string>();
  for (let i = 0; i < text.tokens.length; i++) {
    const token = text.tokens[i]!;
    if (token.kind !== 'word' || masked[i] === 1) continue;
    const past = reading.past[i];
    const planned = reading.mood[i] === MOOD.plan && PLANNING.has(token.text);
    const verb = stepAt(text, reading, i);
    if (past === PAST.no && !planned && verb === null) continue;
    const hit = { from: i, to: i + 1 };
    const actor = reading.actor[i];
    if (past !== PAST.no) at.past.push(hit);
    if (past === PAST.deed || (past === PAST.state && /^(was|were|had)$/.test(token.text))) at.told.push(hit);
    if (past === PAST.state && actor === ACTOR.me) at.myState.push(hit);
    if (past === PAST.deed && reading.negated[i] === 0 && reading.mood[i] === MOOD.fact) {
      if (actor === ACTOR.me) at.myDeed.push(hit);
      else if (actor === ACTOR.us) at.ourDeed.push(hit);
      else if (actor === ACTOR.other) at.otherDeed.push(hit);
    }
    if (planned) at.plan.push(hit);
    if (verb === null) continue;
    if (!seen.has(verb)) at.step.push(hit);
    if (actor === ACTOR.me && !seenMine.has(verb)) at.myStep.push(hit);
    seen.add(verb);
    if (actor === ACTOR.me) seenMine.add(verb);
  }
  return at;
}

const PLANNING = new Set(['would', 'will', 'could', 'should', 'going']);

/**
 * @returns the verb at a token, in its dictionary form, when it can be pictured and is said of the speaker, of "we"
 * or of nobody in particular; null otherwise, and where it is used as a noun
 */
function stepAt({ tokens }: Text, reading: Reading, i: number): string | null {
  const verb = concreteVerb(tokens[i]!.word);
  if (verb === null) return null;
  // "You ask them first" tells the speaker's own way, as "I" would.
  const others = reading.actor[i] === ACTOR.other && reading.mood[i] !== MOOD.general;
  // "Each should be read" says how one goes about it; "each was read" may be anybody's doing.
  const done = reading.past[i] === PAST.passive && reading.mood[i] === MOOD.fact;
  if (reading.negated[i] === 1 || others || done) return null;
  const before = tokens[i - 1];
  if (before === undefined || before.sentence !== tokens[i]!.sentence || before.kind !== 'word') return verb;
  const noun = is(before, IS.DETERMINERS | IS.OBJECT_OR_POSSESSIVE) || isTrade(tokens[i]!.text, before.text);
  return noun || (is(before, IS.PREPOSITIONS) && !tokens[i]!.text.endsWith('ing')) ? null : verb;
}

/** "Billing", "training" and the like name a trade, unless somebody is at it. */
function isTrade(word: string, before: string): boolean {
  return TRADES.has(word) && !/^(am|is|are|was|were|been|by|started|start|keep|kept|of)$/.test(before);
}

const TRADES = new Set(
  'billing coding training meeting building rating staffing scheduling testing planning reporting teaching coaching setting'.split(
    ' ',
  ),
);

/** Of matches that overlap only the first, which is the longest at its place, of those that count. */
function distinct(hits: readonly Hit[], masked: Uint8Array, negated: Uint8Array | null): Hit[] {
  const apart: Hit[] = [];
  let end = -1;
  for (const hit of hits) {
    if (hit.from < end || masked[hit.from] === 1 || (negated !== null && negated[hit.from] === 1)) continue;
    apart.push(hit);
    end = hit.to;
  }
  return apart;
}
