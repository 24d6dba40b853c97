import { expect, it } from 'vitest';
import { begin } from '../../src/interview/interview.ts';
import { panelOf } from '../../src/interview/panel.ts';
import { asked, assessment, plan, question } from './made.ts';

const take = (text: string, reading: ReturnType<typeof assessment>) => ({
  parts: [{ id: 'x', prompt: 'p', text, seconds: 1 }],
  self: null,
  readings: [reading],
  beside: null,
});
const advice = [{ about: 'own-steps', text: 'Tip.' }];

it('looks at questions, themes and what to mend first', () => {
  const curious = { ...asked('c'), question: { ...question('c'), themes: ['business curiosity'] } };
  const interview = {
    ...begin(plan({ mode: 'mock', asked: [asked('a'), asked('b'), curious] })),
    takes: [
      [
        take('first go', assessment({ score: 1, advice })),
        take('a', assessment({ score: 4, exact: 4.2, advice })),
      ],
      [
        take(
          'b',
          assessment({
            score: 2,
            exact: 2,
            advice,
            redFlags: [{ id: 'f', severity: 'severe', evidence: [] }],
          }),
        ),
      ],
      [],
    ],
  };
  const panel = panelOf(interview, new Set());
  expect(panel.questions.map(({ assessment }) => assessment?.score ?? null)).toEqual([4, 2, null]);
  expect(panel.themes).toEqual([
    { theme: 'operational acumen', mean: 3.1, places: [0, 1] },
    { theme: 'business curiosity', mean: null, places: [2] },
  ]);
  expect(panel.first.map(({ place }) => place)).toEqual([1, 0]);
});

it('takes the best of several questions to the panel', () => {
  const interview = {
    ...begin(plan({ asked: [asked('closing')] })),
    takes: [[take('good', assessment({ score: 4 })), take('pay', assessment({ score: 1 }))]],
  };
  expect(panelOf(interview, new Set()).questions[0]?.assessment?.score).toBe(4);
});
