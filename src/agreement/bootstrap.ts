import { seededRandom } from './random.ts';

/**
 * A 95 % interval for a statistic: the sample is drawn again with replacement many times, and the middle
 * 95 % of what the statistic then comes to is the interval. The same sample gives the same interval always.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13, the percentile
 * interval.
 *
 * @param statistic may not keep the resample it is given; null where it is not defined for a resample; such resamples are left out
 * @returns null when fewer than half of the resamples had a value
 */
export function bootstrapInterval<T>(
  sample: readonly T[],
  statistic: (resample: readonly T[]) => number | null,
  { resamples = 2000, seed = 1 }: { resamples?: number; seed?: number } = {},
): [low: number, high: number] | null {
  const random = seededRandom(seed);
  const values: number[] = [];
  // One array for all rounds: with tens of thousands of pairs, making it anew takes most of the time.
  const resample = [...sample];
  for (let round = 0; round < resamples; round++) {
    for (let place = 0; place < sample.length; place++) {
      resample[place] = sample[Math.floor(random() * sample.length)] as T;
    }
    const value = statistic(resample);
    if (value !== null) values.push(value);
  }
  if (values.length === 0 || values.length < resamples / 2) return null;
  values.sort((a, b) => a - b);
  return [quantile(values, 0.025), quantile(values, 0.975)];
}

/**
 * The value below which a share of sorted numbers lies, interpolated between neighbours.
 *
 * Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50
 * (1996), definition 7.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
