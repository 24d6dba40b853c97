import { describe, expect, it } from 'vitest';
import { columns, moveRows, rowAt, rowsOf } from '../../../src/commands/practice/rows.ts';

const texts = (text: string, width: number) =>
  rowsOf(text, width).map(({ start, end }) => text.slice(start, end));

describe('rows', () => {
  it.each([
    ['', ['']],
    ['one two three', ['one two ', 'three']],
    ['one\n\ntwo', ['one', '', 'two']],
    ['abcdefghijkl', ['abcdefgh', 'ijkl']],
    ['12345678 x', ['12345678 ', 'x']],
    ['医療医療医療', ['医療医療', '医療']],
  ])('breaks %j at eight columns', (text, expected) => {
    expect(texts(text, 8)).toEqual(expected);
  });

  it('loses nothing and stays within the width', () => {
    const text =
      'In 2023 les soins coûtaient 医療 12% more 👩‍⚕️👩‍⚕️👩‍⚕️ e\u0301e\u0301e\u0301e\u0301\tthan-anybody-had-thought possible.\n\nEnd';
    for (let width = 10; width < 40; width++) {
      const rows = texts(text, width);
      expect(rows.join('')).toBe(text.replaceAll('\n', ''));
      for (const row of rows) expect(columns(row.trimEnd())).toBeLessThanOrEqual(width);
    }
  });

  it('finds and changes the row of the cursor', () => {
    const text = 'one two three four';
    const rows = rowsOf(text, 8);
    expect([rowAt(rows, 0), rowAt(rows, 8), rowAt(rows, text.length)]).toEqual([0, 1, 2]);
    const down = moveRows({ text, cursor: 2 }, 8, 1);
    expect(down.cursor).toBe(10);
    expect(moveRows(down, 8, -1).cursor).toBe(2);
    expect(moveRows(down, 8, -5).cursor).toBe(0);
    expect(moveRows(down, 8, 5).cursor).toBe(text.length);
  });
});
