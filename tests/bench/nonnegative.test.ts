import { describe, expect, test } from 'vitest';
import { solve } from '../../bench/linear.ts';
import { fitNonNegative, heldOut, type Row, weighted } from '../../bench/nonnegative.ts';
import { seededRandom } from '../../src/agreement/random.ts';

/** Rows whose mark is 1 + 2a + 0.5b - c, with a little noise. */
function rows(noise: number, count = 200): Row[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, index) => {
    const [a, b, c] = [random(), random(), random()];
    const target = 1 + 2 * a + 0.5 * b - c + noise * (random() - 0.5);
    return { features: { a, b, c }, target, by: `w${index % 4}` };
  });
}

describe('fitNonNegative', () => {
  test('finds the weights that made the marks', () => {
    const made = rows(0).map((row) => ({ ...row, target: row.target + (row.features.c ?? 0) }));
    const { base, weights } = fitNonNegative(made, 0);
    expect(base).toBeCloseTo(1, 6);
    expect(weights.a).toBeCloseTo(2, 6);
    expect(weights.b).toBeCloseTo(0.5, 6);
    expect(weights.c).toBeCloseTo(0, 6);
  });

  test('gives 0 to what would lower a mark, and is then as good as can be', () => {
    const made = rows(0.5);
    const fit = fitNonNegative(made, 1);
    expect(fit.weights.c).toBe(0);
    const loss = (a: number, b: number, c: number, base: number) =>
      made.reduce(
        (sum, { features, target }) =>
          sum + (weighted({ base, weights: { a, b, c } }, features) - target) ** 2,
        a * a + b * b + c * c,
      );
    const { a = 0, b = 0 } = fit.weights;
    const best = loss(a, b, 0, fit.base);
    for (const step of [-0.02, 0.02]) {
      expect(loss(a + step, b, 0, fit.base)).toBeGreaterThan(best);
      expect(loss(a, b + step, 0, fit.base)).toBeGreaterThan(best);
      expect(loss(a, b, 0, fit.base + step)).toBeGreaterThan(best);
    }
    expect(loss(a, b, 0.02, fit.base)).toBeGreaterThan(best);
  });

  test('a heavy ridge flattens the weights and leaves the mean', () => {
    const made = rows(0);
    const { base, weights } = fitNonNegative(made, 1e9);
    expect(weights.a).toBeCloseTo(0, 4);
    expect(base).toBeCloseTo(made.reduce((sum, { target }) => sum + target, 0) / made.length, 4);
  });
});

describe('heldOut', () => {
  test('judges a writer by the others only', () => {
    // Three writers for whom `a` raises the mark; the fourth, for whom it lowers it, is judged as they are.
    const made = [0, 1, 2, 3].flatMap((writer) =>
      [0, 1].map((a) => ({
        features: { a },
        target: writer === 3 ? 5 - 4 * a : 1 + 4 * a,
        by: `w${writer}`,
      })),
    );
    expect(heldOut(made, 0).slice(6)).toEqual([expect.closeTo(1, 6), expect.closeTo(5, 6)]);
  });
});

describe('solve', () => {
  test('solves a system worked by hand', () => {
    // 4x + 2y = 2, 2x + 3y = 5: x = -1/2, y = 2.
    const [x, y] = solve(
      [
        [4, 2],
        [2, 3],
      ],
      [2, 5],
    );
    expect(x).toBeCloseTo(-0.5, 12);
    expect(y).toBeCloseTo(2, 12);
  });

  test('refuses a matrix that is not positive definite', () => {
    expect(() =>
      solve(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 1],
      ),
    ).toThrow(RangeError);
  });
});
