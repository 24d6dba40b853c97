import { INVISIBLE } from './spelling.ts';

/** What the next token of a text is. */
export const KIND = { word: 1, number: 2, mark: 3 } as const;

/** The whole rule; it decides wherever the quick look at plain letters below does not. */
export const TOKEN = new RegExp(
  [
    '((?:[$£€₹₱₦¥]|(?:R|Rs|PHP|USD|AUD|AED|KES|INR|NGN)(?=\\d))?\\d+(?:[.,:]\\d+)*(?:%|\\p{L}{1,2}(?![\\p{L}\\d]))?)',
    `([\\p{L}][\\p{L}\\p{M}\\d${INVISIBLE}]*(?:['’‘ʼ][\\p{L}]+)*)`,
    '([.!?…]+|[,;:()"“”—–%]|--|\\n)',
  ].join('|'),
  'uy',
);

/** One class for each character below 128. */
const SKIP = 0;
const LETTER = 1;
const DIGIT = 2;
const STOP = 3;
const SINGLE = 4;
const ASCII = new Uint8Array(128);
for (let c = 0; c < 26; c++) ASCII[65 + c] = ASCII[97 + c] = LETTER;
for (const c of '0123456789$') ASCII[c.charCodeAt(0)] = DIGIT;
for (const c of '.!?') ASCII[c.charCodeAt(0)] = STOP;
for (const c of ',;:()"%\n') ASCII[c.charCodeAt(0)] = SINGLE;

const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
const CURLY = 0x2019;
const ELLIPSIS = 0x2026;
/** Dashes, quotation marks, ellipsis: beyond ASCII, common, and no part of a word. */
const BETWEEN = new Set([0x2013, 0x2014, 0x201c, 0x201d, ELLIPSIS]);

/** Where a text has been read up to (`end`), and what was found there last. */
export interface Scan {
  source: string;
  /** Its characters, and a zero behind the last. */
  units: Uint16Array;
  kind: (typeof KIND)[keyof typeof KIND];
  start: number;
  end: number;
}

/** Used for one text after the other. Numbers in an array are read faster than characters of a text. */
let units = new Uint16Array(4096);

/** A text before its first token; to be read to its end before the next one is. */
export function scanOf(source: string): Scan {
  if (source.length >= units.length) units = new Uint16Array(2 * source.length);
  for (let i = 0; i < source.length; i++) units[i] = source.charCodeAt(i);
  units[source.length] = 0;
  return { source, units, kind: KIND.mark, start: 0, end: 0 };
}

/**
 * Goes to the next token. Most of an English text is plain letters, which are taken character by character;
 * everything else is left to the rule.
 *
 * @returns false at the end of the text
 */
export function next(scan: Scan): boolean {
  const { source, units } = scan;
  let at = scan.end;
  while (at < source.length) {
    const c = units[at]!;
    const what = c < 128 ? ASCII[c]! : DIGIT;
    if (what === SKIP && !(c === HYPHEN && units[at + 1] === HYPHEN)) {
      at++;
      continue;
    }
    const end = what === LETTER ? plainWord(units, at) : what === DIGIT ? 0 : plainMark(units, at, what);
    if (end > 0) return found(scan, what === LETTER ? KIND.word : KIND.mark, at, end);
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match !== null) {
      const kind = match[1] !== undefined ? KIND.number : match[2] !== undefined ? KIND.word : KIND.mark;
      return found(scan, kind, at, TOKEN.lastIndex);
    }
    at += (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return false;
}

function found(scan: Scan, kind: Scan['kind'], start: number, end: number): true {
  scan.kind = kind;
  scan.start = start;
  scan.end = end;
  return true;
}

/** @returns where a word of plain letters ends; 0 when the rule has to decide */
function plainWord(units: Uint16Array, start: number): number {
  let at = start + 1;
  for (;;) {
    while (isLetter(units[at]!)) at++;
    const c = units[at]!;
    if (c === APOSTROPHE || c === CURLY) {
      const after = units[at + 1]!;
      if (isLetter(after)) at += 2;
      else return after >= 128 && !BETWEEN.has(after) ? 0 : at;
    } else return (c >= 128 && !BETWEEN.has(c)) || (c >= 0x30 && c <= 0x39) ? 0 : at;
  }
}

const isLetter = (c: number): boolean => c < 128 && ASCII[c] === LETTER;

function plainMark(units: Uint16Array, start: number, what: number): number {
  if (what !== STOP) return start + (units[start] === HYPHEN ? 2 : 1);
  let at = start + 1;
  for (let c = units[at]!; (c < 128 && ASCII[c] === STOP) || c === ELLIPSIS; c = units[at]!) at++;
  return at;
}
