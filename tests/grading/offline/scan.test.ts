import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KIND, next, scanOf, TOKEN } from '../../../src/grading/offline/scan.ts';

type Found = [kind: number, start: number, end: number];

function scanned(source: string): Found[] {
  const scan = scanOf(source);
  const found: Found[] = [];
  while (next(scan)) found.push([scan.kind, scan.start, scan.end]);
  return found;
}

function byRuleAlone(source: string): Found[] {
  return [...source.matchAll(new RegExp(TOKEN.source, 'gu'))].map((match) => {
    const kind = match[1] !== undefined ? KIND.number : match[2] !== undefined ? KIND.word : KIND.mark;
    return [kind, match.index, match.index + match[0].length];
  });
}

/** Numbers from 0 up to `below`, the same each time. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES =
  "a b Z é ß ı İ ſ 中 𝒜 😀 ' ’ ‘ ʼ \u200b \u00ad \u0301 1 2 $ £ % . ! ? … , ; : ( ) \" “ ” — – - -- _ / R Rs PHP don't I’d n't x2 2x 3.5 \n \r \t \ud800 \udc00"
    .split(' ')
    .concat([' ', ' ', ' ']);

describe('the quick look at plain letters finds what the rule finds', () => {
  it('in every labelled answer', () => {
    const lines = readFileSync(new URL('../../corpus/answers.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) {
      const { answer } = JSON.parse(line);
      expect(scanned(answer)).toEqual(byRuleAlone(answer));
    }
  });

  it('in anything at all', () => {
    const random = randomOf(1);
    for (let i = 0; i < 20_000; i++) {
      let text = '';
      for (let k = random(9); k >= 0; k--) text += PIECES[random(PIECES.length)];
      expect(scanned(text), JSON.stringify(text)).toEqual(byRuleAlone(text));
    }
  });
});
