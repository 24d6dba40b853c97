import { describe, expect, it } from 'vitest';
import {
  cut,
  entersToFinish,
  insert,
  left,
  right,
  typed,
  wordLeft,
  wordRight,
} from '../../../src/commands/practice/editing.ts';

const at = (text: string) => ({ text: text.replace('|', ''), cursor: text.indexOf('|') });
const shown = ({ text, cursor }: { text: string; cursor: number }) =>
  `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('moving', () => {
  it.each([
    ['ab|', left, 'a|b'],
    ['|ab', left, '|ab'],
    ['a\n|b', left, 'a|\nb'],
    ['a|\nb', right, 'a\n|b'],
    ['ab|', right, 'ab|'],
    ['a👩‍⚕️|b', left, 'a|👩‍⚕️b'],
    ['a|e\u0301b', right, 'ae\u0301|b'],
    ['one two  |', wordLeft, 'one |two  '],
    ['one\n|two', wordLeft, '|one\ntwo'],
    ['|  one two', wordRight, '  one| two'],
  ])('%j', (from, move, to) => {
    expect(shown(move(at(from)))).toBe(to);
  });
});

it('puts in and takes out whole characters', () => {
  expect(shown(insert(at('a|c'), 'b'))).toBe('ab|c');
  expect(shown(cut(at('a👩‍⚕️|b'), left))).toBe('a|b');
  expect(shown(cut(at('a|👩‍⚕️b'), right))).toBe('a|b');
});

it.each([
  ['word', 3],
  ['word\n', 2],
  ['word\n\n', 1],
  ['word\n\nnext', 3],
  ['word \n \n', 1],
  ['\n\n\n', 3],
])('counts the Enters that finish %j', (text, expected) => {
  expect(entersToFinish(typed(text))).toBe(expected);
});

it('finishes only at the end of the text', () => {
  expect(entersToFinish({ text: 'a\n\nb', cursor: 3 })).toBe(3);
});
