import { expect, test } from 'vitest';
import { MOST_WAYS, waysToLay } from '../../src/check/sign-cost.ts';
import { GAP, parsePhrase } from '../../src/grading/offline/sign.ts';

function ways(phrase: string, words: Record<string, string[]> = {}): number {
  const parsed = parsePhrase(phrase);
  if (!parsed.ok) throw new Error(phrase);
  return waysToLay(parsed.value, words, new Map());
}

test.each<[string, Record<string, string[]>, number]>([
  ['one two three*', {}, 1],
  ['one .. two', {}, GAP + 1],
  ['<money> .. <percent>', {}, 3 * (GAP + 1) * 3],
  ['<a>', { a: ['x', 'y', 'one | two'] }, 1],
  ['<a> <a>', { a: ['x', 'y z | p q r'] }, 9],
  ['<b>', { a: ['x', 'y z'], b: ['<a> <a>', 'p q'] }, 3],
  ['<b>', { a: ['x', 'y z'], b: ['<a> .. x'] }, GAP + 2],
  ['<a>', { a: ['< >', 'x'] }, 1],
  ['<a>', { a: ['<a> x', 'x'] }, 1],
  ['<none>', {}, 0],
  ['<constructor>', {}, 0],
])('%s with %j can be laid in %i ways', (phrase, words, expected) => {
  expect(ways(phrase, words)).toBe(expected);
});

test('lists that double come to an end, and are too many', () => {
  const words: Record<string, string[]> = { a0: ['x', 'x y'] };
  for (let i = 1; i < 40; i++) words[`a${i}`] = [`<a${i - 1}> <a${i - 1}>`];
  expect(ways('<a39>', words)).toBeGreaterThan(MOST_WAYS);
});
