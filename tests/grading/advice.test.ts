import { describe, expect, it } from 'vitest';
import { advise } from '../../src/grading/advice.ts';
import type { Level } from '../../src/grading/assessment.ts';
import { loadPack } from '../../src/pack/load.ts';

const rubric = (await loadPack()).rubrics.get('revenue-cycle')!;
const criteria = (level: (id: string) => Level) =>
  rubric.criteria.map(({ id, weight }) => ({ id, weight, level: level(id) }));

describe('advice', () => {
  it('is at most two things', () => {
    const { advice } = advise(rubric, {
      criteria: criteria(() => 0),
      flags: rubric.red_flags.map(({ id }) => id),
      copied: null,
    });
    expect(advice).toHaveLength(2);
  });

  it('says the gravest red flag first, with what to say instead', () => {
    const { advice } = advise(rubric, {
      criteria: criteria(() => 0),
      flags: ['surface-only', 'improper-billing'],
      copied: null,
    });
    expect(advice[0]).toEqual({
      about: 'improper-billing',
      text: rubric.red_flags.find(({ id }) => id === 'improper-billing')!.instead,
    });
  });

  it('takes what was hinted at before what was missing, then the heavier', () => {
    const hinted = advise(rubric, {
      criteria: criteria((id) => (id === 'partnered' ? 1 : 0)),
      flags: [],
      copied: null,
    });
    expect(hinted.advice.map(({ about }) => about)).toEqual(['partnered', 'leak-found']);
    expect(hinted.followUp).toBe(rubric.criteria.find(({ id }) => id === 'partnered')!.follow_up);
  });

  it('says first that an example was copied, and still no more than two things', () => {
    const { advice } = advise(rubric, {
      criteria: criteria(() => 0),
      flags: ['surface-only'],
      copied: 'strong',
    });
    expect(advice.map(({ about }) => about)).toEqual(['example', 'surface-only']);
    expect(advice[0]!.text).toContain('"strong"');
  });

  it('is silent when nothing is missing', () => {
    expect(advise(rubric, { criteria: criteria(() => 2), flags: [], copied: null })).toEqual({
      advice: [],
      followUp: null,
    });
  });
});
