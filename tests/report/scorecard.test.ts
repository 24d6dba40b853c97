import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { verdict } from '../../src/grading/verdict.ts';
import type { Rubric } from '../../src/pack/schema.ts';
import { added, comparison } from '../../src/report/comparison.ts';
import { criteriaLines } from '../../src/report/criteria.ts';
import { markedAnswer } from '../../src/report/evidence.ts';
import { heldDown, liftsTo, placeOf } from '../../src/report/next-step.ts';
import { scorecard } from '../../src/report/scorecard.ts';
import { assessment, rubric } from '../interview/made.ts';

const same = (text: string) => text;
const layout = { width: 79, palette: { bold: same, dim: same, good: same, worry: same } };
const answer = 'Forty claims a month came back unpaid. I pulled them and sat with billing. It got better.';
const flag = (severity: 'minor' | 'severe') => ({
  id: `${severity}-flag`,
  severity,
  evidence: [{ start: 0, end: 12, quote: 'Forty claims' }],
});
const tips = (...ids: string[]) => ids.map((about) => ({ about, text: `Tip for ${about}.` }));

describe('the scorecard', () => {
  const card = assessment({
    answer,
    met: {
      'problem-framed': 'Forty claims a month came back unpaid',
      'own-steps': 'I pulled them and sat with billing',
    },
    advice: tips('measured-result'),
  });

  it('says the score, what it means, STAR in words, and quotes what landed', () => {
    const text = scorecard(card, rubric, layout).join('\n');
    expect(text).toContain('3 adequate · 2 of the 3');
    expect(text).toContain(': Three.');
    expect(text).toContain('Result missing');
    expect(text).toContain('"I pulled them and sat with billing"');
    expect(text).toContain('They would now ask: And then?');
  });

  it('says where the correction belongs', () => {
    expect(placeOf(card, 'problem-framed')).toEqual({ at: 'beginning' });
    expect(placeOf(card, 'measured-result')).toEqual({ at: 'end' });
    const framed = assessment({ answer, met: { 'problem-framed': 'Forty claims' } });
    expect(placeOf(framed, 'own-steps')).toMatchObject({ at: 'after', evidence: { start: 0 } });
    const late = assessment({ answer, met: { 'measured-result': 'It got better' } });
    expect(placeOf(late, 'own-steps')).toMatchObject({ at: 'before', evidence: { quote: 'It got better' } });
    expect(placeOf(assessment(), 'own-steps')).toBeNull();
  });

  it('does not send a step behind the ending, though the problem is named there once more', () => {
    const told = 'Forty claims came back. It got better, and no claims came back since.';
    const twice = assessment({
      answer: told,
      met: { 'problem-framed': 'Forty claims', 'measured-result': 'It got better' },
    });
    const again = told.indexOf('no claims');
    const framed = twice.criteria.find(({ id }) => id === 'problem-framed')!;
    framed.evidence.push({ start: again, end: again + 9, quote: 'no claims' });
    expect(placeOf(twice, 'own-steps')).toMatchObject({ at: 'after', evidence: { quote: 'Forty claims' } });
  });

  it('promises a higher score only where the arithmetic gives it', () => {
    const all = { situation: 2, task: 2, action: 2, result: 2 } as const;
    const weights = { situation: 1, task: 1, action: 1, result: 1 };
    const scoreWith = (met: number) =>
      verdict({
        star: all,
        starWeights: weights,
        criteria: [0, 1, 2].map((n) => ({ weight: 1, level: n < met ? 2 : 0 })),
        flags: [],
        substance: 'case',
      }).score;
    const two = {
      answer,
      met: { 'problem-framed': 'Forty claims', 'own-steps': 'I pulled' },
      star: 2 as const,
    };
    const near = assessment({ ...two, score: scoreWith(2), exact: scoreWith(2) + 0.45 });
    expect(liftsTo(near, rubric, 'measured-result')).toBe(scoreWith(2) + 1);
    // What is left to the next score may be more than the criterion is sure to give.
    const low = assessment({ ...two, score: scoreWith(2), exact: scoreWith(2) - 0.5 });
    expect(liftsTo(low, rubric, 'measured-result')).toBeNull();
    // A score that something else has capped cannot be promised away.
    expect(liftsTo(assessment({ ...two, score: 1 }), rubric, 'measured-result')).toBeNull();
  });

  it('praises nothing where nothing landed, and guesses at nothing', () => {
    const text = scorecard(assessment({ score: 1 }), rubric, layout).join('\n');
    expect(text).toContain('nothing yet');
    expect(text).not.toContain('One.');
    const long = { ...assessment({ score: 1 }), words: 80 };
    expect(scorecard(long, rubric, layout).join('\n')).toContain('this question');
  });

  it('quotes what tells most: the first criterion early, the last late, others what shows nothing else', () => {
    const said = (quote: string, start: number) => ({ start, end: start + quote.length, quote });
    const [framed, steps, result] = assessment().criteria.map(({ id }) => id);
    const shared = said('Forty claims a month came back unpaid', 0);
    const criteria = [
      { id: framed!, met: true, evidence: [said('so that was that', 90), shared] },
      { id: steps!, met: true, evidence: [shared, said('I pulled them', 40)] },
      { id: result!, met: true, evidence: [said('It got better', 60), said('it fell from 12 to 4', 80)] },
    ];
    const text = scorecard({ ...card, criteria }, rubric, layout).join('\n');
    expect(text).toContain('own steps        "I pulled them"');
    expect(text).toContain('problem framed   "Forty claims');
    expect(text).toContain('measured result  "it fell');
    const twice = criteria.map((one) => ({ ...one, evidence: [shared] }));
    expect(
      scorecard({ ...card, criteria: twice }, rubric, layout)
        .join('\n')
        .match(/in the same words/gu),
    ).toHaveLength(2);
  });

  it('says when red flags hold a score down', () => {
    const all = { 'problem-framed': 'Forty', 'own-steps': 'I pulled', 'measured-result': 'It got better' };
    const capped = assessment({ answer, met: all, star: 2, score: 2, redFlags: [flag('severe')] });
    expect(heldDown(capped, rubric)).toBe(true);
    expect(heldDown({ ...capped, redFlags: [] }, rubric)).toBe(false);
    expect(heldDown(assessment({ score: 1, redFlags: [flag('severe')] }), rubric)).toBe(false);
  });

  it('puts a severe flag first and a minor one last', () => {
    const order = (severity: 'minor' | 'severe') => {
      const lines = scorecard(assessment({ answer, redFlags: [flag(severity)] }), rubric, layout);
      return (
        lines.findIndex((line) => line.startsWith('Careful')) <
        lines.findIndex((line) => line.startsWith('Landed'))
      );
    };
    expect([order('severe'), order('minor')]).toEqual([true, false]);
  });

  it('fits a screen of 80 by 24 with the keys below it', () => {
    const long =
      'A sentence of a length that anchors and tips really have, which is some twenty words or so in most cases. ';
    const full: Rubric = {
      ...rubric,
      anchors: { ...rubric.anchors, 3: long + long },
      criteria: [
        ...rubric.criteria,
        { ...rubric.criteria[0]!, id: 'fourth' },
        { ...rubric.criteria[0]!, id: 'fifth' },
      ],
      red_flags: rubric.red_flags.map((one) => ({ ...one, statement: long, instead: long })),
    };
    const met = [
      { id: 'fourth', met: true, evidence: [] },
      { id: 'fifth', met: true, evidence: [] },
    ];
    const busy = {
      ...card,
      criteria: [...card.criteria, ...met],
      advice: [{ about: 'measured-result', text: long }],
      redFlags: [flag('minor')],
    };
    const lines = scorecard(busy, full, layout);
    expect(lines.length).toBeLessThanOrEqual(20);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(79);
  });

  it('tells why an answer is unscored', () => {
    const reason = { code: 'too-long' as const, message: 'over 100,000 characters' };
    const unscored = { ...card, status: 'unscored' as const, score: null, exact: null, label: null, reason };
    expect(scorecard(unscored, rubric, layout)).toEqual(['Unscored  over 100,000 characters']);
  });

  it('lets nothing from an answer or a pack steer the terminal', () => {
    const nasty = 'a\u001b[2J\u0007b\u202ec\r';
    const one = assessment({
      answer: nasty,
      met: { 'problem-framed': nasty },
      advice: [{ about: 'x', text: nasty }],
      followUp: nasty,
    });
    const anchors = { 1: nasty, 2: nasty, 3: nasty, 4: nasty, 5: nasty };
    const text = [
      ...scorecard(one, { ...rubric, anchors }, layout),
      ...markedAnswer(nasty, one, layout),
      ...criteriaLines(
        one,
        { ...rubric, criteria: [{ ...rubric.criteria[0]!, tip: nasty, statement: nasty }] },
        layout,
      ),
    ].join('\n');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  });
});

