const MOST = 6;

const SPELT =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|a third|a quarter';
const CALENDAR = 'days?|weeks?|months?|years?';
const UNIT = `${CALENDAR}|per ?cent|percent|hours?|minutes?|patients?|claims?|beds?|people|points?|dollars|pounds`;
/** Words in -s that stand behind a number without being what is counted. */
const NOT_COUNTED = 'is|was|as|has|this|its|us|does|plus|versus|minus';
const SIZE = '(?:k|m|bn|million|thousand)\\b';

const AMOUNT = new RegExp(
  [
    `[$£€]\\s?\\d[\\d.,]*\\d?(?:\\s?${SIZE})?`,
    `\\b\\d[\\d.,]*(?:%|\\s(?:${UNIT})\\b|\\s?${SIZE}(?:\\s(?:pounds|dollars)\\b)?)`,
    '\\b\\d[\\d.,]*\\s(?:out of|of the|of|an?)\\s\\w+',
    `\\b(?!(?:19|20)\\d\\d\\b)\\d[\\d.,]*\\s(?!(?:${NOT_COUNTED})\\b)[a-z]{2,}s\\b`,
    `\\b(?:${SPELT})(?:-\\w+)?\\s(?:${UNIT})\\b`,
    '\\bby (?:half|a third|a quarter|two thirds|three quarters)\\b',
  ].join('|'),
  'giu',
);

/**
 * Amounts with the word that says of what: `12%`, `$40,000`, `six pumps`. Where there are more than can be kept
 * in one's head, stretches of the calendar go first.
 */
export function numbersIn(text: string): string[] {
  const found = [...text.matchAll(AMOUNT)].map(([number]) =>
    number.replace(/[.,]$/u, '').replace(/\s+/gu, ' '),
  );
  const all = [...new Set(found)];
  if (all.length <= MOST) return all;
  const calendar = new RegExp(`\\s(?:${CALENDAR})$`, 'iu');
  const kept = new Set(
    all.toSorted((a, b) => Number(calendar.test(a)) - Number(calendar.test(b))).slice(0, MOST),
  );
  return all.filter((number) => kept.has(number));
}
