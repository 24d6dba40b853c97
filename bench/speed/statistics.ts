/** The middle of a list, and how far it reaches. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** @throws RangeError when there is nothing */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured');
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, low, high };
}

/** A size, and what it costs. */
export type Point = readonly [size: number, cost: number];

/** How cost grows with size: the slope of the straight line through the logarithms. 1 is linear, 2 quadratic. */
export function exponent(points: readonly Point[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (of: 0 | 1) => logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** The exponent of the last step alone, where a cost that grows too fast shows first. */
export function lastStep(points: readonly Point[]): number {
  return exponent(points.slice(-2));
}
