import { expect, test } from 'vitest';
import { nearSign } from '../../src/check/near.ts';
import { parsePack } from '../../src/pack/load.ts';
import type { Sign } from '../../src/pack/schema.ts';

const { questions, rubrics } = await parsePack('src/init/pack');
const question = questions.find(({ id }) => id === 'pattern-noticed')!;
const rubric = rubrics.get('pattern-noticed')!;

const near = (answer: string, ...signs: Sign[]) => {
  const [first, ...others] = rubric.criteria;
  const changed = { ...rubric, criteria: [{ ...first!, signs }, ...others] };
  return nearSign(question, changed, first!.id, answer);
};

test('words that are there, but denied or planned', () => {
  const answer = 'It was a long year. We never compared the mark books at all.';
  expect(near(answer, 'bought + bus', 'compared + mark books')).toEqual({
    why: 'reading',
    path: ['criteria', 0, 'signs', 1],
  });
});

test('words that are there, but somebody else does it', () => {
  const answer = 'In May the caretaker compared two mark books in the hall.';
  expect(near(answer, { find: 'compared + mark books', by: 'me' })).toMatchObject({ why: 'reading' });
});

test('parts in different sentences', () => {
  const answer = 'In May I compared two lists. The mark books were in the hall.';
  expect(near(answer, 'compared + mark books')).toMatchObject({ why: 'apart' });
});

test('nothing of the sort', () => {
  expect(near('In May I compared two lists.', 'compared + mark books')).toBeNull();
});
