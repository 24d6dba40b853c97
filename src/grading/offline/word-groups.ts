import type { Compiled } from './compiled.ts';
import { numberOf } from './form-table.ts';
import type { Word } from './words.ts';

/** @returns where the groups of a word stand in `compiled.sets`; each word is looked up once */
export function groupsAt(word: Word, compiled: Compiled): number {
  const { at } = compiled.memory;
  const { id } = word;
  const known = id >= 0 && id < at.length ? at[id]! : 0;
  return known > 0 ? known - 1 : lookUp(word, compiled);
}

function lookUp(word: Word, compiled: Compiled): number {
  const { id, text } = word;
  const { forms, beginnings } = compiled;
  let at = numberOf(word, forms);
  const begun = beginnings.get(text.slice(0, 3));
  if (begun !== undefined) {
    for (const [beginning, set] of begun) if (text.startsWith(beginning)) at = joined(at, set, compiled);
  }
  if (id >= 0) remember(compiled, id, at);
  return at;
}

/** Where a set of groups and one more stand together; added when they do not yet. */
function joined(one: number, other: number, compiled: Compiled): number {
  if (one === 0) return other;
  const { sets, memory } = compiled;
  const key = `${one},${other}`;
  let at = memory.added.get(key);
  if (at === undefined) {
    at = sets.length;
    const both = together(sets, one, other);
    compiled.sets = new Int32Array(at + both.length);
    compiled.sets.set(sets);
    compiled.sets.set(both, at);
    memory.added.set(key, at);
  }
  return at;
}

function together(sets: Int32Array, one: number, other: number): number[] {
  const groups = (at: number) => sets.subarray(at + 2, at + 2 + sets[at]!);
  const starts = (at: number) => sets.subarray(at + 2 + sets[at]!, endOf(sets, at));
  return [
    sets[one]! + sets[other]!,
    sets[one + 1]! | sets[other + 1]!,
    ...groups(one),
    ...groups(other),
    ...starts(one),
    ...starts(other),
  ];
}

/** Where a set ends. */
function endOf(sets: Int32Array, at: number): number {
  let end = at + 2 + sets[at]!;
  for (let left = sets[at]!; left > 0; left--) {
    const seconds = end + sets[end]! + 2;
    end = seconds + 2 + 2 * sets[seconds]!;
  }
  return end;
}

function remember({ memory }: Compiled, id: number, at: number): void {
  if (id >= memory.at.length) {
    const longer = new Int32Array(Math.max(1024, 2 * id));
    longer.set(memory.at);
    memory.at = longer;
  }
  memory.at[id] = at + 1;
}
