import { describe, expect, it } from 'vitest';
import { readClauses } from '../../../src/grading/offline/clauses.ts';
import { findMarks } from '../../../src/grading/offline/marks.ts';
import { readText } from '../../../src/grading/offline/tokens.ts';

function changes(source: string): string[] {
  const text = readText(source);
  const marks = findMarks(text, readClauses(text));
  return marks['measured-change'].map(({ from, to }) =>
    source.slice(text.tokens[from]!.start, text.tokens[to - 1]!.end),
  );
}

describe('a measured change', () => {
  it.each([
    'Denials went from twelve to about three percent.',
    'Delays fell from 19 a month to 4.',
    'It fell by a third.',
    'We cut the waste by half.',
    'Overtime dropped 38%.',
    'The wait was down to six weeks.',
    'We doubled the slots.',
    'It took 4 days instead of 11.',
    'After four months we were at 2.1 percent.',
    'That is worth around $230K a year.',
    'It saved R310,000.',
    'For the kitchen it was sixty fewer trips.',
    'Two months later it was 7 out of 152.',
  ])('%s', (source) => expect(changes(source)).toHaveLength(1));

  it.each([
    'We never cut the waste by half.',
    'I would cut the waste by half.',
    'I went through five years of invoices.',
    'I work from 9 to 5 pm.',
    'I fell ill for three days.',
    'Over two lunch breaks I trained them.',
    'I read it in 2019.',
    'It got better.',
    'The aim was to get below 5 percent.',
    'The policy covers ages 5 to 8.',
  ])('not: %s', (source) => expect(changes(source)).toEqual([]));
});
