import type { Assessment } from '../grading/assessment.ts';
import { differences, graderInWords } from './beside.ts';
import { type CardLayout, wrap } from './lines.ts';
import { plainText } from './plain.ts';
import { scoreInWords } from './wording.ts';

/** What a second opinion comes to, below the scorecard of the first; nothing where there is none. */
export function besideLines(beside: Assessment | null | undefined, { width }: CardLayout): string[] {
  if (beside == null) return [];
  const told = beside.reason === null ? scoreInWords(beside) : `unscored, ${beside.reason.message}`;
  return ['', ...wrap(plainText(`${secondInWords(beside)}: ${told}`), width)];
}

/** Where a second opinion, shown just above, differs from the first. */
export function differenceLines(first: Assessment, second: Assessment, { width }: CardLayout): string[] {
  const found = differences(first, second);
  if (found.length === 0) return ['Both say the same of every part.'];
  return found.flatMap((one) => {
    const said = (by: 'first' | 'second') =>
      one.by === by && one.quote !== '' ? `${one[by]} “${one.quote}”` : one[by];
    return wrap(
      plainText(`${one.what}: ${said('second')} here, ${said('first')} in the first reading`),
      width,
    );
  });
}

/** Whose second opinion it is. */
export function secondInWords(beside: Assessment): string {
  return plainText(`Second opinion, ${graderInWords(beside)}`);
}
