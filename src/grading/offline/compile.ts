import type { Rubric, Sign } from '../../pack/schema.ts';
import {
  type Compiled,
  type CompiledSign,
  GAP_PART,
  listPart,
  noForms,
  noMemory,
  type Part,
} from './compiled.ts';
import { formsInSign } from './forms.ts';
import { layOut, type Phrased } from './lay-out.ts';
import { LISTS, MARKS } from './lists.ts';
import { type Element, type Phrase, parsePhrase, parseSign } from './sign.ts';
import { STRUCTURE } from './structure-lists.ts';

/** What is being compiled, with what is only needed on the way. */
interface Work {
  out: Compiled;
  /** The groups each form belongs to. */
  forms: Map<string, number[]>;
  /** Beginnings and their groups, by their first three letters. */
  beginnings: Map<string, [string, number][]>;
  phrases: Phrased[];
  /** Lists of the rubric. */
  words: Record<string, string[]>;
  /** Groups by the forms they hold, so that the same word in many phrases is one group. */
  groupOf: Map<string, number>;
  /** Lists by name. */
  numberOf: Map<string, number>;
  /** Which lists each list names. */
  uses: Set<number>[];
}

/**
 * @param rubric from a pack that passed its check
 * @param as what a sign accepts unless it says otherwise: `done` where experience is asked, else `plan`
 * @throws Error for a sign that does not parse or names an unknown list (`check` finds these first)
 */
export function compileRubric(rubric: Rubric, as: CompiledSign['as']): Compiled {
  const work = begin(rubric.words ?? {});
  const { out } = work;
  out.topic = rubric.topic === undefined ? null : termNumber(work, rubric.topic.flatMap(alternatives));
  out.criteria = rubric.criteria.map(({ signs }) => signs.map((sign) => compileSign(work, sign, as)));
  out.flags = rubric.red_flags.map(({ signs }) => signs.map((sign) => compileSign(work, sign, as)));
  return finish(work);
}

function begin(words: Record<string, string[]>): Work {
  const out: Compiled = {
    forms: noForms(),
    beginnings: new Map(),
    sets: new Int32Array(0),
    memory: noMemory(),
    lists: [],
    phrases: new Int32Array(0),
    order: new Int32Array(0),
    structure: [],
    topic: null,
    criteria: [],
    flags: [],
  };
  const work: Work = {
    out,
    forms: new Map(),
    beginnings: new Map(),
    phrases: [],
    words: STRUCTURE,
    groupOf: new Map(),
    numberOf: new Map(),
    uses: [],
  };
  for (const mark of MARKS) work.numberOf.set(mark, newList(work, mark));
  const marks = [...work.numberOf];
  out.structure = [
    ...marks,
    ...Object.keys(STRUCTURE).map((name): [string, number] => [name, listNumber(work, name)]),
  ];
  // From here on a name is the rubric's own first.
  return { ...work, words, numberOf: new Map(marks) };
}

function finish(work: Work): Compiled {
  const { out, forms, beginnings, phrases, groupOf } = work;
  return Object.assign(out, layOut(forms, beginnings, groupOf.size, phrases, inOrder(work)));
}

function compileSign(work: Work, given: Sign, as: CompiledSign['as']): CompiledSign {
  const sign = typeof given === 'string' ? { find: given } : given;
  const parsed = parseSign(sign.find);
  if (!parsed.ok) throw new Error(`"${parsed.fault.text}" in the sign "${sign.find}"`);
  return {
    terms: parsed.value.map((phrases) => termNumber(work, phrases)),
    unless: sign.unless === undefined ? null : termNumber(work, sign.unless.flatMap(alternatives)),
    by: sign.by ?? 'anyone',
    as: sign.as ?? as,
    weak: sign.weak ?? false,
    negative: parsed.value.some((phrases) => phrases.some(isNegative)),
  };
}

/** A term that is one list is that list; any other becomes a list without a name. */
function termNumber(work: Work, phrases: Phrase[]): number {
  const only = phrases.length === 1 && phrases[0]!.length === 1 ? phrases[0]![0]! : null;
  if (only?.kind === 'list') return listNumber(work, only.name);
  const number = newList(work, '');
  addPhrases(work, number, phrases);
  return number;
}

/** The number of a list, compiling it when it is first named. */
function listNumber(work: Work, name: string): number {
  const known = work.numberOf.get(name);
  if (known !== undefined) return known;
  const { words } = work;
  const entries = Object.hasOwn(words, name)
    ? words[name]
    : Object.hasOwn(LISTS, name)
      ? LISTS[name]
      : undefined;
  if (entries === undefined) throw new Error(`no list <${name}>`);
  const number = newList(work, name);
  work.numberOf.set(name, number);
  addPhrases(work, number, entries.flatMap(alternatives));
  return number;
}

function newList(work: Work, name: string): number {
  work.uses.push(new Set());
  return work.out.lists.push(name) - 1;
}

function addPhrases(work: Work, list: number, phrases: Phrase[]): void {
  for (const phrase of phrases) {
    const parts = phrase.map((element) => partOf(work, list, element));
    work.phrases.push({
      list,
      parts,
      negative: isNegative(phrase),
      namesLists: phrase.some(({ kind }) => kind === 'list'),
    });
  }
}

function partOf(work: Work, list: number, element: Element): Part {
  if (element.kind === 'gap') return GAP_PART;
  if (element.kind === 'list') {
    const named = listNumber(work, element.name);
    work.uses[list]!.add(named);
    return listPart(named);
  }
  const key =
    element.kind === 'beginning' ? `${element.text}*` : element.exact ? `=${element.text}` : element.text;
  const known = work.groupOf.get(key);
  if (known !== undefined) return known;
  const group = work.groupOf.size;
  work.groupOf.set(key, group);
  if (element.kind === 'beginning')
    push(work.beginnings, element.text.slice(0, 3), [element.text, group] as [string, number]);
  else
    for (const form of element.exact ? [element.text] : formsInSign(element.text))
      push(work.forms, form, group);
  return group;
}

/** The phrases of one entry of a list, "sat with | met with". */
function alternatives(entry: string): Phrase[] {
  return entry.split('|').map((text) => {
    const parsed = parsePhrase(text);
    if (!parsed.ok) throw new Error(`"${parsed.fault.text}" in "${text}"`);
    return parsed.value;
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

const NEGATIVE = /^(not|never|no|none|nobody|nothing|without|neither|nor|fail|failed)$/;

function isNegative(phrase: Phrase): boolean {
  return phrase.some((element) => element.kind === 'word' && NEGATIVE.test(element.text));
}

/** Lists that others name come first. A list that names itself, directly or not, is an error. */
function inOrder({ uses, out }: Work): number[] {
  const order: number[] = [];
  const state = new Uint8Array(uses.length);
  const visit = (number: number) => {
    if (state[number] === 2) return;
    if (state[number] === 1) throw new Error(`the list <${out.lists[number]}> names itself`);
    state[number] = 1;
    for (const used of uses[number]!) visit(used);
    state[number] = 2;
    order.push(number);
  };
  for (let number = 0; number < uses.length; number++) visit(number);
  return order;
}
