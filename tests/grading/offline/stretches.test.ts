import { describe, expect, it } from 'vitest';
import { knownOfStretch, noStretches, rememberStretch } from '../../../src/grading/offline/stretches.ts';

const unitsOf = (text: string) => Uint16Array.from(text, (char) => char.charCodeAt(0));

describe('what is known of stretches of texts', () => {
  it('is found wherever the same characters stand, and nowhere else', () => {
    const known = noStretches<number>();
    rememberStretch(known, 'ward', 1);
    rememberStretch(known, 'wards', 2);
    const units = unitsOf('the wards, each ward; the Ward');
    const at = (from: number, to: number) => knownOfStretch(known, units, from, to);
    expect([at(4, 9), at(4, 8), at(16, 20), at(15, 20), at(26, 30), at(4, 4)]).toEqual([
      2,
      1,
      1,
      null,
      null,
      null,
    ]);
  });

  it('stays as more and more becomes known', () => {
    const known = noStretches<number>();
    const texts = Array.from({ length: 5000 }, (_, i) => `w${i.toString(36)}`);
    for (const [i, text] of texts.entries()) rememberStretch(known, text, i);
    expect(known.count).toBe(5000);
    expect(texts.map((text) => knownOfStretch(known, unitsOf(text), 0, text.length))).toEqual([
      ...texts.keys(),
    ]);
  });
});
