import { cut, insert, left, lineEnd, lineStart, right, type Typed, wordLeft, wordRight } from './editing.ts';
import { moveRows } from './rows.ts';

/** A key as Node's readline tells it. */
export interface Key {
  name?: string;
  sequence?: string;
  ctrl?: boolean;
  meta?: boolean;
}

type Edit = (typed: Typed) => Typed;

const PLAIN = new Map<string, Edit>([
  ['left', left],
  ['right', right],
  ['home', lineStart],
  ['end', lineEnd],
  ['backspace', (typed) => cut(typed, left)],
  ['delete', (typed) => cut(typed, right)],
  ['return', (typed) => insert(typed, '\n')],
  ['enter', (typed) => insert(typed, '\n')],
]);

/** As in a shell. */
const WITH_CTRL = new Map<string, Edit>([
  ['a', lineStart],
  ['e', lineEnd],
  ['b', left],
  ['f', right],
  ['h', (typed) => cut(typed, left)],
  ['k', (typed) => cut(typed, lineEnd)],
  ['u', (typed) => cut(typed, lineStart)],
  ['w', (typed) => cut(typed, wordLeft)],
  ['left', wordLeft],
  ['right', wordRight],
  ['backspace', (typed) => cut(typed, wordLeft)],
  ['delete', (typed) => cut(typed, wordRight)],
  ['home', (typed) => ({ ...typed, cursor: 0 })],
  ['end', (typed) => ({ ...typed, cursor: typed.text.length })],
]);

const WITH_META = new Map<string, Edit>([
  ['b', wordLeft],
  ['f', wordRight],
  ['d', (typed) => cut(typed, wordRight)],
  ['left', wordLeft],
  ['right', wordRight],
  ['backspace', (typed) => cut(typed, wordLeft)],
]);

/**
 * The text after a key was pressed; null when the key does not edit.
 *
 * @param size the rows' width and how many are on the screen
 */
export function press(typed: Typed, key: Key, size: { width: number; height: number }): Typed | null {
  const name = key.name ?? '';
  if (key.ctrl) return WITH_CTRL.get(name)?.(typed) ?? null;
  if (key.meta) return WITH_META.get(name)?.(typed) ?? null;
  switch (name) {
    case 'up':
      return moveRows(typed, size.width, -1);
    case 'down':
      return moveRows(typed, size.width, 1);
    case 'pageup':
      return moveRows(typed, size.width, -size.height);
    case 'pagedown':
      return moveRows(typed, size.width, size.height);
  }
  return PLAIN.get(name)?.(typed) ?? character(typed, key.sequence ?? '');
}

function character(typed: Typed, sequence: string): Typed | null {
  if (sequence === '\t') return insert(typed, ' ');
  return /^[^\p{Cc}\p{Cs}]+$/u.test(sequence) ? insert(typed, sequence) : null;
}
