import { describe, expect, it } from 'vitest';
import { type Ending, react, type State, writing } from '../../../src/commands/practice/answer-state.ts';
import type { Key } from '../../../src/commands/practice/keys.ts';

const size = { width: 40, height: 10 };
const enter: Key = { name: 'return', sequence: '\r' };
const typing = (text: string): Key[] => [...text].map((sequence) => ({ sequence, name: sequence }));
const paste = (text: string): Key[] => [{ name: 'paste-start' }, ...typing(text), { name: 'paste-end' }];

function pressed(keys: Key[], from = writing('')): State | Ending {
  let state: State | Ending = from;
  for (const key of keys) state = typeof state === 'string' ? state : react(state, key, size);
  return state;
}
const text = (state: State | Ending) => (typeof state === 'string' ? state : state.typed.text);

describe('writing', () => {
  it('finishes on the third Enter or on Ctrl-D', () => {
    expect(text(pressed([...typing('hello'), enter, enter]))).toBe('hello\n\n');
    expect(pressed([...typing('hello'), enter, enter, enter])).toBe('finished');
    expect(pressed([...typing('hello'), { name: 'd', ctrl: true }])).toBe('finished');
  });

  it('begins with the first character, whatever Enters came before', () => {
    expect(text(pressed([enter, enter, ...typing('so'), enter]))).toBe('so\n');
  });

  it('does not finish with nothing written', () => {
    expect(pressed([enter, enter, enter, { name: 'd', ctrl: true }])).toMatchObject({
      note: 'nothing-written',
    });
  });

  it('keeps a paste whole, empty lines and all', () => {
    expect(text(pressed(paste('one\r\n\r\n\r\n\r\ntwo\rthree\r')))).toBe('one\n\n\n\ntwo\nthree');
  });

  it('lets no escape sequence in by a paste', () => {
    expect(text(pressed(paste('a\u001b[31mb\u0007')))).toBe('a[31mb');
  });

  it('hears the menu after Esc, and Esc with a letter at once', () => {
    const esc: Key = { name: 'escape' };
    expect(pressed([esc, ...typing('e')])).toBe('editor');
    expect(pressed([{ name: 's', meta: true }])).toBe('skip');
    expect(pressed([esc, ...typing('q')])).toBe('stop');
    expect(text(pressed([esc, esc, ...typing('eq')]))).toBe('eq');
  });

  it('edits as a shell does', () => {
    expect(text(pressed([...typing('one two'), { name: 'w', ctrl: true }, ...typing('x')]))).toBe('one x');
    expect(text(pressed([...typing('one'), { name: 'a', ctrl: true }, { name: 'k', ctrl: true }]))).toBe('');
    expect(text(pressed([{ name: 'f5', sequence: '\u001b[15~' }, ...typing('é医')]))).toBe('é医');
  });
});
