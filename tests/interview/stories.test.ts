import { expect, it } from 'vitest';
import { commonWords, repeats } from '../../src/interview/stories.ts';
import { rubric } from './made.ts';

const mri = 'At Lakeside the MRI claims came back unpaid, so I sat with Jonas from billing every Tuesday.';
const again = 'I noticed our Lakeside claims were denied. On Tuesdays Jonas and I went through them.';
const other = 'The discharge lounge at Northgate stood empty, so I walked the ward with Priya.';

it('finds the story that is told twice, by its rare words', () => {
  const found = repeats(
    [mri, other, again].map((text, of) => ({ of, text })),
    new Set(['claim']),
  );
  expect(found.map(({ first, second }) => [first, second])).toEqual([[0, 2]]);
  expect(found[0]?.shared).toContain('Lakeside');
  expect(found[0]?.shared).not.toContain('claims');
});

it('learns from the pack which words are common', () => {
  const example = (answer: string) => ({ name: 'n', answer, expect: { score: 3 } });
  const common = commonWords([{ ...rubric, examples: [example('billing office'), example('billing lead')] }]);
  expect([common.has('bill'), common.has('office')]).toEqual([true, false]);
});
