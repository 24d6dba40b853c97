import { expect, test } from 'vitest';
import { progressLine } from '../../src/commands/score-progress.ts';

test('rate and time left', () => {
  expect(progressLine(12_000, 4000, 0.25, 80)).toBe(
    '[#####---------------] 25%  12,000 answers, 3,000 a second, 12 s left',
  );
  expect(progressLine(12_000, 4000, null, 80)).toBe('12,000 answers, 3,000 a second');
  expect(progressLine(50_000_000, 9e7, 0.001, 80)).toMatch(/^\[-{20}\] {2}0% .* min left$/);
  expect(progressLine(10, 1000, 1.2, 80)).toContain('100%');
});

test.each([50, 30, 16, 4, 2])('stays on one line of %i columns, whatever it has to leave out', (columns) => {
  for (const share of [null, 0.005, 0.25, 1]) {
    expect(progressLine(1_000_000, 400_000, share, columns).length).toBeLessThan(columns);
  }
  expect(progressLine(12_000, 4000, 0.25, 50)).toBe(' 25%  12,000 answers, 3,000 a second, 12 s left');
});
