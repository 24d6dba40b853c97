import type { Criterion, RedFlag, Rubric, Sign } from '../../pack/schema.ts';
import { LISTS, MARKS } from './lists.ts';
import { type Element, parsePhrase, parseSign, type Phrase } from './sign.ts';

/** A rubric made ready for matching; done once a rubric. */
export interface Compiled {
  /** Every list and term by number; a phrase refers to a list by its number. */
  lists: CompiledList[];
  /** The first word of a phrase -> where it may start. */
  byFirstWord: Map<string, Start[]>;
  /** Phrases whose first element is a beginning ("credential*"), by its first three letters. */
  byBeginning: Map<string, Start[]>;
  /** Lists in an order in which each comes after the lists it names. */
  order: number[];
  markNumbers: Map<string, number>;
  criteria: { rule: Criterion; signs: CompiledSign[] }[];
  flags: { rule: RedFlag; signs: CompiledSign[] }[];
}

export interface Start {
  list: number;
  phrase: Part[];
}

export type Part =
  | { kind: 'word'; forms: ReadonlySet<string> }
  | { kind: 'beginning'; text: string }
  | { kind: 'list'; number: number }
  | { kind: 'gap' };

export interface CompiledList {
  name: string;
  /** Phrases that start with another list; the others are found by their first word. */
  startingWithList: Part[][];
  uses: Set<number>;
}

export interface CompiledSign {
  terms: number[];
  unless: number | null;
  by: 'me' | 'us' | 'anyone';
  as: 'done' | 'plan' | 'said' | 'anything';
  weak: boolean;
  /** A phrase of it holds a negation itself ("never measured"), so negation around it is its point. */
  negative: boolean;
}

const compiled = new WeakMap<Rubric, Compiled>();

/**
 * @param rubric from a pack that passed its check
 * @param as what a sign accepts unless it says otherwise: `done` where experience is asked, else `plan`
 * @throws Error for a sign that does not parse or names an unknown list (`check` finds these first)
 */
export function compileRubric(rubric: Rubric, as: CompiledSign['as']): Compiled {
  let found = compiled.get(rubric);
  if (found === undefined) {
    found = compile(rubric, as);
    compiled.set(rubric, found);
  }
  return found;
}

function compile(rubric: Rubric, as: CompiledSign['as']): Compiled {
  const words = rubric.words ?? {};
  const out: Compiled = {
    lists: [],
    byFirstWord: new Map(),
    byBeginning: new Map(),
    order: [],
    markNumbers: new Map(),
    criteria: [],
    flags: [],
  };
  const numbers = new Map<string, number>();
  for (const mark of MARKS) {
    out.markNumbers.set(mark, newList(out, mark));
    numbers.set(mark, out.markNumbers.get(mark)!);
  }

  const listNumber = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const entries = Object.hasOwn(words, name) ? words[name] : Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
    if (entries === undefined) throw new Error(`no list <${name}>`);
    const number = newList(out, name);
    numbers.set(name, number);
    addPhrases(number, entries.flatMap((entry) => entry.split('|')).map(phraseOf));
    return number;
  };
  const addPhrases = (number: number, phrases: Phrase[]) => {
    for (const phrase of phrases) placePhrase(out, number, phrase.map((element) => part(element, listNumber)));
  };
  const addSign = (sign: Sign): CompiledSign => {
    const whole = typeof sign === 'string' ? { find: sign } : sign;
    const parsed = parseSign(whole.find);
    if (!parsed.ok) throw new Error(`"${parsed.fault.text}" in the sign "${whole.find}"`);
    const term = (phrases: Phrase[]) => {
      const only = phrases.length === 1 && phrases[0]!.length === 1 ? phrases[0]![0]! : null;
      if (only?.kind === 'list') return listNumber(only.name);
      const number = newList(out, '');
      addPhrases(number, phrases);
      return number;
    };
    return {
      terms: parsed.value.map(term),
      unless: whole.unless === undefined ? null : term(whole.unless.flatMap((u) => u.split('|')).map(phraseOf)),
      by: whole.by ?? 'anyone',
      as: whole.as ?? as,
      weak: whole.weak ?? false,
      negative: parsed.value.some((alternatives) => alternatives.some(isNegative)),
    };
  };

  out.criteria = rubric.criteria.map((rule) => ({ rule, signs: rule.signs.map(addSign) }));
  out.flags = rubric.red_flags.map((rule) => ({ rule, signs: rule.signs.map(addSign) }));
  out.order = inOrder(out.lists);
  return out;
}

function newList(out: Compiled, name: string): number {
  out.lists.push({ name, startingWithList: [], uses: new Set() });
  return out.lists.length - 1;
}

function phraseOf(text: string): Phrase {
  const parsed = parsePhrase(text);
  if (!parsed.ok) throw new Error(`"${parsed.fault.text}" in "${text}"`);
  return parsed.value;
}

function part(element: Element, listNumber: (name: string) => number): Part {
  if (element.kind === 'word') return { kind: 'word', forms: new Set(element.forms) };
  if (element.kind === 'list') return { kind: 'list', number: listNumber(element.name) };
  return element;
}

function placePhrase(out: Compiled, list: number, phrase: Part[]): void {
  for (const element of phrase) if (element.kind === 'list') out.lists[list]!.uses.add(element.number);
  const first = phrase[0]!;
  if (first.kind === 'word') for (const form of first.forms) push(out.byFirstWord, form, { list, phrase });
  else if (first.kind === 'beginning') push(out.byBeginning, first.text.slice(0, 3), { list, phrase });
  else out.lists[list]!.startingWithList.push(phrase);
}

function push(map: Map<string, Start[]>, key: string, start: Start): void {
  const starts = map.get(key);
  if (starts === undefined) map.set(key, [start]);
  else starts.push(start);
}

const NEGATIVE = /^(not|never|no|none|nobody|nothing|without|neither|nor|fail|failed)$/;

function isNegative(phrase: Phrase): boolean {
  return phrase.some((element) => element.kind === 'word' && element.forms.some((form) => NEGATIVE.test(form)));
}

/** Lists that others name come first. A list that names itself, directly or not, is an error. */
function inOrder(lists: CompiledList[]): number[] {
  const order: number[] = [];
  const state = new Uint8Array(lists.length);
  const visit = (number: number) => {
    if (state[number] === 2) return;
    if (state[number] === 1) throw new Error(`the list <${lists[number]!.name}> names itself`);
    state[number] = 1;
    for (const used of lists[number]!.uses) visit(used);
    state[number] = 2;
    order.push(number);
  };
  for (let number = 0; number < lists.length; number++) visit(number);
  return order;
}
