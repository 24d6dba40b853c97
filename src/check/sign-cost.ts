import { LISTS, MARKS } from '../grading/offline/lists.ts';
import { type Element, GAP, parsePhrase } from '../grading/offline/sign.ts';

/** More ways than this to lay a phrase over a text, and grading one long answer takes seconds. */
export const MOST_WAYS = 1000;

/** A mark, such as a number or an amount of money, is one to three words. */
const MARK_LENGTHS: ReadonlySet<number> = new Set([1, 2, 3]);

const GAP_LENGTHS: ReadonlySet<number> = new Set(Array.from({ length: GAP + 1 }, (_, skipped) => skipped));
const WORD_LENGTHS: ReadonlySet<number> = new Set([1]);

/** Lengths a list's phrases can have, by the list's name. */
type Lengths = Map<string, ReadonlySet<number>>;

/**
 * In how many ways a phrase can be laid over a text from one word on, at worst. Matching tries one after
 * the other: a gap may be of any length it allows, a list as long as any of its phrases, and the choices
 * multiply.
 *
 * @param words the rubric's own lists
 * @param known lengths found before, kept between calls for one rubric
 */
export function waysToLay(
  phrase: readonly Element[],
  words: Record<string, string[]>,
  known: Lengths,
): number {
  return phrase.reduce((ways, element) => ways * lengthsOf(element, words, known).size, 1);
}

/** A phrase of which each part is one word of the text, so that it can be laid in one way. */
export function isWordsAlone(phrase: readonly Element[]): boolean {
  return phrase.every(({ kind }) => kind === 'word' || kind === 'beginning');
}

function lengthsOf(element: Element, words: Record<string, string[]>, known: Lengths): ReadonlySet<number> {
  if (element.kind === 'gap') return GAP_LENGTHS;
  if (element.kind !== 'list') return WORD_LENGTHS;
  if ((MARKS as readonly string[]).includes(element.name)) return MARK_LENGTHS;
  const before = known.get(element.name);
  if (before !== undefined) return before;
  // Stands while the list is worked out, so that one which contains itself comes to an end.
  known.set(element.name, new Set());
  const lists = [words, LISTS].find((all) => Object.hasOwn(all, element.name));
  const entries = lists?.[element.name] ?? [];
  const lengths = new Set<number>();
  for (const entry of entries) {
    for (const text of entry.split('|')) {
      const parsed = parsePhrase(text);
      if (!parsed.ok) continue;
      if (isWordsAlone(parsed.value)) lengths.add(parsed.value.length);
      else for (const length of sums(parsed.value, words, known)) lengths.add(length);
    }
  }
  known.set(element.name, lengths);
  return lengths;
}

/** Every length a phrase can have: each of one part's lengths with each of the next's. */
function sums(phrase: readonly Element[], words: Record<string, string[]>, known: Lengths): Set<number> {
  let all = new Set([0]);
  for (const element of phrase) {
    const next = new Set<number>();
    for (const length of lengthsOf(element, words, known)) for (const sum of all) next.add(sum + length);
    all = next;
    // Lists that name each other twice double their lengths each time; this many are too many already.
    if (all.size > MOST_WAYS) break;
  }
  return all;
}
