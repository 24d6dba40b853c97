import { expect, it } from 'vitest';
import { sections } from '../../src/interview/sections.ts';

it.each([
  ['one', ['one']],
  ['one\n---\ntwo\n', ['one', 'two']],
  ['one\r\n---\r\n\r\n  two  \r\n', ['one', '  two']],
  ['\n\n---\ntwo\n---\n', ['', 'two', '']],
  ['one\n--- \ntwo', ['one', 'two']],
  ['a --- b\n--\n- - -', ['a --- b\n--\n- - -']],
  ['', ['']],
])('splits %j', (text, expected) => {
  expect(sections(text)).toEqual(expected);
});
