import { type Compiled, HOW, type Part } from './compiled.ts';
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
 * @param count how many groups there are
 * @param order lists, each after those it names
 */
export function layOut(
  forms: Map<string, number[]>,
  count: number,
  phrases: readonly Phrased[],
  order: readonly number[],
): Pick<Compiled, 'forms' | 'groups' | 'phrases' | 'startAt' | 'starts' | 'order'> {
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
  const startAt: number[] = [];
  const starts: number[] = [];
  for (const { alone, bySecond, others } of byGroup) {
    const seconds = [...bySecond.keys()].sort((a, b) => a - b);
    const theirs = seconds.map((second) => addRun(runs, bySecond.get(second)!));
    startAt.push(starts.length);
    starts.push(alone.length, ...alone, addRun(runs, others), seconds.length, ...seconds, ...theirs);
  }
  const waits = new Set(phrases.flatMap(({ list, namesLists }) => (namesLists ? [list] : [])));
  const inOrder = order
    .filter((list) => waits.has(list))
    .map((list): [number, number] => [list, addRun(runs, afterList.get(list) ?? [])]);
  return {
    ...groupSets(forms),
    phrases: Int32Array.from(runs),
    startAt: Int32Array.from(startAt),
    starts: Int32Array.from(starts),
    order: inOrder,
  };
}

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
function groupSets(forms: Map<string, number[]>): Pick<Compiled, 'forms' | 'groups'> {
  const groups = [0];
  const known = new Map<string, number>();
  const at = [...forms].map(([form, own]): [string, number] => {
    const key = own.join();
    if (!known.has(key)) known.set(key, groups.push(own.length, ...own) - own.length - 1);
    return [form, known.get(key)!];
  });
  return { forms: formTable(new Map(at)), groups };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
