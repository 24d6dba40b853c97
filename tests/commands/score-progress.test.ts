import { expect, test } from 'vitest';
import { progressLine } from '../../src/commands/score-progress.ts';

test('rate and time left', () => {
  expect(progressLine(12_000, 4000, 0.25)).toBe(
    '[#####---------------] 25%  12,000 answers, 3,000 a second, 12 s left',
  );
  expect(progressLine(12_000, 4000, null)).toBe('12,000 answers, 3,000 a second');
  expect(progressLine(50_000_000, 9e7, 0.001).length).toBeLessThan(80);
  expect(progressLine(10, 1000, 1.2)).toContain('100%');
});
