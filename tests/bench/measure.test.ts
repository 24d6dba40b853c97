import { describe, expect, test } from 'vitest';
import { type Labelled, readLabelled, WRITTEN } from '../../bench/labelled.ts';
import { type Graded, measure } from '../../bench/measure.ts';
import type { Score } from '../../src/grading/assessment.ts';
import { unscored } from '../../src/grading/unscored.ts';

const corpus = readLabelled(WRITTEN);
const about = { question: null, grader: { name: 'test', version: '0', model: null }, rubric: null };

/** What a grader would say that says `score`, `met` and `flags` of this answer and sees its STAR levels. */
function graded(labelled: Labelled, score: number, met: string[], flags: string[]): Graded {
  const star = Object.fromEntries(
    Object.entries(labelled.star).map(([part, level]) => [part, { level, evidence: [] }]),
  ) as unknown as Graded['assessment']['star'];
  return {
    labelled,
    assessment: {
      ...unscored('grader-failed', '', { ...about, answer: labelled.answer }),
      status: 'scored',
      score: score as Score,
      star,
      criteria: met.map((id) => ({ id, met: true, evidence: [] })),
      redFlags: flags.map((id) => ({ id, severity: 'major', evidence: [] })),
    },
  };
}

describe('measure', () => {
  test('gives a grader that repeats the raters full marks on the whole corpus', () => {
    const figures = measure(corpus.map((one) => graded(one, one.score, one.met ?? [], one.flags ?? [])));
    expect(figures.answers).toBe(240);
    expect(figures.score).toMatchObject({ pairs: 240, qwk: 1, exact: 1, adjacent: 1, bias: 0 });
    expect(figures.matched.pairs).toBe(128);
    expect(figures.star).toEqual({ situation: 1, task: 1, action: 1, result: 1, mean: 1 });
    expect(figures.criteria?.overall).toMatchObject({ f1: 1, falseAlarms: 0, misses: 0 });
    expect(figures.flags?.overall.f1).toBe(1);
    expect(figures.flaggedStrong).toEqual([]);
    expect(Object.keys(figures.questions)).toHaveLength(8);
    expect(Object.keys(figures.writers)).toEqual(['w1', 'w2', 'w3', 'w4', 'w9', 'w10']);
  });

  test('gives a grader that says 3 to everything no agreement beyond chance', () => {
    const figures = measure(corpus.map((one) => graded(one, 3, [], [])));
    expect(figures.score.qwk).toBe(0);
    expect(figures.criteria?.overall).toMatchObject({ hits: 0, precision: null, recall: 0, f1: 0 });
  });

  test('counts false alarms and misses under their question and id', () => {
    const [one] = corpus.filter((answer) => answer.met?.includes('leak-found') && answer.score >= 4);
    const figures = measure([graded(one!, 5, ['partnered-not'], ['not-my-job'])]);
    expect(figures.criteria?.each['revenue-cycle/leak-found']).toMatchObject({ hits: 0, misses: 1 });
    expect(figures.criteria?.each['revenue-cycle/partnered-not']).toMatchObject({ falseAlarms: 1 });
    expect(figures.flags?.overall.falseAlarms).toBe(1);
    expect(figures.flaggedStrong).toEqual([one!.id]);
  });

  test('leaves unscored answers out of the figures and counts them', () => {
    const [first, second] = corpus;
    const silent = {
      labelled: second!,
      assessment: unscored('grader-failed', '', { ...about, answer: second!.answer }),
    };
    const figures = measure([graded(first!, first!.score, [], []), silent]);
    expect(figures).toMatchObject({ answers: 2, unscored: 1, score: { pairs: 1, exact: 1 } });
  });
});
