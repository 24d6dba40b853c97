import { bitOf, type Compiled, HOW, type Part } from './compiled.ts';
import { formTable } from './form-table.ts';

/** A phrase before it is laid out. */
export interface Phrased {
  list: number;
  parts: Part[];
  negative: boolean;
  namesLists: boolean;
}

/** Phrases that start with one group; most go on with another group, and only those that do are tried. */
interface Starts {
  /** Lists of which the group alone is a phrase. */
  alone: number[];
  bySecond: Map<number, Phrased[]>;
  others: Phrased[];
}

/**
 * Lays the forms and phrases of a rubric out in flat arrays.
 *
 * @param forms the groups of each form
 * @param beginnings and their groups, by their first three letters
 * @param count how many groups there are
 * @param order lists, each after those it names
 */
export function layOut(
  forms: Map<string, number[]>,
  beginnings: Map<string, [string, number][]>,
  count: number,
  phrases: readonly Phrased[],
  order: readonly number[],
): Pick<Compiled, 'forms' | 'beginnings' | 'sets' | 'phrases' | 'order'> {
  const byGroup = Array.from(
    { length: count },
    (): Starts => ({ alone: [], bySecond: new Map(), others: [] }),
  );
  const afterList = new Map<number, Phrased[]>();
  for (const phrase of phrases) {
    const [first, second] = phrase.parts;
    if (first! < 0) push(afterList, phrase.list, phrase);
    else if (second === undefined && !phrase.negative) byGroup[first!]!.alone.push(phrase.list);
    else if (second !== undefined && second >= 0) push(byGroup[first!]!.bySecond, second, phrase);
    else byGroup[first!]!.others.push(phrase);
  }
  const runs: number[] = [];
  const starts = byGroup.map((one) => startsOf(one, runs));
  const waits = new Set(phrases.flatMap(({ list, namesLists }) => (namesLists ? [list] : [])));
  const inOrder = order
    .filter((list) => waits.has(list))
    .flatMap((list) => [list, addRun(runs, afterList.get(list) ?? [])]);
  return {
    ...setsOf(forms, beginnings, starts),
    phrases: Int32Array.from(runs),
    order: Int32Array.from(inOrder),
  };
}

/** What starts with a group, as it stands in `Compiled.sets`; its runs are added to the others. */
function startsOf({ alone, bySecond, others }: Starts, runs: number[]): number[] {
  const seconds = [...bySecond.keys()].sort((a, b) => a - b);
  const theirs = seconds.map((second) => addRun(runs, bySecond.get(second)!));
  const first = addRun(runs, others);
  return [alone.length, ...alone, first, seconds.length, bitsOf(seconds), ...seconds, ...theirs];
}

const bitsOf = (groups: number[]): number => groups.reduce((bits, group) => bits | bitOf(group), 0);

/** @returns where the run begins; -1 for none */
function addRun(runs: number[], phrases: readonly Phrased[]): number {
  if (phrases.length === 0) return -1;
  const at = runs.push(phrases.length) - 1;
  for (const { list, parts, negative, namesLists } of phrases) {
    const how = (negative ? HOW.negative : 0) | (namesLists ? HOW.namesLists : 0);
    runs.push(list, how, parts.length, ...parts);
  }
  return at;
}

/** Most words share their groups with their other forms, so each set stands once. */
function setsOf(
  forms: Map<string, number[]>,
  beginnings: Map<string, [string, number][]>,
  starts: number[][],
): Pick<Compiled, 'forms' | 'beginnings' | 'sets'> {
  const sets = [0, 0];
  const known = new Map<string, number>();
  const at = (groups: number[]): number => {
    const key = groups.join();
    let place = known.get(key);
    if (place === undefined) {
      place = sets.length;
      known.set(key, place);
      sets.push(groups.length, bitsOf(groups), ...groups, ...groups.flatMap((group) => starts[group]!));
    }
    return place;
  };
  return {
    forms: formTable(new Map([...forms].map(([form, groups]) => [form, at(groups)]))),
    beginnings: new Map(
      [...beginnings].map(([letters, all]) => [letters, all.map(([text, group]) => [text, at([group])])]),
    ),
    sets: Int32Array.from(sets),
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
