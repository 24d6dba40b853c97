import { ACTOR, PAST, type Reading } from './clauses.ts';
import type { Hit } from './hits.ts';
import * as en from './language.ts';
import type { Mark } from './lists.ts';
import type { Text, Token } from './tokens.ts';

export type Marks = Record<Mark, Hit[]>;

/** Finds what no list of phrases can: numbers in any dress, changes, deeds and their doers. */
export function findMarks(text: Text, reading: Reading): Marks {
  const marks: Marks = {
    number: [],
    money: [],
    percent: [],
    duration: [],
    'measured-change': [],
    deed: [],
    'my-deed': [],
    'our-deed': [],
    name: [],
  };
  const { tokens } = text;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') continue;
    if (isNumber(tokens, i)) i = addNumber(tokens, i, marks);
    else if (reading.past[i] === PAST.deed) addDeed(i, reading, marks);
    else if (token.capital && token.text.length > 1 && !en.ME.has(token.text))
      marks.name.push({ from: i, to: i + 1 });
  }
  findChanges(text, reading, marks);
  return marks;
}

function addDeed(i: number, reading: Reading, marks: Marks): void {
  if (reading.negated[i] === 1 || reading.mood[i] !== 0) return;
  const hit = { from: i, to: i + 1 };
  marks.deed.push(hit);
  if (reading.actor[i] === ACTOR.me) marks['my-deed'].push(hit);
  else if (reading.actor[i] === ACTOR.us) marks['our-deed'].push(hit);
}

/** Digits, number words ("nine", "a third"), and "one" only where it counts ("one in nine"). */
export function isNumber(tokens: Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind === 'number') return !/^(19|20)\d\d$/.test(token.text);
  const { text } = token;
  const next = tokens[i + 1]?.text ?? '';
  if (text === 'one') return next === 'in' || next === 'out';
  if (text === 'couple') return en.UNITS.has(next) || en.UNITS.has(tokens[i + 2]?.text ?? '');
  return en.NUMBER_WORDS.has(text);
}

/** Adds the number starting at `i`, with its unit; returns the index of its last token. */
function addNumber(tokens: Token[], i: number, marks: Marks): number {
  let last = i;
  while (
    last + 1 < tokens.length &&
    tokens[last + 1]!.sentence === tokens[i]!.sentence &&
    isNumber(tokens, last + 1)
  )
    last++;
  const number = { from: i, to: last + 1 };
  marks.number.push(number);
  const first = tokens[i]!.text;
  const unit = tokens[last + 1]?.text ?? '';
  if (
    /^[$£€]/.test(first) ||
    /^(dollars?|pounds?|euros?|grand|thou|bucks)$/.test(unit) ||
    (/\d(k|m|bn)$/.test(first) && !en.UNITS.has(unit))
  ) {
    marks.money.push(number);
  }
  if (
    first.endsWith('%') ||
    unit === 'percent' ||
    (unit === 'per' && tokens[last + 2]?.text === 'cent') ||
    /^points?$/.test(unit)
  ) {
    marks.percent.push({ from: i, to: Math.min(last + 2, tokens.length) });
  }
  if (/^(days?|weeks?|months?|hours?|minutes?|years?|hrs?|mins?|seconds?|quarters?)$/.test(unit)) {
    marks.duration.push({ from: i, to: last + 2 });
  }
  return last;
}

const FALLS = new Set(
  'fell fall falls fallen drop dropped drops cut cuts reduce reduced reducing reduction decrease decreased shrank shrunk halved lowered rose risen rise increased increase grew grown climbed improved improve improvement gained doubled tripled recovered recover saved saving save shortened quit stopped eliminated lifted raised worth returned trimmed slashed jumped slipped brought got went came gone down up fewer less more faster sooner quicker shorter better under above over below hit reached averaged dropped ran turned freed cleared avoided collected opened filled completed finished passed caught'.split(
    ' ',
  ),
);
const WHOLE = new Set('halved doubled tripled'.split(' '));
const AFTERWARDS = new Set(
  'now later since after within afterwards today ended stands currently last'.split(' '),
);

