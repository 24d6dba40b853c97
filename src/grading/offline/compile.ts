import type { Criterion, RedFlag, Rubric, Sign } from '../../pack/schema.ts';
import { LISTS, MARKS } from './lists.ts';
import { type Element, type Phrase, parsePhrase, parseSign } from './sign.ts';

/** A rubric made ready for matching; done once a rubric. */
export interface Compiled {
  /** Every list and term by number; a phrase refers to a list by its number. */
  lists: CompiledList[];
  /** The first word of a phrase -> what may start there. */
  byFirstWord: Map<string, Starts>;
  /** Phrases whose first element is a beginning ("credential*"), by its first three letters. */
  byBeginning: Map<string, Start[]>;
  /** Lists in an order in which each comes after the lists it names. */
  order: number[];
  /** The number of each list that has a name; marks among them. */
  names: Map<string, number>;
  /** The list of the words this question is about; null when any event may be told. */
  topic: number | null;
  criteria: { rule: Criterion; signs: CompiledSign[] }[];
  flags: { rule: RedFlag; signs: CompiledSign[] }[];
}

/** Phrases with one first word; most have a second word too, and only those that go on as the text does are tried. */
export interface Starts {
  bySecondWord: Map<string, Start[]>;
  others: Start[];
}

export interface Start {
  list: number;
  phrase: Part[];
  /** Some part of it is a list, to be matched once that list's own hits are known. */
  namesLists: boolean;
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
  const out = empty();
  const listNumber = namer(out, rubric.words ?? {});
  const term = (phrases: Phrase[]) => {
    const only = phrases.length === 1 && phrases[0]!.length === 1 ? phrases[0]![0]! : null;
    if (only?.kind === 'list') return listNumber(only.name);
    const number = newList(out, '');
    addPhrases(out, number, phrases, listNumber);
    return number;
  };
  const sign = (given: Sign): CompiledSign => {
    const whole = typeof given === 'string' ? { find: given } : given;
    const parsed = parseSign(whole.find);
    if (!parsed.ok) throw new Error(`"${parsed.fault.text}" in the sign "${whole.find}"`);
    return {
      terms: parsed.value.map(term),
      unless: whole.unless === undefined ? null : term(whole.unless.flatMap(alternatives)),
      by: whole.by ?? 'anyone',
      as: whole.as ?? as,
      weak: whole.weak ?? false,
      negative: parsed.value.some((phrases) => phrases.some(isNegative)),
    };
  };
  out.topic = rubric.topic === undefined ? null : term(rubric.topic.flatMap(alternatives));
  out.criteria = rubric.criteria.map((rule) => ({ rule, signs: rule.signs.map(sign) }));
  out.flags = rubric.red_flags.map((rule) => ({ rule, signs: rule.signs.map(sign) }));
  out.order = inOrder(out.lists);
  return out;
}

/** Makes lists ready for matching without a rubric. */
export function compileLists(words: Record<string, string[]>): Compiled {
  const out = empty();
  const listNumber = namer(out, words);
  for (const name of Object.keys(words)) listNumber(name);
  out.order = inOrder(out.lists);
  return out;
}

function empty(): Compiled {
  const out: Compiled = {
    lists: [],
    byFirstWord: new Map(),
    byBeginning: new Map(),
    order: [],
    names: new Map(),
    topic: null,
    criteria: [],
    flags: [],
  };
  for (const mark of MARKS) out.names.set(mark, newList(out, mark));
  return out;
}

/** Gives each list its number, compiling it when it is first named. */
function namer(out: Compiled, words: Record<string, string[]>): (name: string) => number {
  const listNumber = (name: string): number => {
    const known = out.names.get(name);
    if (known !== undefined) return known;
    const entries = Object.hasOwn(words, name)
      ? words[name]
      : Object.hasOwn(LISTS, name)
        ? LISTS[name]
        : undefined;
    if (entries === undefined) throw new Error(`no list <${name}>`);
    const number = newList(out, name);
    out.names.set(name, number);
    addPhrases(out, number, entries.flatMap(alternatives), listNumber);
    return number;
  };
  return listNumber;
}

function addPhrases(
  out: Compiled,
  number: number,
  phrases: Phrase[],
  listNumber: (name: string) => number,
): void {
  for (const phrase of phrases)
    placePhrase(
      out,
      number,
      phrase.map((element) => part(element, listNumber)),
    );
}

/** The phrases of one entry of a list, "sat with | met with". */
function alternatives(entry: string): Phrase[] {
  return entry.split('|').map(phraseOf);
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
  const start = { list, phrase, namesLists: phrase.some((element) => element.kind === 'list') };
  if (first.kind === 'word') for (const form of first.forms) branch(out.byFirstWord, form, start);
  else if (first.kind === 'beginning') push(out.byBeginning, first.text.slice(0, 3), start);
  else out.lists[list]!.startingWithList.push(phrase);
}

function branch(map: Map<string, Starts>, form: string, start: Start): void {
  let starts = map.get(form);
  if (starts === undefined) {
    starts = { bySecondWord: new Map(), others: [] };
    map.set(form, starts);
  }
  const second = start.phrase[1];
  if (second?.kind === 'word') for (const next of second.forms) push(starts.bySecondWord, next, start);
  else starts.others.push(start);
}

function push(map: Map<string, Start[]>, key: string, start: Start): void {
  const starts = map.get(key);
  if (starts === undefined) map.set(key, [start]);
  else starts.push(start);
}

const NEGATIVE = /^(not|never|no|none|nobody|nothing|without|neither|nor|fail|failed)$/;

function isNegative(phrase: Phrase): boolean {
  return phrase.some(
    (element) => element.kind === 'word' && element.forms.some((form) => NEGATIVE.test(form)),
  );
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
