/**
 * Cuts an answer into words, numbers and sentences, keeping each one's place in the text as typed.
 * Contractions are taken apart ("didn't" is "did not"), so that one pattern serves both.
 */

export interface Token {
  /** Lower case, straight quotes, nothing invisible. */
  text: string;
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

const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff';
const TOKEN = new RegExp(
  [
    '(?<number>(?:[$£€₹₱₦¥]|(?:R|Rs|PHP|USD|AUD|AED|KES|INR|NGN)(?=\\d))?\\d+(?:[.,:]\\d+)*(?:%|\\p{L}{1,2}(?![\\p{L}\\d]))?)',
    `(?<word>[\\p{L}][\\p{L}\\p{M}\\d${INVISIBLE}]*(?:['’‘ʼ][\\p{L}]+)*)`,
    '(?<mark>[.!?…]+|[,;:()"“”—–%]|--|\\n)',
  ].join('|'),
  'gu',
);
const HAS_INVISIBLE = new RegExp(`[${INVISIBLE}]`);
const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'g');

/** A run-on is cut here: what is looked for in one sentence stands closer together, and no text can slow us down. */
const LONGEST_SENTENCE = 200;

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
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let from = 0;
  const close = () => {
    if (tokens.length > from) sentences.push({ from, to: tokens.length });
    from = tokens.length;
  };
  const add = (text: string, start: number, end: number, kind: Token['kind'], capital = false) => {
    if (tokens.length - from >= LONGEST_SENTENCE) close();
    tokens.push({
      text,
      start,
      end,
      kind,
      capital: capital && tokens.length > from,
      sentence: sentences.length,
    });
  };

  for (const match of source.matchAll(TOKEN)) {
    const raw = match[0];
    const start = match.index;
    const groups = match.groups!;
    if (groups.word !== undefined) addWord(raw, start, add);
    else if (groups.number !== undefined) add(raw.toLowerCase(), start, start + raw.length, 'number');
    else if (raw === '\n') {
      if (lineEnds(source, start)) close();
    } else if (raw === '%') {
      add('percent', start, start + 1, 'word');
    } else {
      add(raw === '“' || raw === '”' ? '"' : raw, start, start + raw.length, 'mark');
      if (/^[.!?…]/.test(raw) && sentenceEnds(source, start, raw, tokens)) close();
      else if (raw === ';') close();
    }
  }
  close();
  return { source, tokens, sentences };
}

type Add = (text: string, start: number, end: number, kind: Token['kind'], capital?: boolean) => void;

/** Written in capitals these are other words: the IT department, an OR minute. */
export const CAPITAL_WORDS = new Set(['IT', 'OR']);

function addWord(raw: string, start: number, add: Add): void {
  if (CAPITAL_WORDS.has(raw)) {
    add(raw, start, start + raw.length, 'word', true);
    return;
  }
  const capital = raw[0] !== raw[0]!.toLowerCase();
  let plain = raw.toLowerCase();
  if (HAS_INVISIBLE.test(plain)) plain = plain.replace(ALL_INVISIBLE, '');
  const bare = Object.hasOwn(BARE, plain) ? BARE[plain]! : null;
  if (bare !== null) {
    addTwo(bare, raw, start, capital, add);
    return;
  }
  const quote = plain.search(/['’‘ʼ]/);
  if (quote < 0) {
    add(plain, start, start + raw.length, 'word', capital);
    return;
  }
  const base = plain.slice(0, quote);
  const rest = plain.slice(quote + 1);
  if (rest === 't' && base.endsWith('n')) {
    const verb = base.slice(0, -1);
    addTwo([IRREGULAR_NOT[verb] ?? verb, 'not'], raw, start, capital, add);
  } else if (Object.hasOwn(CLITICS, rest)) {
    addTwo([base, CLITICS[rest]!], raw, start, capital, add);
  } else {
    add(`${base}${rest}`, start, start + raw.length, 'word', capital);
  }
}

/** Two words written as one; the second takes the part from the apostrophe (or the last letters) on. */
function addTwo(
  [first, second]: [string, string],
  raw: string,
  start: number,
  capital: boolean,
  add: Add,
): void {
  const quote = raw.search(/['’‘ʼ]/);
  const cut = start + (quote > 0 ? quote : Math.min(first.length, raw.length - 1));
  add(first, start, cut, 'word', capital);
  add(second, cut, start + raw.length, 'word');
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
