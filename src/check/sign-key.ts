import type { Sign } from '../pack/schema.ts';

/** Two signs with the same key find the same: spacing, case and the order of terms and alternatives are nothing. */
export function signKey(sign: Sign): string {
  const {
    find,
    unless = [],
    by = 'anyone',
    as = null,
    weak = false,
  } = typeof sign === 'string' ? { find: sign } : sign;
  const term = (text: string) => text.split('|').map(bare).sort().join('|');
  return JSON.stringify([
    find
      .split(/\s\+\s/)
      .map(term)
      .sort(),
    unless.map(term).sort(),
    by,
    as,
    weak,
  ]);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
