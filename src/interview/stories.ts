import type { Rubric } from '../pack/schema.ts';

/**
 * Telling whether two answers tell the same story. What two tellings share, and two stories do not, are
 * their rare words: names, numbers, things. Which words are common is learnt from the pack, whose examples
 * and word lists are full of the field's everyday words.
 */

export interface Telling<T> {
  of: T;
  text: string;
}

export interface Repeat<T> {
  first: T;
  second: T;
  /** The rare words both have. */
  shared: string[];
}

/**
 * Two tellings share so many rare words, and so large a part of the shorter one's. Of 4,200 pairs of answers
 * by one writer to two questions in the written corpus one is taken for a repeat at these values.
 */
const LEAST = { words: 3, part: 0.15 };

/** The words that at least two texts of a pack's rubrics use. */
export function commonWords(rubrics: Iterable<Rubric>): Set<string> {
  const count = new Map<string, number>();
  for (const rubric of rubrics) {
    const texts = rubric.examples.map((example) => example.answer);
    for (const text of [...texts, JSON.stringify([rubric.criteria, rubric.words ?? {}])]) {
      for (const word of wordsOf(text).keys()) count.set(word, (count.get(word) ?? 0) + 1);
    }
  }
  return new Set([...count].filter(([, texts]) => texts >= 2).map(([word]) => word));
}

/** The pairs that tell the same story, in the order given. */
export function repeats<T>(tellings: Telling<T>[], common: Set<string>): Repeat<T>[] {
  const rare = tellings.map(({ text }) => new Map([...wordsOf(text)].filter(([word]) => !common.has(word))));
  const found: Repeat<T>[] = [];
  for (let i = 0; i < tellings.length; i++) {
    for (let j = i + 1; j < tellings.length; j++) {
      const shared = [...rare[i]!].filter(([word]) => rare[j]!.has(word)).map(([, asWritten]) => asWritten);
      const shorter = Math.min(rare[i]!.size, rare[j]!.size);
      if (shared.length < LEAST.words || shared.length / shorter < LEAST.part) continue;
      found.push({ first: tellings[i]!.of, second: tellings[j]!.of, shared });
    }
  }
  return found;
}

/** Words of four letters and more, and numbers: each without its ending, and as it was written. */
function wordsOf(text: string): Map<string, string> {
  const words = text.match(/[\p{L}][\p{L}'’-]{3,}|\d[\d.,]*%?/gu) ?? [];
  return new Map(words.map((word) => [stem(word.toLowerCase()), word]));
}

function stem(word: string): string {
  return word
    .replace(/['’]s$/u, '')
    .replace(/ies$/u, 'y')
    .replace(/(?:ing|ed|es|s)$/u, '');
}
