import { expect, it } from 'vitest';
import { compare } from '../../src/interview/compare.ts';
import { assessment } from './made.ts';

it('tells what was gained, lost, kept and still missing', () => {
  const flag = (id: string) => ({ id, severity: 'minor' as const, evidence: [] });
  const before = assessment({ score: 2, met: { 'problem-framed': 'an' }, redFlags: [flag('x'), flag('y')] });
  const after = assessment({
    score: 4,
    met: { 'own-steps': 'an' },
    redFlags: [flag('y'), flag('z')],
    star: 1,
  });
  const change = compare(before, after);
  expect(change.criteria.map(({ moved }) => moved)).toEqual(['lost', 'gained', 'missing']);
  expect(change.redFlags).toEqual([
    { id: 'x', moved: 'lost' },
    { id: 'y', moved: 'kept' },
    { id: 'z', moved: 'gained' },
  ]);
  expect(change.star[0]).toEqual({ part: 'situation', before: 0, after: 1 });
  expect(change.exact).toEqual({ before: 2, after: 4 });
});
