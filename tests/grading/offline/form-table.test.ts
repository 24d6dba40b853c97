import { describe, expect, it } from 'vitest';
import { formTable, numberOf } from '../../../src/grading/offline/form-table.ts';
import { hashOf } from '../../../src/grading/offline/words.ts';

describe('a table of forms', () => {
  const forms = Array.from({ length: 500 }, (_, n) => [`form${n}`, n + 1] as const);
  const numberIn = (all: Iterable<readonly [string, number]>) => {
    const table = formTable(new Map(all));
    return (text: string, hash = hashOf(text)) => numberOf({ text, hash }, table);
  };

  it('has the number of each, and 0 for any other word', () => {
    const number = numberIn(forms);
    expect(forms.map(([form]) => number(form))).toEqual(forms.map(([, own]) => own));
    expect(['form', 'form500', 'orm1', ''].map((text) => number(text))).toEqual([0, 0, 0, 0]);
    expect(numberIn([])('form1')).toBe(0);
  });

  it('goes by the letters where hashes are the same', () => {
    const number = numberIn(forms);
    expect(number('form', hashOf('form4'))).toBe(0);
    expect(number('form44', hashOf('form4'))).toBe(0);
    expect(number('form4', hashOf('form4'))).toBe(5);
  });
});
