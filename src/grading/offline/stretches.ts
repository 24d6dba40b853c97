import { ownCopy } from './words.ts';

/**
 * What is known of stretches of texts, by their characters. Beside a Map it saves cutting a stretch out in order to ask
 * after it, and walking from entry to entry in memory: the words of answers are looked up more often than anything else.
 */
export interface Stretches<T> {
  /** A power of two of slots: the hash of what stands there, at the first free slot after where it points. */
  hashes: Int32Array;
  /** What stands in each slot, and what is known of it; null in one that is free. */
  entries: ({ text: string; value: T } | null)[];
  count: number;
}

/** Of no stretch anything. */
export const noStretches = <T>(): Stretches<T> => ({
  hashes: new Int32Array(SLOTS),
  entries: new Array(SLOTS).fill(null),
  count: 0,
});

const SLOTS = 1024;

/** What is known of a stretch of a text, which is given by its characters; null for nothing. */
export function knownOfStretch<T>(
  known: Stretches<T>,
  units: Uint16Array,
  from: number,
  to: number,
): T | null {
  const { hashes, entries } = known;
  const hash = hashIn(units, from, to);
  for (let slot = hash & (hashes.length - 1); ; slot = (slot + 1) & (hashes.length - 1)) {
    const entry = entries[slot]!;
    if (entry === null) return null;
    if (hashes[slot] === hash && isAt(entry.text, units, from, to)) return entry.value;
  }
}

/** Remembers what is not known yet of a whole text. */
export function rememberStretch<T>(known: Stretches<T>, text: string, value: T): void {
  if (2 * known.count++ > known.entries.length) grow(known);
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  put(known, hashIn(units, 0, units.length), { text: ownCopy(text), value });
}

function put<T>({ hashes, entries }: Stretches<T>, hash: number, entry: { text: string; value: T }): void {
  let slot = hash & (hashes.length - 1);
  while (entries[slot] !== null) slot = (slot + 1) & (hashes.length - 1);
  hashes[slot] = hash;
  entries[slot] = entry;
}

function grow<T>(known: Stretches<T>): void {
  const { hashes, entries } = known;
  known.hashes = new Int32Array(2 * hashes.length);
  known.entries = new Array(2 * entries.length).fill(null);
  for (let slot = 0; slot < entries.length; slot++)
    if (entries[slot] !== null) put(known, hashes[slot]!, entries[slot]!);
}

function hashIn(units: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(wanted: string, units: Uint16Array, from: number, to: number): boolean {
  if (wanted.length !== to - from) return false;
  for (let i = 0; i < wanted.length; i++) if (wanted.charCodeAt(i) !== units[from + i]) return false;
  return true;
}
