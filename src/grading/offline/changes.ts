import { MOOD, PAST, type Reading } from './clauses.ts';
import { firstFrom, type Hit } from './hits.ts';
import type { Sentence, Text, Token } from './tokens.ts';
import { knownOf } from './words.ts';

/** Verbs (and nouns) that say a thing became more or less. */
const CHANGES = new Set(
  'fell fall drop dropped cut reduced reduce reduction decreased decrease shrank shrunk lowered rose risen rise increased increase grew grown climbed improved improvement gained recovered saved saving savings shortened trimmed slashed jumped slipped lifted raised freed avoided collected worth declined decline dipped tumbled plunged slid boosted'.split(
    ' ',
  ),
);
/** Verbs that say so only with a direction or an aim: "went down to 4", "got it under 9". */
const MOVES = new Set(
  'went came got brought gone come moved ran hit reached averaged sat stood was were is are passed pushed'.split(
    ' ',
  ),
);
const DIRECTION = new Set('down up from to under below back'.split(' '));
/** After "is" and "was" only these tell of a change: "it was down to six", not "it is close to six". */
const STANDING = new Set('down up under below back'.split(' '));
const WHOLE = new Set('halved doubled tripled quadrupled'.split(' '));
const ABOUT = new Set(
  'about around roughly nearly almost just only over under some approximately like a an the more less than maybe close as low high little well bit still'.split(
    ' ',
  ),
);
const FRACTION = /^(half|third|thirds|quarter|quarters|fifth|tenth|twice|double)$/;
const TIME = /^(days?|weeks?|months?|hours?|minutes?|years?|times?)$/;
const LATER = new Set('now later since after afterwards today currently'.split(' '));
const COMPARING = new Set('from fewer less more instead versus against'.split(' '));
/** Words at which a change may be told; at all others there is nothing to look for. */
const mayTell = knownOf((word) => [WHOLE, CHANGES, MOVES, LATER, COMPARING].some((words) => words.has(word)));

/** One sentence, and what holds in it. */
interface Within extends Sentence {
  tokens: Token[];
  /** Its numbers, in order. */
  numbers: Hit[];
  reading: Reading;
  /** Where a percentage, a sum of money or a number with a unit stands. */
  exact: Set<number>;
}

/**
 * Where a text says by how much something changed: from one number to another; a verb of change with a number;
 * "instead of"; a value at a later time. Denied or imagined changes are not changes.
 *
 * @param numbers every number of the text, in order
 */
export function findChanges(text: Text, reading: Reading, numbers: Hit[], exact: Set<number>): Hit[] {
  const found: Hit[] = [];
  for (const { from, to } of text.sentences) {
    // Most sentences have no word that may tell of one.
    let first = from;
    while (first < to && !mayTell(text.tokens[first]!.word)) first++;
    if (first === to) continue;
    const own = numbers.slice(firstFrom(numbers, from), firstFrom(numbers, to));
    changesIn({ from, to, tokens: text.tokens, numbers: own, reading, exact }, first, found);
  }
  return found;
}

function changesIn(within: Within, first: number, out: Hit[]): void {
  const { tokens, to, numbers, reading } = within;
  for (let i = first; i < to; i++) {
    if (!mayTell(tokens[i]!.word)) continue;
    const word = tokens[i]!.text;
    const undone = reading.negated[i] === 1 && word !== 'instead';
    if (undone || reading.mood[i] === MOOD.plan || reading.mood[i] === MOOD.general) continue;
    const hit = WHOLE.has(word) ? { from: i, to: i + 1 } : numbers.length === 0 ? null : changeAt(i, within);
    if (hit !== null && (out.length === 0 || out.at(-1)!.to <= hit.from)) out.push(hit);
  }
}

