import { KIND, next, scanOf } from './scan.ts';
import { readWord } from './spelling.ts';
import { passingWord, type Word, wordOf } from './words.ts';

/**
 * Cuts an answer into words, numbers and sentences, keeping each one's place in the text as typed.
 * Contractions are taken apart ("didn't" is "did not"), so that one pattern serves both.
 */

export interface Token {
  /** Lower case, straight quotes, nothing invisible. */
  text: string;
  /** What is known of it by itself. */
  word: Word;
  /** UTF-16 offsets into the answer as typed. */
  start: number;
  end: number;
  kind: 'word' | 'number' | 'mark';
  /** Written with a capital, and not the first word of its sentence. */
  capital: boolean;
  /** Index of its sentence. */
  sentence: number;
}

export interface Sentence {
  /** Token range, end exclusive. */
  from: number;
  to: number;
}

export interface Text {
  source: string;
  tokens: Token[];
  sentences: Sentence[];
}

/** A run-on is cut here: what is looked for in one sentence stands closer together, and no text can slow us down. */
const LONGEST_SENTENCE = 200;

const ABBREVIATIONS = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'st',
  'vs',
  'approx',
  'dept',
  'est',
  'inc',
  'no',
  'eg',
  'ie',
  'etc',
  'e',
  'g',
  'i',
  'a',
  'p',
  'm',
  'u',
  's',
]);

/**
 * @param source the answer as typed
 * @returns its tokens and sentences; time and space grow linearly with its length
 */
export function readText(source: string): Text {
  const text: Text = { source, tokens: [], sentences: [] };
  const { tokens } = text;
  const scan = scanOf(source);
  while (next(scan)) {
    const { kind, start, end } = scan;
    if (kind === KIND.word) {
      addWord(text, scan.units, start, end);
      continue;
    }
    const raw = source.slice(start, end);
    if (kind === KIND.number) add(text, passingWord(raw.toLowerCase()), start, end, 'number');
    else if (raw === '\n') {
      if (lineEnds(source, start)) close(text);
    } else if (raw === '%') {
      add(text, PERCENT, start, end, 'word');
    } else {
      add(text, markOf(raw), start, end, 'mark');
      const ends =
        raw === ';' ||
        (raw === ':' && isLabel(text)) ||
        (/^[.!?…]/.test(raw) && sentenceEnds(source, start, raw, tokens));
      if (ends) close(text);
    }
  }
  close(text);
  return text;
}

/** "Next steps:" is a sentence of its own, so that what follows it starts one. */
function isLabel({ tokens, sentences }: Text): boolean {
  const words = tokens.length - 1 - (sentences.at(-1)?.to ?? 0);
  return words <= 2;
}

const PERCENT = wordOf('percent');

function markOf(raw: string): Word {
  if (raw.length > 2) return passingWord(raw);
  return wordOf(raw === '“' || raw === '”' ? '"' : raw);
}

function addWord(text: Text, units: Uint16Array, start: number, end: number): void {
  const { first, second, cut, capital } = readWord(text.source, units, start, end);
  if (second === null) {
    add(text, first, start, end, 'word', capital);
    return;
  }
  add(text, first, start, start + cut, 'word', capital);
  add(text, second, start + cut, end, 'word');
}

function add(
  { tokens, sentences }: Text,
  word: Word,
  start: number,
  end: number,
  kind: Token['kind'],
  capital = false,
): void {
  let from = endOfLast(sentences);
  if (tokens.length - from >= LONGEST_SENTENCE) {
    sentences.push({ from, to: tokens.length });
    from = tokens.length;
  }
  const { text } = word;
  const sentence = sentences.length;
  tokens.push({ text, word, start, end, kind, capital: capital && tokens.length > from, sentence });
}

function endOfLast(sentences: Sentence[]): number {
  const { length } = sentences;
  return length === 0 ? 0 : sentences[length - 1]!.to;
}

/** Ends the sentence, if there is anything in it. */
function close({ tokens, sentences }: Text): void {
  const from = endOfLast(sentences);
  if (tokens.length > from) sentences.push({ from, to: tokens.length });
}

/** A line break ends a sentence at a blank line, before a bullet, and after closing punctuation. */
function lineEnds(source: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (source[before] === ' ' || source[before] === '\r' || source[before] === '\t'))
    before--;
  if (before < 0 || /[.!?:;\n"”)]/.test(source[before]!)) return true;
  let after = at + 1;
  while (after < source.length && (source[after] === ' ' || source[after] === '\t' || source[after] === '\r'))
    after++;
  return (
    after >= source.length ||
    /[\n•*\-–#]/.test(source[after]!) ||
    /^\d+[.)]/.test(source.slice(after, after + 4))
  );
}

function sentenceEnds(source: string, at: number, raw: string, tokens: Token[]): boolean {
  const next = source[at + raw.length];
  if (next !== undefined && !/[\s"”')\]]/.test(next)) return false;
  if (raw.length > 1 || raw !== '.') return true;
  const last = tokens.at(-2);
  if (last === undefined || last.end !== at || !ABBREVIATIONS.has(last.text)) return true;
  // "no." and "a.m." may still end a sentence: they do when a capital follows.
  return /^\s+\p{Lu}/u.test(source.slice(at + 1, at + 4)) && !/^(dr|mr|mrs|ms|st|vs)$/.test(last.text);
}
