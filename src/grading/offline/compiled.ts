import { type FormTable, formTable } from './form-table.ts';

/**
 * A rubric made ready for matching, as plain data: the build writes it beside the built-in pack, so that no start
 * has to work out the forms of some thousands of words. What every word of an answer is looked up in stands in few
 * and flat arrays of numbers, because waiting for memory is most of what matching costs.
 */

/** A part of a phrase: a group of word forms (0 and up), a gap, or a list. */
export type Part = number;
export const GAP_PART: Part = -1;
/** List `n` as a part of a phrase, and back. */
export const listPart = (list: number): Part => -2 - list;
export const listOf = (part: Part): number => -2 - part;

export interface CompiledSign {
  /** The lists that must each have a hit. */
  terms: number[];
  unless: number | null;
  by: 'me' | 'us' | 'anyone';
  as: 'done' | 'plan' | 'said' | 'anything';
  weak: boolean;
  /** A phrase of it holds a negation itself ("never measured"), so negation around it is its point. */
  negative: boolean;
}

/** Not data but memory; see word-groups.ts. */
export interface WordMemory {
  /** By a word's id: 1 + where its set of groups stands; 0 before it was looked up. */
  at: Int32Array;
  /** Where sets stand that were added, by what they were made of. */
  added: Map<string, number>;
}

export const noMemory = (): WordMemory => ({ at: new Int32Array(0), added: new Map() });
export const noForms = (): FormTable => formTable(new Map());

export interface Compiled {
  /** The groups each form of a word belongs to: where they stand in `sets`. */
  forms: FormTable;
  /** Beginnings ("credential*") and where the set of their one group stands, by their first three letters. */
  beginnings: Map<string, [string, number][]>;
  /**
   * Sets of groups, with all that may start at a word of theirs, so that a word of an answer is one place to look at:
   * how many groups, their bits (`bitOf`), which, and for each in turn what starts with it: how many lists of which it
   * alone is a phrase, and which; the run of phrases that go on with a gap or a list (-1 for none); how many groups
   * others go on with, their bits, which, in order, and their runs. The set at 0 is empty.
   */
  sets: Int32Array;
  /** What was found out about words since. */
  memory: WordMemory;
  /** The name of each list; terms that are no list of their own have none. */
  lists: string[];
  /** Runs of phrases, each run how many and then for each phrase: its list, HOW, how many parts, the parts. */
  phrases: Int32Array;
  /**
   * Lists with phrases that name lists, each after the lists it names: the list, and its run of those that start with
   * one (-1).
   */
  order: Int32Array;
  /** The lists of structure-lists.ts, by name. */
  structure: [name: string, list: number][];
  /** The list of the words this question is about; null when any event may be told. */
  topic: number | null;
  /** The signs of each criterion and flag, in the rubric's order. */
  criteria: CompiledSign[][];
  flags: CompiledSign[][];
}

/** A group as one of 32 bits: where two sets share none, they share no group. */
export const bitOf = (group: number): number => 1 << (group & 31);

/** What is to be known of a phrase beside its parts. */
export const HOW = {
  /** It holds a negation itself ("nobody asked"), so negation at its place is its point. */
  negative: 1,
  /** Some part of it is a list, to be matched once that list's own hits are known. */
  namesLists: 2,
} as const;

/** What is to be parsed of a compiled rubric when it is read from a file. */
type Rest = Pick<Compiled, 'lists' | 'structure' | 'topic' | 'criteria' | 'flags'> & {
  forms: string;
  beginnings: [string, [string, number][]][];
};

/** As plain data, for the build to write: the numbers apart, since they need not be parsed. */
export function takenApart(compiled: Compiled): { rest: Rest; numbers: Int32Array[] } {
  const { lists, order, structure, topic, criteria, flags, forms, sets, phrases } = compiled;
  const beginnings = [...compiled.beginnings];
  return {
    rest: { lists, structure, topic, criteria, flags, forms: forms.text, beginnings },
    numbers: [forms.slots, sets, phrases, order],
  };
}

/** Back from what `takenApart` made. */
export function putTogether(rest: Rest, numbers: readonly Int32Array[]): Compiled {
  const [slots, sets, phrases, order] = numbers as [Int32Array, Int32Array, Int32Array, Int32Array];
  // Written out, since an object made by spreading is slower to read, and this one is read for every word.
  return {
    forms: { text: rest.forms, slots },
    beginnings: new Map(rest.beginnings),
    sets,
    memory: noMemory(),
    lists: rest.lists,
    phrases,
    order,
    structure: rest.structure,
    topic: rest.topic,
    criteria: rest.criteria,
    flags: rest.flags,
  };
}
