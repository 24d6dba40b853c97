import { classesOf } from './classes.ts';

/**
 * What is known of a word by itself, worked out once: the same few thousand words make up most answers.
 */
export interface Word {
  /** Lower case, straight quotes, nothing invisible. */
  readonly text: string;
  /** Its number, from 0 on, for tables by word; -1 for one that is not remembered. */
  readonly id: number;
  /** See `hashOf`; for comparing runs of words. */
  readonly hash: number;
  /** See classes.ts. */
  readonly classes: number;
}

/** So many are remembered, so that strangers' text cannot fill the memory. */
const REMEMBERED = 30_000;

const words = new Map<string, Word>();

/** The word of a text; the same object each time as long as it is remembered. */
export function wordOf(text: string): Word {
  let word = words.get(text);
  if (word === undefined) {
    if (words.size >= REMEMBERED) return passingWord(text);
    const own = ownCopy(text);
    word = { text: own, id: words.size, hash: hashOf(own), classes: classesOf(own) };
    words.set(own, word);
  }
  return word;
}

/** A word that is not remembered, such as a number. */
export function passingWord(text: string): Word {
  return { text, id: -1, hash: hashOf(text), classes: classesOf(text) };
}

/** A fact about words, worked out once for each that is remembered. */
export function knownOf<T>(fact: (text: string) => T): (word: Word) => T {
  const known: (T | undefined)[] = [];
  return ({ id, text }) => {
    if (id < 0) return fact(text);
    let value = known[id];
    if (value === undefined) {
      // Without holes an array stays one; with them it becomes a slower table.
      while (known.length <= id) known.push(undefined);
      value = fact(text);
      known[id] = value;
    }
    return value;
  };
}

/**
 * A text that keeps nothing else alive: a part of a longer text holds on to the whole of it, an object's key does
 * not. Keys are also compared by address, which is how most words of an answer turn out not to be the one looked for.
 */
export function ownCopy(text: string): string {
  const keeper = Object.create(null);
  keeper[text] = true;
  return Object.keys(keeper)[0]!;
}

/** A text as 32 bits (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
