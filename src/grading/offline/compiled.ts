/**
 * A rubric made ready for matching, as plain data: the build writes it beside the built-in pack, so that no start
 * has to work out the forms of some thousands of words.
 */

/** A part of a phrase: a group of word forms (0 and up), a gap, or a list. */
export type Part = number;
export const GAP_PART: Part = -1;
/** List `n` as a part of a phrase, and back. */
export const listPart = (list: number): Part => -2 - list;
export const listOf = (part: Part): number => -2 - part;

export interface CompiledPhrase {
  /** The list it belongs to. */
  list: number;
  parts: Part[];
  /** It holds a negation itself ("nobody asked"), so negation at its place is its point. */
  negative: boolean;
  /** Some part of it is a list, to be matched once that list's own hits are known. */
  namesLists: boolean;
}

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

/** Phrases that start with one group; most go on with another group, and only those that do are tried. */
export interface Starts {
  /** Lists of which the group alone is a phrase. */
  alone: number[];
  bySecond: Map<number, number[]>;
  others: number[];
}

export interface Compiled {
  /** The groups each form of a word belongs to. */
  forms: Map<string, number[]>;
  /** Beginnings ("credential*") and their groups, by their first three letters. */
  beginnings: Map<string, [string, number][]>;
  /** Groups of words already looked up, beginnings included; a memory, not data. */
  known: Map<string, readonly number[]>;
  /** The name of each list; terms that are no list of their own have none. */
  lists: string[];
  phrases: CompiledPhrase[];
  /** Phrases by their first group. */
  starts: Starts[];
  /** Phrases that start with a list, by the list they belong to. */
  afterList: Map<number, number[]>;
  /** Lists with phrases that name lists, each after the lists it names. */
  order: number[];
  /** The lists of structure-lists.ts, by name. */
  structure: [name: string, list: number][];
  /** The list of the words this question is about; null when any event may be told. */
  topic: number | null;
  /** The signs of each criterion and flag, in the rubric's order. */
  criteria: CompiledSign[][];
  flags: CompiledSign[][];
}

const MAPS = ['forms', 'beginnings', 'afterList'] as const;

/** As text, for the build to write. */
export function serialise(compiled: Compiled): string {
  const plain: Record<string, unknown> = { ...compiled, known: undefined };
  for (const name of MAPS) plain[name] = [...compiled[name]];
  plain.starts = compiled.starts.map((start) => ({ ...start, bySecond: [...start.bySecond] }));
  return JSON.stringify(plain);
}

/** Back from text that `serialise` wrote. */
export function revive(text: string): Compiled {
  const plain = JSON.parse(text);
  for (const name of MAPS) plain[name] = new Map(plain[name]);
  plain.known = new Map();
  for (const start of plain.starts) start.bySecond = new Map(start.bySecond);
  return plain;
}
