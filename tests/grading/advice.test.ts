import { describe, expect, it } from 'vitest';
import { advise } from '../../src/grading/advice.ts';
import type { Level } from '../../src/grading/assessment.ts';
import { rubric } from '../interview/made.ts';

/** Levels of the made rubric's criteria, in its order, with weights 1, 2, 3. */
const criteria = (...levels: Level[]) =>
  rubric.criteria.map(({ id }, i) => ({ id, weight: i + 1, level: levels[i]! }));
const about = (shown: Parameters<typeof advise>[1]) => advise(rubric, shown).advice.map((one) => one.about);

describe('advice', () => {
  it('is at most two things, the gravest red flags first, with what to say instead', () => {
    const flags = ['minor-flag', 'major-flag', 'severe-flag'];
    expect(advise(rubric, { criteria: criteria(0, 0, 0), flags, copied: null }).advice).toEqual([
      { about: 'severe-flag', text: 'Instead of severe.' },
      { about: 'major-flag', text: 'Instead of major.' },
    ]);
    expect(about({ criteria: criteria(0, 2, 2), flags: ['minor-flag', 'major-flag'], copied: null })).toEqual(
      ['major-flag', 'minor-flag'],
    );
    expect(about({ criteria: criteria(0, 2, 2), flags: ['minor-flag'], copied: null })).toEqual([
      'minor-flag',
      'problem-framed',
    ]);
  });

  it('takes what was hinted at before what was missing, then the heavier', () => {
    const hinted = advise(rubric, { criteria: criteria(1, 0, 0), flags: [], copied: null });
    expect(hinted).toEqual({
      advice: [
        { about: 'problem-framed', text: 'Tip for problem-framed.' },
        { about: 'measured-result', text: 'Tip for measured-result.' },
      ],
      followUp: 'What about problem-framed?',
    });
    expect(about({ criteria: criteria(1, 1, 0), flags: [], copied: null })).toEqual([
      'own-steps',
      'problem-framed',
    ]);
  });

  it('asks after what was missing, else after the flag', () => {
    const flags = ['minor-flag'];
    expect(advise(rubric, { criteria: criteria(2, 0, 2), flags, copied: null }).followUp).toBe(
      'What about own-steps?',
    );
    expect(advise(rubric, { criteria: criteria(2, 2, 2), flags, copied: null }).followUp).toBe('Why minor?');
  });

  it('says first that an example was copied, and still no more than two things', () => {
    const { advice } = advise(rubric, {
      criteria: criteria(0, 0, 0),
      flags: ['major-flag'],
      copied: 'strong',
    });
    expect(advice).toEqual([
      {
        about: 'example',
        text: 'This is the example "strong" of the rubric, nearly word for word. Tell a case of your own.',
      },
      { about: 'major-flag', text: 'Instead of major.' },
    ]);
  });

  it('is silent when nothing is missing', () => {
    expect(advise(rubric, { criteria: criteria(2, 2, 2), flags: [], copied: null })).toEqual({
      advice: [],
      followUp: null,
    });
  });
});
