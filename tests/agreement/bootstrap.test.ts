import { describe, expect, test } from 'vitest';
import { bootstrapInterval, quantile } from '../../src/agreement/bootstrap.ts';
import { seededRandom } from '../../src/agreement/random.ts';

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe('seededRandom', () => {
  test('gives the published sequence of mulberry32 for seed 0', () => {
    const random = seededRandom(0);
    expect([random(), random(), random()]).toEqual([
      0.26642920868471265, 0.0003297457005828619, 0.2232720274478197,
    ]);
  });
});

describe('quantile', () => {
  test("is R's default (type 7)", () => {
    expect(quantile([1, 2, 3, 4, 10], 0.5)).toBe(3);
    expect(quantile([1, 2, 3, 4, 10], 0.025)).toBeCloseTo(1.1, 12);
    expect(quantile([1, 2, 3, 4, 10], 0.975)).toBeCloseTo(9.4, 12);
  });
});

describe('bootstrapInterval', () => {
  const sample = Array.from({ length: 100 }, (_, index) => index % 10);

  test('is the same every time, and another with another seed', () => {
    const first = bootstrapInterval(sample, mean);
    expect(bootstrapInterval(sample, mean)).toEqual(first);
    expect(bootstrapInterval(sample, mean, { seed: 2 })).not.toEqual(first);
  });

  test('comes near the interval of theory for a mean: 4.5 ± 1.96 · 2.872 / √100', () => {
    const [low, high] = bootstrapInterval(sample, mean)!;
    expect(low).toBeCloseTo(4.5 - 0.563, 1);
    expect(high).toBeCloseTo(4.5 + 0.563, 1);
  });

  test('holds the true value about 95 times in 100', () => {
    const random = seededRandom(7);
    let held = 0;
    for (let round = 0; round < 300; round++) {
      const draws = Array.from({ length: 60 }, () => (random() < 0.3 ? 1 : 0));
      const [low, high] = bootstrapInterval(draws, mean, { resamples: 300, seed: round })!;
      if (low <= 0.3 && 0.3 <= high) held++;
    }
    expect(held / 300).toBeGreaterThan(0.9);
    expect(held / 300).toBeLessThan(0.98);
  });

  test('gives no interval where the statistic is mostly undefined, or nothing was sampled', () => {
    expect(bootstrapInterval([1, 2, 3], () => null)).toBeNull();
    expect(bootstrapInterval([], (none) => (none.length === 0 ? null : 1))).toBeNull();
  });
});
