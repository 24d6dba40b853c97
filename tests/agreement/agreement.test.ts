import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/agreement/agreement.ts';
import { confusion, type Pair } from '../../src/agreement/confusion.ts';
import { detection, setDetection } from '../../src/agreement/detection.ts';

/** Pairs of levels 1-4 from a table of counts. */
const pairsOf = (table: number[][]): Pair[] =>
  table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): Pair => [a + 1, b + 1])),
  );

const RADIOLOGISTS = [
  [21, 12, 0, 0],
  [4, 17, 1, 0],
  [3, 9, 15, 2],
  [0, 0, 0, 1],
];

describe('agreement', () => {
  test('gives back the table the pairs came from, the person in rows', () => {
    expect(confusion(pairsOf(RADIOLOGISTS), [1, 2, 3, 4])).toEqual(RADIOLOGISTS);
    expect(confusion([[1, 2]], [1, 2])).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  test('the published example: agreement .6353, kappa .6714, and the rest by hand', () => {
    const figures = agreement(pairsOf(RADIOLOGISTS), [1, 2, 3, 4]);
    expect(figures.pairs).toBe(85);
    expect(figures.qwk).toBeCloseTo(0.6714, 4);
    expect(figures.exact).toBeCloseTo(0.6353, 4);
    expect(figures.adjacent).toBeCloseTo(82 / 85, 12);
    // Marked higher by one 12 + 1 + 2 times; lower by one 4 + 9 times, by two 3 times.
    expect(figures.bias).toBeCloseTo((15 - 13 - 6) / 85, 12);
    expect(figures.confusion).toEqual(RADIOLOGISTS);
    const [low, high] = figures.interval!;
    expect(low).toBeGreaterThan(0.45);
    expect(low).toBeLessThan(0.6714);
    expect(high).toBeGreaterThan(0.6714);
    expect(high).toBeLessThan(0.85);
  });

  test('bias is positive where the grader is the kinder one', () => {
    expect(agreement([[2, 4]]).bias).toBe(2);
  });

  test('claims nothing without pairs', () => {
    expect(agreement([])).toMatchObject({
      pairs: 0,
      qwk: null,
      interval: null,
      exact: null,
      adjacent: null,
      bias: null,
    });
  });

  test('refuses what is not a level', () => {
    expect(() => agreement([[0, 3]])).toThrow(RangeError);
    expect(() => agreement([[3, 3.5]])).toThrow(RangeError);
  });
});

describe('detection', () => {
  // scikit-learn's documentation of precision_recall_fscore_support and of f1_score: truth 0 1 2 0 1 2, found 0 2 1 0 0 1:
  // class 0 has precision 2/3, recall 1, F1 .8; the micro average of F1 is 1/3.
  const truth = ['cat', 'dog', 'pig', 'cat', 'dog', 'pig'];
  const guess = ['cat', 'pig', 'dog', 'cat', 'cat', 'dog'];

  test('the documented example of scikit-learn, one class and micro average', () => {
    const sets = truth.map((there, index) => ({ there: [there], found: [guess[index]!] }));
    const cats = sets.map(({ there, found }) => ({
      there: there.filter((id) => id === 'cat'),
      found: found.filter((id) => id === 'cat'),
    }));
    const cat = setDetection(cats);
    expect(cat).toMatchObject({ hits: 2, falseAlarms: 1, misses: 0, recall: 1 });
    expect(cat.precision).toBeCloseTo(0.667, 3);
    expect(cat.f1).toBeCloseTo(0.8, 12);
    expect(setDetection(sets).f1).toBeCloseTo(1 / 3, 12);
  });

  test('says nothing where it would divide by nothing', () => {
    expect(detection(0, 0, 0)).toMatchObject({ precision: null, recall: null, f1: null });
    expect(detection(0, 0, 2)).toMatchObject({ precision: null, recall: 0, f1: 0 });
  });
});
