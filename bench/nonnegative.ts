/** One answer to fit: what was seen in it, each a number of 0 or more, the raters' mark, and its writer. */
export interface Row {
  features: Record<string, number>;
  target: number;
  by: string;
}

/** Mark = base + Σ weight · feature; no weight is below 0, so more evidence never means a lower mark. */
export interface Weights {
  base: number;
  weights: Record<string, number>;
}

/**
 * Least squares with weights of 0 or more and a small ridge; the base is free and not shrunk.
 *
 * Source: V. Franc, V. Hlaváč and M. Navara, "Sequential coordinate-wise algorithm for the non-negative least
 * squares problem" (2005). Features are centred first, which solves for the base exactly.
 *
 * @param ridge pulls each weight towards 0, as so many made-up answers with nothing to it would
 * @throws RangeError without rows
 */
export function fitNonNegative(rows: readonly Row[], ridge = 1): Weights {
  if (rows.length === 0) throw new RangeError('nothing to fit');
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))];
  const target = centred(rows.map((row) => row.target));
  const columns = names.map((name) => centred(rows.map(({ features }) => features[name] ?? 0)));
  const weights = names.map(() => 0);
  const left = [...target.values];
  for (let change = 1, round = 0; change > 1e-10 && round < 10_000; round++) {
    change = 0;
    columns.forEach(({ values }, place) => {
      const before = weights[place] ?? 0;
      const along = dot(values, values);
      const after = along === 0 ? 0 : Math.max(0, (dot(values, left) + before * along) / (along + ridge));
      weights[place] = after;
      for (let row = 0; row < left.length; row++) {
        left[row] = (left[row] ?? 0) - (after - before) * (values[row] ?? 0);
      }
      change = Math.max(change, Math.abs(after - before));
    });
  }
  const base = weights.reduce(
    (sum, weight, place) => sum - weight * (columns[place]?.mean ?? 0),
    target.mean,
  );
  return { base, weights: Object.fromEntries(names.map((name, place) => [name, weights[place] ?? 0])) };
}

/** The mark the weights give, before rounding. */
export function weighted({ base, weights }: Weights, features: Row['features']): number {
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * (features[name] ?? 0), base);
}

/** For each row, the mark by weights fitted to the rows of all other writers. */
export function heldOut(rows: readonly Row[], ridge = 1): number[] {
  const fits = new Map(
    [...new Set(rows.map(({ by }) => by))].map((writer) => [
      writer,
      fitNonNegative(
        rows.filter(({ by }) => by !== writer),
        ridge,
      ),
    ]),
  );
  return rows.map(({ by, features }) => weighted(fits.get(by) as Weights, features));
}

function centred(values: number[]): { mean: number; values: number[] } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, values: values.map((value) => value - mean) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0);
}
