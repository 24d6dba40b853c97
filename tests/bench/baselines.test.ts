import { describe, expect, test } from 'vitest';
import { bagOfWords, nearestScore, rescaled, rounded, wordsAlone } from '../../bench/baselines.ts';
import { type Labelled, readLabelled, WRITTEN } from '../../bench/labelled.ts';

const corpus = readLabelled(WRITTEN);

const answer = (by: string, text: string, score: number): Labelled => ({
  ...(corpus[0] as Labelled),
  by,
  answer: text,
  words: text.split(' ').length,
  score,
});

describe('wordsAlone', () => {
  test('is perfect where length decides, whatever the cut points', () => {
    const decided = [3, 4, 20, 21, 22, 90, 130, 131, 300, 310].map((words) => {
      const score = 1 + [10, 50, 100, 200].filter((cut) => words >= cut).length;
      return { ...answer('w1', '', score), words };
    });
    expect(wordsAlone(decided).qwk).toBe(1);
  });

  test('reaches .66 on the written corpus, chosen on its very answers', () => {
    expect(wordsAlone(corpus).qwk).toBeCloseTo(0.66, 2);
  });
});

describe('bagOfWords', () => {
  const taught = ['w1', 'w2', 'w3'].flatMap((by) => [
    answer(by, 'denials fell because templates changed', 5),
    answer(by, 'billing is very important', 1),
  ]);

  test('learns words from other writers', () => {
    const [good, bad] = bagOfWords(taught, [taught[0]!, taught[1]!]);
    expect(good).toBeGreaterThan(3.5);
    expect(bad).toBeLessThan(2.5);
  });

  test('never learns from the writer it judges', () => {
    // Only w9 uses these words; judged as w9 they say nothing, judged as anybody else they give a 5 away.
    const own = [answer('w9', 'zebra quagga okapi', 5), answer('w9', 'zebra quagga okapi', 5)];
    const [asOwn] = bagOfWords([...taught, ...own], [own[0]!]);
    const [asOther] = bagOfWords([...taught, ...own], [answer('p01', 'zebra quagga okapi', 5)]);
    expect(asOwn).toBeCloseTo(3, 6);
    expect(asOther).toBeGreaterThan(3.8);
  });

  test('rescaling stretches to the true spread', () => {
    const answers = [1, 2, 3, 4, 5].map((score) => answer('w1', 'x', score));
    const timid = [2.8, 2.9, 3, 3.1, 3.2];
    expect(rounded(answers, timid).exact).toBe(0.2);
    expect(rescaled(answers, timid).exact).toBe(1);
  });

  test('marks stay on the scale', () => {
    expect([-3, 1.4, 3.5, 9].map(nearestScore)).toEqual([1, 1, 4, 5]);
  });
});
