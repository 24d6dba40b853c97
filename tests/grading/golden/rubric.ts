import type { Question, Rubric, Sign } from '../../../src/pack/schema.ts';
import { question } from '../../interview/made.ts';

const criterion = (id: string, weight: number, ...signs: Sign[]) => ({
  id,
  weight,
  signs,
  statement: `Shows ${id} in so many words as a panel would put it`,
  tip: `Say more of ${id}.`,
  follow_up: `What of ${id}?`,
});

const flag = (
  id: string,
  severity: 'minor' | 'major' | 'severe',
  unless_met: string[],
  ...signs: Sign[]
) => ({
  id,
  severity,
  signs,
  unless_met,
  statement: `Has ${id}`,
  instead: `Instead of ${id}, say why.`,
  follow_up: `Why ${id}?`,
});

/** A question of each way of reading: what was done; what would be done; anything at all. */
export const QUESTIONS: (Question | null)[] = [
  {
    ...question('done'),
    kind: 'experience',
    prompt: 'Tell us how you found a fault and what you did about it at work.',
  },
  {
    ...question('planned'),
    kind: 'situational',
    prompt: 'What would you do if a colleague made the same mistake twice?',
  },
  null,
];

/** Every feature of the grammar of signs, in a rubric that stands for no question of ours. */
export function rubricFor(asked: Question | null): Rubric {
  return {
    question: asked?.id ?? 'star',
    version: 3,
    anchors: {
      1: 'Nothing.',
      2: 'A claim without a case.',
      3: 'A case.',
      4: 'A case with what came of it.',
      5: 'All of it, and what was learnt.',
    },
    star: {
      situation: { weight: 1, looks_like: 'where and when it was' },
      task: { weight: 0.5, looks_like: 'what had to be done' },
      action: { weight: 2, looks_like: 'what the speaker did' },
      result: { weight: 1.5, looks_like: 'what came of it, with a figure' },
    },
    words: {
      papers: ['form | chart | claim | list', 'sticky note', 'work order'],
      people: ['<papers> clerk', 'biller', 'manager | nurse | partner'],
      silent: ['nobody asked | never asked', 'no one .. told', 'told'],
      looked: ['counted | logged | sampled', 'looked .. at | looked through', 'asked why'],
    },
    ...(asked?.id === 'done'
      ? { topic: ['<papers>', 'bill* | coding | insurance | desk', 'schedule | clinic'] }
      : {}),
    criteria: [
      criterion(
        'looked',
        3,
        { find: '<looked> + <papers> | data | # | year', by: 'us' },
        'dug into + cause | reason',
      ),
      criterion(
        'people',
        2,
        { find: 'sat .. with | met with | asked + <people>', by: 'me' },
        { find: 'told | showed + <people>', weak: true },
      ),
      criterion('change', 2.5, '<measured-change>', { find: 'so much as a saving', as: 'said' }),
      criterion('money', 1, '<money> | <percent>', {
        find: 'cost',
        unless: ['at any cost | no cost', '<people>'],
      }),
      criterion(
        'never',
        0.5,
        'never asked | nobody asked',
        'nobody asked + why',
        '<silent> + chart | report',
        {
          find: 'not + measure | count',
          as: 'anything',
        },
      ),
      criterion(
        'plan',
        1,
        { find: 'ask + first', as: 'plan' },
        { find: 'would | could', as: 'said', weak: true },
      ),
      criterion('IT', 1, 'IT', 'log*', '<name> + <my-deed>', '<duration> + <deed>'),
    ],
    red_flags: [
      flag('blame', 'major', ['people'], 'fault', { find: 'never listened | do not listen', as: 'anything' }),
      flag('tired', 'minor', [], { find: 'tired | worn out', by: 'me' }, { find: 'nights', weak: true }),
      flag('hidden', 'severe', [], 'kept .. out of | ignored', 'everybody does it'),
    ],
    examples: [
      { name: 'short', answer: 'We fixed it.', expect: { score: 1 } },
      {
        name: 'long',
        answer:
          'In the spring of that year I ran the front desk of a small clinic and counted every form that came back, which nobody had done.',
        expect: { score: [2, 4] },
      },
    ],
  };
}
