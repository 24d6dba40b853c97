import { expect, test } from 'vitest';
import { nearest } from '../../src/pack/nearest.ts';

const IDS = ['revenue-cycle', 'compliance', 'industry-trends'];

test.each([
  ['revenue-cylce', 'revenue-cycle'],
  ['Complience', 'compliance'],
  ['industry_trend', 'industry-trends'],
  ['revenue', 'revenue-cycle'],
  ['trends', 'industry-trends'],
  ['banana', null],
  ['', null],
])('%s', (typed, meant) => {
  expect(nearest(typed, IDS)).toBe(meant);
});

test('two letters that changed places are one mistake', () => {
  expect(nearest('sings', ['signs', 'find', 'tip'])).toBe('signs');
});

test('one letter is near no other', () => {
  expect(nearest('6', ['1', '2'])).toBeNull();
});

test('a word of a megabyte takes no time', () => {
  expect(nearest('x'.repeat(1_000_000), IDS)).toBeNull();
});
