/** A stretch of tokens, end exclusive. */
export interface Hit {
  from: number;
  to: number;
  /** Found by a phrase that holds a negation itself. */
  negative?: true;
}

/**
 * @param hits in order of `from`
 * @returns the index of the first that starts at or after token `at`; the length when there is none
 */
export function firstFrom(hits: readonly Hit[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hits[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Array.sort copies what it sorts; most of what is sorted here is short, and in order or nearly so. */
const SHORT = 32;

/** Sorts in place; what compares as equal keeps its order. */
export function sortInPlace<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > SHORT) return list.sort(compare);
  for (let i = 1; i < list.length; i++) {
    const one = list[i]!;
    let k = i;
    while (k > 0 && compare(list[k - 1]!, one) > 0) {
      list[k] = list[k - 1]!;
      k--;
    }
    list[k] = one;
  }
  return list;
}
