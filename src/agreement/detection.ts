/** How well something that is there or not there was found. Each ratio is null where it would divide by nothing. */
export interface Detection {
  /** Found and there. */
  hits: number;
  /** Found and not there. */
  falseAlarms: number;
  /** There and not found. */
  misses: number;
  /** Of what was found, the share that was there. */
  precision: number | null;
  /** Of what was there, the share that was found. */
  recall: number | null;
  /** The harmonic mean of both. */
  f1: number | null;
}

/**
 * Precision, recall and F1 from counts; counts added up over several things give the micro average.
 *
 * Source: C. J. van Rijsbergen, Information Retrieval (2nd ed., 1979), chapter 7;
 * F1 = 2·hits / (2·hits + false alarms + misses).
 */
export function detection(hits: number, falseAlarms: number, misses: number): Detection {
  const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    hits,
    falseAlarms,
    misses,
    precision: ratio(hits, hits + falseAlarms),
    recall: ratio(hits, hits + misses),
    f1: ratio(2 * hits, 2 * hits + falseAlarms + misses),
  };
}

/**
 * Compares sets of ids, one pair of sets for each answer.
 *
 * @returns one count over all ids together (the micro average)
 */
export function setDetection(
  sets: Iterable<{ there: readonly string[]; found: readonly string[] }>,
): Detection {
  let hits = 0;
  let falseAlarms = 0;
  let misses = 0;
  for (const { there, found } of sets) {
    const both = found.filter((id) => there.includes(id)).length;
    hits += both;
    falseAlarms += found.length - both;
    misses += there.length - both;
  }
  return detection(hits, falseAlarms, misses);
}
