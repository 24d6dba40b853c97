import type { Compiled } from './compiled.ts';
import { numberOf } from './form-table.ts';
import type { Word } from './words.ts';

/** @returns where the groups of a word stand in `compiled.groups`; each word is looked up once */
export function groupsAt(word: Word, compiled: Compiled): number {
  const known = word.id < 0 ? 0 : (compiled.memory.at[word.id] ?? 0);
  return known > 0 ? known - 1 : lookUp(word, compiled);
}

function lookUp(word: Word, compiled: Compiled): number {
  const { id, text } = word;
  const { forms, beginnings } = compiled;
  const own = numberOf(word, forms);
  const begun = (beginnings.get(text.slice(0, 3)) ?? []).flatMap(([beginning, group]) =>
    text.startsWith(beginning) ? [group] : [],
  );
  const at = begun.length === 0 ? own : withMore(own, begun, compiled);
  if (id >= 0) remember(compiled, id, at);
  return at;
}

/** Where a set of groups and some more stand together; added when they do not yet. */
function withMore(own: number, more: number[], { groups, memory }: Compiled): number {
  const all = [...groups.slice(own + 1, own + 1 + groups[own]!), ...more];
  const key = all.join();
  let at = memory.added.get(key);
  if (at === undefined) {
    at = groups.push(all.length, ...all) - all.length - 1;
    memory.added.set(key, at);
  }
  return at;
}

function remember({ memory }: Compiled, id: number, at: number): void {
  if (id >= memory.at.length) {
    const longer = new Int32Array(Math.max(1024, 2 * id));
    longer.set(memory.at);
    memory.at = longer;
  }
  memory.at[id] = at + 1;
}
