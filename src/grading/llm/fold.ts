/** What stands for each character that was masked. One UTF-16 unit, so that masking moves nothing. */
export const MASK = '█';

/** A text made comparable, with the way back to the text it came from. */
export interface Folded {
  text: string;
  /** For each unit of `text`, where the character it came from starts and ends in the source. */
  starts: Uint32Array;
  ends: Uint32Array;
}

const QUOTES: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  ʼ: "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
};
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/;

/**
 * Folds what does not make words different: case, runs of white space, curly quotes, invisible characters,
 * the two ways Unicode writes an accent, and the length of a masked stretch.
 */
export function fold(source: string): Folded {
  let text = '';
  // A character can fold to several units (ligatures, fractions), so the lists grow as needed.
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.length; ) {
    const char = String.fromCodePoint(source.codePointAt(at)!);
    const folded = foldOne(char);
    const repeats = (folded === ' ' || folded === MASK) && text.endsWith(folded);
    if (repeats) ends[ends.length - 1] = at + char.length;
    else {
      text += folded;
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(at);
        ends.push(at + char.length);
      }
    }
    at += char.length;
  }
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function foldOne(char: string): string {
  if (char <= '~' && char > ' ') return char.toLowerCase();
  if (/^\s$/.test(char)) return ' ';
  if (INVISIBLE.test(char)) return '';
  return QUOTES[char] ?? char.normalize('NFKD').toLowerCase();
}

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

/** Is the cut before unit `at` inside a word? */
function splitsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && IN_WORD.test(text[at - 1]!) && IN_WORD.test(text[at]!);
}

/**
 * Where `needle` (folded, trimmed) stands in a folded text, whole words only.
 *
 * @returns offsets into the source, or null
 */
export function findWords(
  { text, starts, ends }: Folded,
  needle: string,
  from = 0,
): { start: number; end: number; next: number } | null {
  if (needle === '') return null;
  for (let at = text.indexOf(needle, from); at !== -1; at = text.indexOf(needle, at + 1)) {
    const after = at + needle.length;
    if (splitsWord(text, at) || splitsWord(text, after)) continue;
    return { start: starts[at]!, end: ends[after - 1]!, next: after };
  }
  return null;
}
