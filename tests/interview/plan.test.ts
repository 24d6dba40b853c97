import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { askedBy, choose } from '../../src/interview/plan.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { question, rubric } from './made.ts';

const ids = ['revenue-cycle', 'compliance', 'learning-agility'];
const pack: Pack = {
  dir: 'made',
  questions: ids.map(question),
  rubrics: new Map([...ids, 'star'].map((id) => [id, { ...rubric, question: id }])),
};
const names = (asked: ReturnType<typeof choose>) => asked.map((one) => one.question?.id ?? one.prompt);

describe('choose', () => {
  it('takes all in the order of the pack, or those named in the order named', () => {
    expect(names(choose(pack, { ids: [] }))).toEqual(ids);
    expect(names(choose(pack, { ids: ['compliance', 'revenue-cycle'] }))).toEqual([
      'compliance',
      'revenue-cycle',
    ]);
  });

  it('judges a question of one’s own by the general rubric, and asks it alone unless others are named', () => {
    const asked = choose(pack, { ids: [], own: ['Why us?'] });
    expect(names(asked)).toEqual(['Why us?']);
    expect(asked[0]?.rubric.question).toBe('star');
    expect(names(choose(pack, { ids: ['compliance'], own: ['Why us?'] }))).toEqual(['Why us?', 'compliance']);
  });

  it('counts, times and shuffles', () => {
    expect(names(choose(pack, { ids: [], count: 2 }))).toEqual(ids.slice(0, 2));
    expect(choose(pack, { ids: [], seconds: 90 }).map(({ seconds }) => seconds)).toEqual([90, 90, 90]);
    const shuffled = names(choose(pack, { ids: [], random: () => 0 }));
    expect(shuffled).not.toEqual(ids);
    expect(shuffled.toSorted()).toEqual(ids.toSorted());
  });

  it('refuses a question the pack does not have, naming the nearest', () => {
    expect(() => choose(pack, { ids: ['complience'] })).toThrow(UsageError);
    expect(() => choose(pack, { ids: ['complience'] })).toThrow(/"compliance"/);
    expect(() => choose(pack, { ids: ['__proto__'] })).toThrow(UsageError);
  });

  it('finds again what a journal names', () => {
    expect(askedBy(pack, { question: null, prompt: 'Why us?' }).prompt).toBe('Why us?');
    expect(askedBy(pack, { question: 'compliance', prompt: '' }).question?.id).toBe('compliance');
  });
});

describe('the closing round', () => {
  const closing: Pack = {
    ...pack,
    rubrics: new Map([...pack.rubrics, ['closing', { ...rubric, question: 'closing' }]]),
  };

  it('comes last, where no question is named and none is left out', () => {
    expect(choose(closing, { ids: [], closing: true }).at(-1)).toMatchObject({
      id: 'closing',
      question: null,
    });
    expect(choose(closing, { ids: [], closing: true, count: 2 }).map(({ id }) => id)).toEqual(
      ids.slice(0, 2),
    );
    expect(choose(closing, { ids: [] }).map(({ id }) => id)).toEqual(ids);
  });

  it('can be asked for alone, in a pack that has it', () => {
    expect(choose(closing, { ids: ['closing'] }).map(({ id }) => id)).toEqual(['closing']);
    expect(() => choose(pack, { ids: ['closing'] })).toThrow(UsageError);
  });
});
