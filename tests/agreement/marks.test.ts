import { describe, expect, test } from 'vitest';
import { judgedCriteria } from '../../src/agreement/judged.ts';
import { type Marked, marksAgreement } from '../../src/agreement/marks.ts';
import { agreementLines, type Difference, differenceLines, tooFew } from '../../src/agreement/text.ts';

const marked = (count: number, one: Partial<Marked>): Marked[] =>
  Array.from({ length: count }, () => ({ question: 'a', mark: 3, score: 3, criteria: null, ...one }));

describe('marksAgreement', () => {
  test('claims nothing from 19 pairs, and something from 20', () => {
    const few = [...marked(10, { mark: 2, score: 2 }), ...marked(9, { mark: 4, score: 4 })];
    const refused = marksAgreement(few);
    expect(refused).toMatchObject({
      pairs: 19,
      qwk: null,
      interval: null,
      exact: null,
      adjacent: null,
      bias: null,
    });
    expect(refused.confusion[1]?.[1]).toBe(10);
    const said = marksAgreement([...few, ...marked(1, { mark: 5, score: 4 })]);
    expect(said).toMatchObject({ pairs: 20, exact: 0.95, adjacent: 1, bias: -0.05 });
    expect(said.qwk).toBeGreaterThan(0.9);
    expect(said.interval?.[0]).toBeLessThan(said.qwk ?? 0);
  });

  test('holds each question to the same rule', () => {
    const figures = marksAgreement([
      ...marked(20, { question: 'a', mark: 2, score: 3 }),
      ...marked(5, { question: 'b', mark: 4, score: 4 }),
    ]);
    expect(figures.questions.a).toMatchObject({ pairs: 20, exact: 0, adjacent: 1, bias: 1 });
    expect(figures.questions.b).toMatchObject({ pairs: 5, exact: null, qwk: null });
    expect(figures.exact).toBe(0.2);
  });

  test('has the fields of the data contract, in its order', () => {
    expect(Object.keys(marksAgreement([]))).toEqual([
      'pairs',
      'qwk',
      'interval',
      'exact',
      'adjacent',
      'bias',
      'confusion',
      'questions',
      'criteria',
    ]);
  });

  test('rounds half marks up', () => {
    expect(marksAgreement(marked(20, { mark: 3.5, score: 4 })).exact).toBe(1);
  });

  test("gives Cohen's kappa per criterion; the 20/5/10/15 example has .40", () => {
    const judged = (count: number, person: boolean, grader: boolean) =>
      marked(count, { criteria: [{ id: 'leak-found', person, grader }] });
    const figures = marksAgreement([
      ...judged(20, true, true),
      ...judged(5, true, false),
      ...judged(10, false, true),
      ...judged(15, false, false),
      ...marked(3, {}),
    ]);
    expect(figures.criteria['leak-found']).toEqual({
      pairs: 50,
      kappa: expect.closeTo(0.4, 10),
      exact: 0.7,
      both: 20,
      personOnly: 5,
      graderOnly: 10,
    });
  });

  test('is not led astray by a question called __proto__', () => {
    const figures = marksAgreement(marked(20, { question: '__proto__' }));
    expect(Object.keys(figures.questions)).toEqual(['__proto__']);
  });
});

describe('judgedCriteria', () => {
  test.each([
    [
      ['a-b', 'c'],
      ['a-b', 'c'],
    ],
    ['a-b; c', ['a-b', 'c']],
    ['a-b,c', ['a-b', 'c']],
    ['a-b c|d', ['a-b', 'c', 'd']],
    [[], []],
    ['none', []],
    ['  ', null],
    [undefined, null],
    [4, null],
  ])('%j is %j', (value, ids) => {
    expect(judgedCriteria(value)).toEqual(ids);
  });
});

describe('tooFew', () => {
  test('refuses below 20, warns below 100, then says nothing', () => {
    expect(tooFew(19)).toContain('fewer than 20');
    expect(tooFew(20)).toContain('fewer than 100');
    expect(tooFew(99)).toContain('fewer than 100');
    expect(tooFew(100)).toBeNull();
  });
});

describe('text', () => {
  const one = (id: string, mark: number, score: number, exact = score): Difference => ({
    id,
    question: 'a',
    mark,
    score,
    exact,
    opening: '',
  });

  test('lists differences, the largest first, and leaves out agreement', () => {
    const lines = differenceLines([
      one('same', 3, 3),
      one('near', 3, 4, 3.6),
      one('far', 5, 2, 2.4),
      one('farther', 5, 2, 1.6),
    ]).join('\n');
    expect([...lines.matchAll(/ {2}a {2}(\w+)/g)].map((match) => match[1])).toEqual([
      'farther',
      'far',
      'near',
    ]);
  });

  test('lists 20 and counts the rest', () => {
    const lines = differenceLines(Array.from({ length: 23 }, (_, place) => one(`n${place}`, 1, 3)));
    expect(lines.filter((line) => line.startsWith('  you'))).toHaveLength(20);
    expect(lines.at(-1)).toBe('  and 3 more');
  });

  test('shows every question and the table of counts', () => {
    const lines = agreementLines(
      marksAgreement([...marked(12, { mark: 2, score: 4 }), ...marked(10, { question: 'b' })]),
    );
    expect(lines.find((line) => line.startsWith('all answers'))).toMatch(/22 .* 45 % .* 45 % .*\+1\.09$/);
    expect(lines.find((line) => line.startsWith('b '))).toMatch(/10 +– +– +– +– +–$/);
    expect(lines.find((line) => /^2 /.test(line))).toMatch(/^2 +\. +\. +\. +12 +\.$/);
  });
});
