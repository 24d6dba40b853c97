import { CAPITAL_WORDS } from './spelling.ts';

/**
 * The little language of signs: terms joined by " + ", alternatives by " | ", phrases of words.
 * Parsing only; what a sign finds in a text is decided in match.ts.
 */

export type Element =
  /** With all its forms, unless `exact`. */
  | { kind: 'word'; text: string; exact: boolean }
  | { kind: 'beginning'; text: string }
  | { kind: 'list'; name: string }
  | { kind: 'gap' };

/** One phrase: elements in sequence. */
export type Phrase = Element[];
/** Alternatives. */
export type Term = Phrase[];

export type Parsed<T> = { ok: true; value: T } | { ok: false; fault: SignFault };
export interface SignFault {
  code: 'empty-term' | 'bad-word' | 'only-gaps';
  text: string;
}

/** How many words a ".." may stand for. */
export const GAP = 4;

/** @param text such as `sat with | met with + <money-people>` */
export function parseSign(text: string): Parsed<Term[]> {
  const terms: Term[] = [];
  for (const part of text.split(/\s\+\s/)) {
    const term: Term = [];
    for (const alternative of part.split('|')) {
      const phrase = parsePhrase(alternative);
      if (!phrase.ok) return phrase;
      term.push(phrase.value);
    }
    terms.push(term);
  }
  return { ok: true, value: terms };
}

/** @param text one phrase, such as `sat .. with` */
export function parsePhrase(text: string): Parsed<Phrase> {
  const phrase: Phrase = [];
  for (const raw of words(text)) {
    const element = parseElement(raw);
    if (element === null) return { ok: false, fault: { code: 'bad-word', text: raw } };
    phrase.push(...element);
  }
  if (phrase.length === 0) return { ok: false, fault: { code: 'empty-term', text } };
  if (phrase.at(0)!.kind === 'gap' || phrase.at(-1)!.kind === 'gap') {
    return { ok: false, fault: { code: 'only-gaps', text } };
  }
  return { ok: true, value: phrase };
}

/** Most phrases are plain words, which need none of what follows. */
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/;
const PLAIN_WORD = /^[a-z]+$/;

/** Splits a phrase as an answer is split: hyphens part words, contractions come apart. */
function words(text: string): string[] {
  const trimmed = text.trim();
  if (PLAIN_WORDS.test(trimmed)) return trimmed.split(' ');
  return trimmed
    .replace(/[’‘]/g, "'")
    .split(/\s+/)
    .map((word) => (CAPITAL_WORDS.has(word) ? word : word.toLowerCase()))
    .flatMap((word) => (/^<.*>$/.test(word) || word === '..' ? [word] : word.split(/[-/&]/)))
    .filter((word) => word !== '');
}

const CLITIC: Record<string, string> = { m: 'am', ve: 'have', re: 'are', ll: 'will', d: 'would', s: "'s" };

function parseElement(raw: string): Element[] | null {
  if (PLAIN_WORD.test(raw)) return [{ kind: 'word', text: raw, exact: false }];
  if (raw === '..') return [{ kind: 'gap' }];
  if (raw === '#') return [{ kind: 'list', name: 'number' }];
  const list = /^<([a-z][a-z0-9-]*)>$/.exec(raw);
  if (list !== null) return [{ kind: 'list', name: list[1]! }];
  const beginning = /^(\p{L}{3,})\*$/u.exec(raw);
  if (beginning !== null) return [{ kind: 'beginning', text: beginning[1]! }];
  const not = /^(\p{L}+)n't$/u.exec(raw);
  if (not !== null)
    return [exactly({ ca: 'can', wo: 'will', sha: 'shall' }[not[1]!] ?? not[1]!), exactly('not')];
  const clitic = /^(\p{L}+)'(m|ve|re|ll|d|s)$/u.exec(raw);
  if (clitic !== null) return [exactly(clitic[1]!), exactly(CLITIC[clitic[2]!]!)];
  if (CAPITAL_WORDS.has(raw)) return [exactly(raw)];
  const plain = raw.replace(/[.,;:!?"]+$/, '').replace(/^["]/, '');
  if (!/^[\p{L}\p{N}$£€%&'.,]+$/u.test(plain)) return null;
  return [{ kind: 'word', text: plain.replace(/'/g, ''), exact: false }];
}

function exactly(word: string): Element {
  return { kind: 'word', text: word, exact: true };
}
