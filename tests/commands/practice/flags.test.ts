import { describe, expect, it } from 'vitest';
import { duration, flagsOf } from '../../../src/commands/practice/flags.ts';
import { UsageError } from '../../../src/errors.ts';

describe('duration', () => {
  it.each([
    ['3m', 180],
    ['90s', 90],
    ['2m30s', 150],
    ['1.5m', 90],
    ['4', 240],
  ])('%s', (text, seconds) => {
    expect(duration(text)).toBe(seconds);
  });

  it.each(['', '0', '3h', 'm', '-3m', '61m', '3 m', 'soon'])('refuses %j', (text) => {
    expect(() => duration(text)).toThrow(UsageError);
  });
});

describe('flags', () => {
  it('allow more follow-ups in practice than in a mock interview', () => {
    expect([
      flagsOf({}).followUps,
      flagsOf({ mock: true }).followUps,
      flagsOf({ followUps: '0' }).followUps,
    ]).toEqual([3, 1, 0]);
  });

  it.each([{ count: '0' }, { count: 'x' }, { count: '1.5' }, { followUps: '-1' }, { ask: ' ' }])(
    'refuse %j',
    (options) => {
      expect(() => flagsOf(options)).toThrow(UsageError);
    },
  );
});
