import { plainText } from '../../report/plain.ts';
import { entersToFinish, insert, type Typed, typed } from './editing.ts';
import { type Key, press } from './keys.ts';

/** How writing an answer can end. */
export type Ending = 'finished' | 'editor' | 'skip' | 'stop';

export interface State {
  typed: Typed;
  /** The keys of a paste that is still coming in. */
  pasted: string[] | null;
  /** Whether the keys of the menu are shown and heard. */
  menu: boolean;
  /** The answer given before, which the menu can fetch back. */
  earlier: string | null;
  /** A word to the writer, until the next key. */
  note: 'nothing-written' | null;
}

export function writing(text: string, earlier: string | null = null): State {
  return { typed: typed(text), pasted: null, menu: false, earlier, note: null };
}

/** The state after a key, or how the writing ended. */
export function react(state: State, key: Key, size: { width: number; height: number }): State | Ending {
  if (state.pasted !== null) return paste(state, state.pasted, key);
  if (key.name === 'paste-start') return { ...state, pasted: [] };
  const chosen = fromMenu(state, key);
  if (chosen !== null) return chosen;
  if (isFinish(state.typed, key)) {
    return state.typed.text.trim() === '' ? { ...state, menu: false, note: 'nothing-written' } : 'finished';
  }
  // The Enter after a letter that chose to answer is not the beginning of the answer.
  if (isEnter(key) && state.typed.text === '') return state;
  return { ...state, menu: false, note: null, typed: press(state.typed, key, size) ?? state.typed };
}

/** A paste comes as thousands of keys; it goes in as one piece, whatever it holds. */
function paste(state: State, pasted: string[], key: Key): State {
  if (key.name !== 'paste-end') {
    pasted.push(key.sequence ?? '');
    return state;
  }
  const text = plainText(pasted.join('').replace(/\r\n?/gu, '\n')).trimEnd();
  return { ...state, pasted: null, menu: false, note: null, typed: insert(state.typed, text) };
}

/** Esc opens the menu. Esc and a letter typed quickly arrive as one key. */
function fromMenu(state: State, key: Key): State | Ending | null {
  const heard = (state.menu && !key.ctrl) || key.meta;
  if (heard && key.name === 'e') return 'editor';
  if (heard && key.name === 's') return 'skip';
  if (heard && key.name === 'q') return 'stop';
  if (heard && key.name === 'p' && state.earlier !== null) {
    return { ...state, menu: false, note: null, typed: typed(state.earlier) };
  }
  if (key.name === 'escape' || (state.menu && !key.ctrl)) return { ...state, menu: !state.menu, note: null };
  return null;
}

function isFinish(typed: Typed, key: Key): boolean {
  if (key.ctrl && key.name === 'd') return true;
  return isEnter(key) && entersToFinish(typed) === 1;
}

function isEnter({ name }: Key): boolean {
  return name === 'return' || name === 'enter';
}
