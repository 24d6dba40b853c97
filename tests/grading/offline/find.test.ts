import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../../src/grading/offline/grader.ts';
import type { Rubric, Sign } from '../../../src/pack/schema.ts';
import { rubric as base } from '../../interview/made.ts';

/** Is the sign found in the answer, by itself? */
function finds(sign: Sign, answer: string, words: Record<string, string[]> = {}): boolean {
  const [criterion] = base.criteria;
  const rubric: Rubric = {
    ...base,
    words,
    criteria: [{ ...criterion!, id: 'only', signs: [sign] }],
    red_flags: [],
    examples: [],
  };
  return gradeOffline({ question: null, rubric, answer }).criteria[0]!.met;
}

describe('a sign is found', () => {
  it.each<[Sign, string, boolean]>([
    ['claim + deny', 'The claims were denied.', true],
    ['claim + deny', 'The claims came back. They were denied.', false],
    ['deny', 'We have never denied a claim.', false],
    ['deny', 'We did not fail to deny it.', true],
    ['never measured', 'We never measured it.', true],
    ['deny', 'They would deny it.', false],
    [{ find: 'deny', as: 'plan' }, 'They would deny it.', true],
    [{ find: 'deny', as: 'anything' }, 'They never deny it.', true],
    [{ find: 'call', by: 'me' }, 'I called the payer.', true],
    [{ find: 'call', by: 'me' }, 'The biller called the payer.', false],
    [{ find: 'train', by: 'me' }, 'I was trained on it.', false],
    [{ find: 'deny', unless: ['rarely'] }, 'Claims were denied, rarely.', false],
    ['met .. with', 'I met twice a week with them.', true],
    ['met .. with', 'I met her and one two three four five six with them.', false],
    ['# + deny', 'Forty were denied.', true],
    ['credential*', 'Credentialling took months.', true],
    ['IT', 'I fixed it.', false],
    ['IT', 'I went to IT.', true],
    [{ find: 'deny', weak: true }, 'It was denied.', false],
    [{ find: 'deny', weak: true }, 'It was denied. The next was denied too.', true],
    ['<quiet>', 'Nobody asked us.', true],
    ['<quiet>', 'They never asked us.', false],
    ['<quiet>', 'They asked us.', true],
    ['<percent>', 'We cut it by 30%\n\nNobody had asked.', true],
    ['<percent>', 'We had 5\n\nPoints were raised.', false],
    ['<duration>', 'We counted 5\n\nDays went by.', false],
    ['<thing> + deny', 'The refund was denied.', true],
  ])('%j in "%s": %s', (sign, answer, expected) => {
    expect(finds(sign, answer, { thing: ['refund | rebate'], quiet: ['nobody asked | asked'] })).toBe(
      expected,
    );
  });

  it('with each term at a place of its own', () => {
    expect(finds('number of | count + number of', 'The number of beds.')).toBe(false);
  });
});
