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
