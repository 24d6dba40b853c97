/** How bad it is that one rater chose level `row` and the other level `column` (0 for agreement). */
export type Disagreement = (row: number, column: number) => number;

/** Any two different levels disagree alike: Cohen's first, unweighted kappa. */
export const nominal: Disagreement = (row, column) => (row === column ? 0 : 1);

/** Disagreement grows with the distance. */
export const linear: Disagreement = (row, column) => Math.abs(row - column);

/** Disagreement grows with the square of the distance; the customary choice for marks on a scale. */
export const quadratic: Disagreement = (row, column) => (row - column) ** 2;

/**
 * Agreement beyond chance between two raters: 1 − Σ w·observed / Σ w·expected, where what is expected
 * comes from the product of the two raters' own distributions. 1 is perfect, 0 no better than chance.
 *
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
 * Measurement 20 (1960), and "Weighted kappa", Psychological Bulletin 70 (1968), whose weights are these
 * disagreement weights.
 *
 * @param table counts or proportions, square; rows one rater's levels, columns the other's
 * @returns null where kappa is not defined: no pairs, or both raters gave everything the same level
 */
export function kappa(table: readonly (readonly number[])[], weight: Disagreement): number | null {
  const rows = table.map((row) => sum(row));
  const columns = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  const total = sum(rows);
  let observed = 0;
  let expected = 0;
  table.forEach((counts, row) => {
    counts.forEach((count, column) => {
      const w = weight(row, column);
      observed += w * count;
      expected += (w * (rows[row] ?? 0) * (columns[column] ?? 0)) / total;
    });
  });
  return expected > 0 ? 1 - observed / expected : null;
}

/** Quadratic weighted kappa (QWK) of a table of counts; see {@link kappa}. */
export const quadraticKappa = (table: readonly (readonly number[])[]): number | null =>
  kappa(table, quadratic);

/** Cohen's unweighted kappa of a table of counts; see {@link kappa}. */
export const cohenKappa = (table: readonly (readonly number[])[]): number | null => kappa(table, nominal);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
