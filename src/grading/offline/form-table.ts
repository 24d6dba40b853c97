import { hashOf, type Word } from './words.ts';

/** Forms of words, each with a number, as a text and a flat array: read from a file, it is ready to be looked up in. */
export interface FormTable {
  /** The forms, each with a line break behind it, which no word holds. */
  text: string;
  /**
   * A power of two of slots, each of three numbers: a form's hash, 1 + where it begins in the text (0 in a slot that is
   * free), and its number. A form stands in the slot its hash points at, or the first free one after it.
   */
  slots: Int32Array;
}

const BREAK = '\n';

export function formTable(forms: ReadonlyMap<string, number>): FormTable {
  const count = 2 ** Math.ceil(Math.log2(1.5 * forms.size + 1));
  const slots = new Int32Array(3 * count);
  let at = 1;
  for (const [form, number] of forms) {
    const hash = hashOf(form);
    let slot = hash & (count - 1);
    while (slots[3 * slot + 1] !== 0) slot = (slot + 1) & (count - 1);
    slots.set([hash, at, number], 3 * slot);
    at += form.length + BREAK.length;
  }
  return { text: [...forms.keys()].map((form) => form + BREAK).join(''), slots };
}

/** The number of a word; 0 when it is not in the table. */
export function numberOf(word: Pick<Word, 'text' | 'hash'>, { text, slots }: FormTable): number {
  const last = slots.length / 3 - 1;
  for (let slot = word.hash & last; ; slot = (slot + 1) & last) {
    const at = slots[3 * slot + 1]! - 1;
    if (at < 0) return 0;
    if (slots[3 * slot] !== word.hash || !text.startsWith(word.text, at)) continue;
    if (text[at + word.text.length] === BREAK) return slots[3 * slot + 2]!;
  }
}
