import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/grading/assessment.ts';
import { VERDICT } from '../../src/grading/numbers.ts';
import { type Levels, verdict } from '../../src/grading/verdict.ts';

const ONES = { situation: 1, task: 1, action: 1, result: 1 };
const levels = (given: Partial<Levels> = {}): Levels => ({
  star: { situation: 2, task: 2, action: 2, result: 2 },
  starWeights: ONES,
  criteria: [1, 1, 1, 1, 1].map((weight) => ({ weight, level: 2 })),
  flags: [],
  substance: 'case',
  ...given,
});

describe('the ends of the scale', () => {
  it('everything clear is 5', () =>
    expect(verdict(levels())).toEqual({ score: 5, exact: 5, label: 'outstanding' }));
  it('nothing shown is poor, and never below 1', () => {
    const nothing = levels({
      star: { situation: 0, task: 0, action: 0, result: 0 },
      criteria: [{ weight: 1, level: 0 }],
      flags: [{ severity: 'severe' }],
    });
    const { score, exact, label } = verdict(nothing);
    expect([score, label]).toEqual([1, 'poor']);
    expect(exact).toBeGreaterThanOrEqual(1);
    expect(exact).toBeLessThan(VERDICT.base);
  });
});

describe('caps', () => {
  it.each([
    ['a minor flag', { flags: [{ severity: 'minor' }] }, 3],
    ['a major flag', { flags: [{ severity: 'major' }] }, 2],
    ['a severe flag', { flags: [{ severity: 'severe' }] }, 2],
    ['a minor and a major flag', { flags: [{ severity: 'minor' }, { severity: 'major' }] }, 2],
    ['no case of one’s own', { substance: 'none' }, 2],
    ['another question', { substance: 'off' }, 1],
  ] as [string, Partial<Levels>, number][])('%s', (_, given, cap) => {
    expect(verdict(levels(given)).exact).toBe(cap);
  });
});

describe('more of anything good', () => {
  it('never lowers a score', () => {
    for (const part of ['situation', 'task', 'action', 'result'] as const) {
      let before = 0;
      for (const clarity of [0, 0.5, 1, 1.5, 2]) {
        const { exact } = verdict(
          levels({ star: { ...levels().star, [part]: clarity }, criteria: [{ weight: 1, level: 0 }] }),
        );
        expect(exact).toBeGreaterThanOrEqual(before);
        before = exact;
      }
    }
    const by = ([0, 1, 2] as const).map(
      (level) => verdict(levels({ criteria: [{ weight: 1, level }] })).exact,
    );
    expect(by).toEqual([...by].sort((a, b) => a - b));
  });

  it('counts by its weight', () => {
    const heavy = verdict(
      levels({
        criteria: [
          { weight: 3, level: 2 },
          { weight: 1, level: 0 },
        ],
      }),
    ).exact;
    const light = verdict(
      levels({
        criteria: [
          { weight: 3, level: 0 },
          { weight: 1, level: 2 },
        ],
      }),
    ).exact;
    expect(heavy).toBeGreaterThan(light);
  });
});

it('a rubric without STAR rests on its criteria alone', () => {
  const none = { situation: 0, task: 0, action: 0, result: 0 };
  const { exact } = verdict(levels({ star: none, starWeights: none }));
  expect(exact).toBe(5);
});

it('shipped numbers leave the whole scale within reach', () => {
  expect(VERDICT.base).toBeGreaterThanOrEqual(1);
  expect(VERDICT.base).toBeLessThan(1.5);
});

describe('by given numbers, to the hundredth', () => {
  // Of the test's own, so that refitting the shipped ones changes nothing here.
  const numbers = { ...VERDICT, base: 1.2, star: 1, thin: 0.35, enough: 1, flag: 0.15 };
  const none = { situation: 0, task: 0, action: 0, result: 0 };
  it.each([
    ['nothing at all', { star: none, criteria: [{ weight: 1, level: 0 }] }, 1.2, 1],
    [
      'one of four criteria',
      { star: none, criteria: [2, 0, 0, 0].map((level) => ({ weight: 1, level })) },
      1.67,
      2,
    ],
    ['a hint', { star: none, criteria: [1, 0, 0, 0].map((level) => ({ weight: 1, level })) }, 1.37, 1],
    ['half of STAR', { star: { ...none, action: 2, result: 2 }, criteria: [] }, 3.1, 3],
    [
      'a part half clear, of weight 3',
      { star: { ...none, task: 1 }, starWeights: { ...ONES, task: 3 }, criteria: [] },
      2.15,
      2,
    ],
    [
      'flags take their share once',
      {
        flags: [{ severity: 'minor' }, { severity: 'minor' }],
        star: none,
        criteria: [{ weight: 4, level: 2 }],
      },
      2.95,
      3,
    ],
    ['no weight anywhere', { star: none, starWeights: none, criteria: [] }, 1.2, 1],
  ] as [string, Partial<Levels>, number, number][])('%s', (_, given, exact, score) => {
    expect(verdict(levels(given), numbers)).toMatchObject({ exact, score });
  });

  it('and by others', () => {
    const others = { ...numbers, base: 2, star: 0.5, capWithoutCase: 1.5 };
    const half = levels({ star: { ...none, action: 2 }, criteria: [{ weight: 1, level: 2 }] });
    expect(verdict(half, others).exact).toBe(3.5);
    expect(verdict({ ...half, substance: 'none' }, others).exact).toBe(1.5);
  });

  it('a share that is enough earns everything, and less of it more than it did', () => {
    const three = levels({
      star: none,
      criteria: [2, 2, 2, 0].map((level) => ({ weight: 1, level: level as Level })),
    });
    const four = { ...numbers, star: 0 };
    expect(verdict(three, four).exact).toBe(4.05);
    expect(verdict(three, { ...four, enough: 0.9 }).exact).toBe(4.37);
    expect(verdict(three, { ...four, enough: 0.75 }).exact).toBe(5);
    expect(verdict(three, { ...four, enough: 0.5 }).exact).toBe(5);
  });
});