function changeAt(i: number, within: Within): Hit | null {
  const { tokens, numbers, exact } = within;
  const word = tokens[i]!.text;
  const next = numbers.find((hit) => hit.from > i && hit.from - i <= 8);
  if (word === 'from' && next !== undefined) return fromTo(tokens, i, next, numbers);
  if (CHANGES.has(word)) {
    if (next !== undefined && belongs(tokens, i, next, exact)) return { from: i, to: next.to };
    const before = numbers.findLast((hit) => hit.to <= i && i - hit.to <= 2);
    return before !== undefined && exact.has(before.from) ? { from: before.from, to: i + 1 } : null;
  }
  if (MOVES.has(word) && next !== undefined && !markBetween(tokens, i, next.from)) {
    // "The aim was to get below 5" is a target.
    const copula = /^(was|were|is|are)$/.test(word);
    if (copula && tokens[i + 1]!.text === 'to' && next.from > i + 2) return null;
    const directions = copula ? STANDING : DIRECTION;
    const direction = tokens.slice(i + 1, next.from).findIndex((token) => directions.has(token.text));
    if (direction >= 0 && belongs(tokens, i + 1 + direction, next, exact)) return { from: i, to: next.to };
  }
  if ((word === 'fewer' || word === 'less' || word === 'more') && numbers.some((hit) => hit.to === i))
    return { from: i - 1, to: i + 1 };
  if (word === 'instead' || word === 'versus' || word === 'against') {
    const first = numbers.findLast((hit) => hit.to <= i && i - hit.to <= 8);
    if (first !== undefined && next !== undefined) return { from: first.from, to: next.to };
  }
  if (LATER.has(word)) return laterValue(i, within);
  return null;
}

/** "from twelve to about three percent", "from a week to two days"; not "from 9 to 5". */
function fromTo(tokens: Token[], i: number, first: Hit, numbers: Hit[]): Hit | null {
  if (first.from - i > 4) return null;
  const second = numbers.find((hit) => hit.from >= first.to && hit.from - first.to <= 8);
  if (
    second === undefined ||
    !tokens.slice(first.to, second.from).some((token) => /^(to|down|now)$/.test(token.text))
  )
    return null;
  return /^(am|pm|o)$/.test(tokens[second.to]?.text ?? '') ? null : { from: i, to: second.to };
}

/** Is the number the amount of the change, rather than a number further on in the sentence? */
function belongs(tokens: Token[], verb: number, number: Hit, exact: Set<number>): boolean {
  if (markBetween(tokens, verb, number.from)) return false;
  let before = number.from - 1;
  while (before > verb && ABOUT.has(tokens[before]!.text)) before--;
  if (isWhen(tokens, number, before)) return false;
  if (before === verb || /^(by|to|from|down|up|at|us|them|of|under|below)$/.test(tokens[before]!.text))
    return true;
  return exact.has(number.from) || FRACTION.test(tokens[number.from]!.text);
}

/** "within three months" is when, not how much; "by three days" is how much. */
function isWhen(tokens: Token[], number: Hit, before: number): boolean {
  return (
    TIME.test(tokens[number.to]?.text ?? '') &&
    /^(in|within|after|for|over|every|each|first|last|past|next|per|since|during)$/.test(
      tokens[before]?.text ?? '',
    )
  );
}

function markBetween(tokens: Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.kind === 'mark') return true;
  return false;
}

/** "After four months we were at 2.1", "now it is 15 of 90". */
function laterValue(i: number, { tokens, to, numbers, reading, exact }: Within): Hit | null {
  const value = numbers.find(
    (hit) => hit.from > i && hit.from - i <= 12 && !TIME.test(tokens[hit.to]?.text ?? ''),
  );
  if (value === undefined || value.to > to) return null;
  const before = tokens[value.from - 1]?.text ?? '';
  const counted = /^(of|out)$/.test(tokens[value.to]?.text ?? '');
  if (!(exact.has(value.from) || counted || /^(at|to|is|was|were|under|about)$/.test(before))) return null;
  for (let k = i; k < value.from; k++) {
    if (reading.past[k] !== PAST.no || /^(is|are|have|has)$/.test(tokens[k]!.text))
      return { from: i, to: value.to };
  }
  return null;
}
