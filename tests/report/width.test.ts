import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cut, pad, widthOf, wrapped } from '../../src/report/width.ts';

const TEXTS = [
  'plain',
  'Zoë – “no”',
  'Zoe\u0308',
  '漢字かな한글',
  'ｆｕｌｌ',
  'שלום',
  '🙂 ok',
  'a\u200bb',
  '€5…',
];

test.each(TEXTS)('%s is as wide as string-width has it', (text) => {
  expect(widthOf(text)).toBe(stringWidth(text));
});

describe.each([...TEXTS, 'x'.repeat(200), '漢'.repeat(100), 'many small words '.repeat(20).trim()])(
  '%#',
  (text) => {
    test('is cut and padded to a width', () => {
      for (const width of [10, 11, 40]) {
        expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width);
        expect(widthOf(pad(cut(text, width), width))).toBe(width);
      }
      expect(cut(text, 1000)).toBe(text);
    });

    test('is wrapped without loss', () => {
      const lines = wrapped(text, 20, 1000);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(wrapped(text, 20, 2).length).toBeLessThanOrEqual(2);
    });
  },
);

test('lines are broken between words, and the last one says that it is cut', () => {
  expect(wrapped('one two three four', 9, 3)).toEqual(['one two', 'three', 'four']);
  expect(wrapped('one two three four', 9, 2)).toEqual(['one two', 'three fo…']);
  expect(wrapped('', 9, 2)).toEqual([]);
});
