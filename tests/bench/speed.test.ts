import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answersOf, oneSentence, oneWord, writeRecords } from '../../bench/speed/answers.ts';
import { inFolder } from '../../bench/speed/process.ts';
import { atLeast, atMost, rowTable } from '../../bench/speed/rows.ts';
import { exponent, lastStep, type Point, spread } from '../../bench/speed/statistics.ts';

const words = (text: string) => text.split(/\s+/).length;
const grown = (cost: (size: number) => number) =>
  [10, 100, 1000, 10_000].map((size): Point => [size, cost(size)]);

describe('figures', () => {
  it('gives the middle one, and between the middle two where there is none', () => {
    expect(spread([3, 1, 10])).toEqual({ median: 3, low: 1, high: 10 });
    expect(spread([4, 1, 2, 10]).median).toBe(3);
    expect(() => spread([])).toThrow(RangeError);
  });

  it('tells linear growth from quadratic', () => {
    expect(exponent(grown((size) => size * 3))).toBeCloseTo(1);
    expect(exponent(grown((size) => size ** 2 / 7))).toBeCloseTo(2);
    expect(exponent(grown((size) => size * Math.log(size)))).toBeGreaterThan(1.1);
  });

  it('sees a cost that turns quadratic only at the end', () => {
    expect(lastStep(grown((size) => size + size ** 2 / 1e3))).toBeGreaterThan(1.7);
  });
});

describe('the table', () => {
  it('says what was met', () => {
    const rows = [atMost('slow', 5, ' ×', [4, 6, 5.5]), atLeast('fast', 3000, '', [3200, 3100, 9999])];
    const [, , slow, fast] = rowTable(rows).split('\n');
    expect(slow).toMatch(/\| slow +\| ≤ 5 × +\| 5\.5 × \(4–6\) +\| +\| \*\*no\*\* \|/);
    expect(fast).toMatch(/\| ≥ 3,000 +\| 3,200 \(3,100–9,999\) +\| +\| yes +\|/);
  });
});

describe('answers to measure with', () => {
  it('have the number of words asked for', () => {
    for (const make of [answersOf, oneWord]) {
      expect(make(150, 500).map(({ answer }) => words(answer))).toEqual(Array(500).fill(150));
    }
    expect(words(answersOf(5000, 1)[0]!.answer)).toBe(5000);
  });

  it('are one sentence where they should be', () => {
    expect(oneSentence(300, 8).filter(({ answer }) => /[.,;:!?\n]/.test(answer))).toEqual([]);
  });

  it('are written over and over until there are enough', () => {
    inFolder((folder) => {
      const file = join(folder, 'all.jsonl');
      const answers = answersOf(20, 7);
      writeRecords(file, answers, 17);
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      expect(lines).toHaveLength(17);
      expect(JSON.parse(lines[16]!)).toEqual(answers[2]);
    });
  });
});
