/**
 * The candidate a mistyped word most likely meant, for "did you mean". A word of four letters or more that begins
 * one candidate, or one of its parts, and no other is taken for short.
 *
 * @returns null when nothing is near: more than a third of the longer word's letters differ
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.toLowerCase().slice(0, 100);
  const all = [...candidates];
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of all) {
    const distance = editDistance(typed, candidate.toLowerCase().slice(0, 100));
    const longest = Math.max(typed.length, candidate.length);
    const allowed = longest < 2 ? 0 : Math.max(1, Math.floor(longest / 3));
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? inShort(typed, all);
}

function inShort(typed: string, candidates: string[]): string | null {
  if (typed.length < 4) return null;
  const meant = candidates.filter((candidate) =>
    `-${candidate.toLowerCase().replaceAll('_', '-')}`.includes(`-${typed.replaceAll('_', '-')}`),
  );
  return meant.length === 1 ? meant[0]! : null;
}

/** Letters to add, drop, change, or swap with their neighbour, to turn one word into the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? before[j - 2]! + 1 : change;
      next.push(Math.min(change, swap, row[j]! + 1, next[j - 1]! + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