describe('evidence', () => {
  it('marks each stretch once, with all that it shows', () => {
    const both = assessment({
      answer,
      met: { 'problem-framed': 'Forty claims a month', 'own-steps': 'claims a month came back' },
    });
    const text = markedAnswer(answer, both, layout).join(' ');
    expect(text).toContain('[Forty claims a month came back](1) unpaid.');
    expect(text).toContain('(1) problem framed, own steps');
  });
});

describe('comparison', () => {
  const before = assessment({ answer, score: 2, met: { 'problem-framed': 'Forty claims' } });
  const after = assessment({ answer, score: 3, met: { 'own-steps': 'I pulled them' }, star: 2 });

  it('stands a second go beside the first', () => {
    const lines = comparison(before, after, layout);
    expect(lines.find((line) => line.startsWith('Own steps'))).toMatch(/new$/u);
    expect(lines.find((line) => line.startsWith('Problem framed'))).toMatch(/gone$/u);
    expect(lines.find((line) => line.startsWith('Score'))).toMatch(/2\.0 to 3\.0, better$/u);
  });

  it('quotes what a follow-up added, or says that it added nothing', () => {
    expect(added(before, after, layout).join('\n')).toContain('own steps  "I pulled them"');
    expect(added(after, after, layout).join('\n')).toContain('nothing');
  });
});