/**
 * Says by how much something changed: from one number to another; a verb of change with a number; "instead
 * of", "compared with"; a number at a later time. Negated or imagined changes are not changes.
 */
function findChanges(text: Text, reading: Reading, marks: Marks): void {
  let n = 0;
  for (const { from, to } of text.sentences) {
    const numbers: Hit[] = [];
    while (n < marks.number.length && marks.number[n]!.from < to) {
      const hit = marks.number[n++]!;
      if (hit.from >= from) numbers.push(hit);
    }
    for (let i = from; i < to; i++) {
      if (WHOLE.has(text.tokens[i]!.text) && real(reading, i))
        marks['measured-change'].push({ from: i, to: i + 1 });
    }
    if (numbers.length > 0) changesIn(text.tokens, from, to, numbers, reading, marks);
  }
}

function changesIn(
  tokens: Token[],
  from: number,
  to: number,
  numbers: Hit[],
  reading: Reading,
  marks: Marks,
): void {
  for (let i = from; i < to; i++) {
    const word = tokens[i]!.text;
    if (!real(reading, i)) continue;
    const after = numbers.find((hit) => hit.from > i && hit.from - i <= 9);
    if (word === 'from' && after !== undefined && after.from - i <= 4) {
      const second = numbers.find((hit) => hit.from > after.from && hit.from - after.to <= 7);
      if (
        second !== undefined &&
        tokens.slice(after.to, second.from).some((t) => /^(to|down|now)$/.test(t.text)) &&
        !isSpan(tokens, second)
      ) {
        add(marks, { from: i, to: second.to });
      }
    } else if (FALLS.has(word) && reading.past[i] !== PAST.passive) {
      const near = after ?? numbers.findLast((hit) => hit.to <= i && i - hit.to <= 4);
      if (near !== undefined && !onlyTime(tokens, near))
        add(marks, { from: Math.min(i, near.from), to: Math.max(i + 1, near.to) });
    } else if ((word === 'instead' || word === 'versus' || word === 'against') && numbers.length > 1) {
      const first = numbers.findLast((hit) => hit.to <= i);
      if (first !== undefined && after !== undefined) add(marks, { from: first.from, to: after.to });
    } else if (AFTERWARDS.has(word)) {
      const value = numbers.find((hit) => hit.from > i && !onlyTime(tokens, hit) && !isSpan(tokens, hit));
      if (value !== undefined && value.from - i <= 12 && hasPast(reading, i, value.from + 1))
        add(marks, { from: i, to: value.to });
    }
  }
}

function hasPast(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (reading.past[i] === PAST.deed || reading.past[i] === PAST.state) return true;
  return false;
}

function real(reading: Reading, i: number): boolean {
  return reading.negated[i] === 0 && (reading.mood[i] === 0 || reading.mood[i] === 3);
}

/** A length of time alone ("within three months") is when, not how much. */
function onlyTime(tokens: Token[], hit: Hit): boolean {
  const before = tokens[hit.from - 1]?.text ?? '';
  const unit = tokens[hit.to]?.text ?? '';
  return (
    /^(days?|weeks?|months?|hours?|minutes?|years?|times?)$/.test(unit) &&
    /^(in|within|after|for|over|about|every|each|of|first|last|the|past|next|per|at|since)$/.test(before)
  );
}

/** "from 9 to 5", "ages 5 to 8", "from 2019 to 2021". */
function isSpan(tokens: Token[], hit: Hit): boolean {
  return (
    /^(am|pm|years?|o)$/.test(tokens[hit.to]?.text ?? '') &&
    /^(to|and)$/.test(tokens[hit.from - 1]?.text ?? '')
  );
}

function add(marks: Marks, hit: Hit): void {
  const last = marks['measured-change'].at(-1);
  if (last === undefined || last.from !== hit.from || last.to !== hit.to) marks['measured-change'].push(hit);
}
