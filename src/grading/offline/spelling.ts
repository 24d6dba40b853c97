import { knownOfStretch, noStretches, rememberStretch } from './stretches.ts';
import { type Word, wordOf } from './words.ts';

/** A word as typed, read: contractions are two ("didn't" is "did not"), so that one pattern serves both. */
export interface Spelled {
  first: Word;
  second: Word | null;
  /** Where the second begins, counted from the start of the word. */
  cut: number;
  /** Written with a capital. */
  capital: boolean;
}

/** Characters that are not seen; a word is the same with and without them. */
export const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff';
const HAS_INVISIBLE = new RegExp(`[${INVISIBLE}]`);
const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'g');

/** Contractions people type without the apostrophe. */
const BARE: Record<string, [string, string]> = {
  dont: ['do', 'not'],
  didnt: ['did', 'not'],
  doesnt: ['does', 'not'],
  isnt: ['is', 'not'],
  wasnt: ['was', 'not'],
  werent: ['were', 'not'],
  hasnt: ['has', 'not'],
  havent: ['have', 'not'],
  hadnt: ['had', 'not'],
  couldnt: ['could', 'not'],
  wouldnt: ['would', 'not'],
  shouldnt: ['should', 'not'],
  cant: ['can', 'not'],
  cannot: ['can', 'not'],
  wont: ['will', 'not'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
};
const CLITICS: Record<string, string> = { m: 'am', ve: 'have', re: 'are', ll: 'will', d: 'would', s: "'s" };
const IRREGULAR_NOT: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

/** Written in capitals these are other words: the IT department, an OR minute. */
export const CAPITAL_WORDS = new Set(['IT', 'OR', 'WHO', 'NICE']);

/** So many spellings are remembered, so that strangers' text cannot fill the memory. */
const REMEMBERED = 50_000;
const remembered = noStretches<Spelled>();

/**
 * Reads the word at a place of a text: letters, as typed, with apostrophes inside.
 *
 * @param units the characters of the text
 */
export function readWord(text: string, units: Uint16Array, from: number, to: number): Spelled {
  let spelled = knownOfStretch(remembered, units, from, to);
  if (spelled === null) {
    const raw = text.slice(from, to);
    spelled = spell(raw);
    if (remembered.count < REMEMBERED) rememberStretch(remembered, raw, spelled);
  }
  return spelled;
}

function spell(raw: string): Spelled {
  if (CAPITAL_WORDS.has(raw)) return one(raw, true);
  const capital = raw[0] !== raw[0]!.toLowerCase();
  let plain = raw.toLowerCase();
  if (HAS_INVISIBLE.test(plain)) plain = plain.replace(ALL_INVISIBLE, '');
  if (Object.hasOwn(BARE, plain)) return two(BARE[plain]!, raw, capital);
  const quote = plain.search(/['’‘ʼ]/);
  if (quote < 0) return one(plain, capital);
  const base = plain.slice(0, quote);
  const rest = plain.slice(quote + 1);
  if (rest === 't' && base.endsWith('n')) {
    const verb = base.slice(0, -1);
    return two([Object.hasOwn(IRREGULAR_NOT, verb) ? IRREGULAR_NOT[verb]! : verb, 'not'], raw, capital);
  }
  if (Object.hasOwn(CLITICS, rest)) return two([base, CLITICS[rest]!], raw, capital);
  return one(`${base}${rest}`, capital);
}

function one(text: string, capital: boolean): Spelled {
  return { first: wordOf(text), second: null, cut: 0, capital };
}

/** The second takes the part from the apostrophe (or the last letters) on. */
function two([first, second]: [string, string], raw: string, capital: boolean): Spelled {
  const quote = raw.search(/['’‘ʼ]/);
  const cut = quote > 0 ? quote : Math.min(first.length, raw.length - 1);
  return { first: wordOf(first), second: wordOf(second), cut, capital };
}
