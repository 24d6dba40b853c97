import { findChanges } from './changes.ts';
import { IS, is } from './classes.ts';
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
    else if (token.capital && token.text.length > 1 && !is(token, IS.ME))
      marks.name.push({ from: i, to: i + 1 });
  }
  // Percentages and sums of money, and their starts: amounts wherever they stand.
  const exact = new Set([...marks.percent, ...marks.money].map((hit) => hit.from));
  marks['measured-change'] = findChanges(text, reading, marks.number, exact);
  return marks;
}

function addDeed(i: number, reading: Reading, marks: Marks): void {
  if (reading.negated[i] === 1 || reading.mood[i] !== 0) return;
  const hit = { from: i, to: i + 1 };
  marks.deed.push(hit);
  if (reading.actor[i] === ACTOR.me) marks['my-deed'].push(hit);
  else if (reading.actor[i] === ACTOR.us) marks['our-deed'].push(hit);
}

const TIME_UNIT = /^(days?|weeks?|months?|hours?|minutes?|years?|hrs?|mins?|seconds?|quarters?)$/;

/** Digits, number words ("nine", "a third"), and "one" only where it counts ("one in nine"). */
export function isNumber(tokens: Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind === 'number') return !/^(19|20)\d\d$/.test(token.text);
  if (!is(token, IS.NUMBER_WORDS | IS.MAYBE_NUMBERS)) return false;
  const { text } = token;
  const next = tokens[i + 1]?.text ?? '';
  if (text === 'one') return next === 'in' || next === 'out' || TIME_UNIT.test(next);
  if (text === 'couple') return en.UNITS.has(next) || en.UNITS.has(tokens[i + 2]?.text ?? '');
  return is(token, IS.NUMBER_WORDS);
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
  const after = tokens[last + 1];
  const unit = after?.sentence === tokens[i]!.sentence ? after.text : '';
  if (
    /^([$£€₹₱₦¥]|rs?|php|usd|aud|aed|kes|inr|ngn)\d/.test(first) ||
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
    marks.percent.push(first.endsWith('%') ? number : { from: i, to: last + 2 });
  }
  if (TIME_UNIT.test(unit)) {
    marks.duration.push({ from: i, to: last + 2 });
  }
  return last;
}
