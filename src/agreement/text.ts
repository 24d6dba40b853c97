import { type Agreement, SCORES } from './agreement.ts';
import { type CriterionAgreement, ENOUGH_PAIRS, FEWEST_PAIRS, type MarksAgreement } from './marks.ts';

/** Where the grader and a person differ on an answer. Texts must be safe to print. */
export interface Difference {
  id: string;
  question: string;
  mark: number;
  score: number;
  /** The grader's score before rounding; settles which of two like differences is the larger. */
  exact: number;
  /** How the answer begins. */
  opening: string;
}

/** At most this many differences are listed. */
const LISTED = 20;

/** Why nothing, or little, can be said from this many pairs; null when there are enough. */
export function tooFew(pairs: number): string | null {
  const counted = pairs === 1 ? '1 answer has' : `${pairs} answers have`;
  if (pairs < FEWEST_PAIRS) {
    return `${counted} both your mark and a score; nothing can be said from fewer than ${FEWEST_PAIRS}`;
  }
  if (pairs >= ENOUGH_PAIRS) return null;
  return `${counted} both your mark and a score; with fewer than ${ENOUGH_PAIRS} take the figures as a first hint, and mind the interval`;
}

/** The figures as lines of text, for at least {@link FEWEST_PAIRS} pairs. */
export function agreementLines(figures: MarksAgreement): string[] {
  const questions = Object.entries(figures.questions);
  const criteria = Object.entries(figures.criteria);
  const width =
    2 + Math.max(...[...questions, ...criteria, ['all answers']].map(([name]) => name?.length ?? 0));
  const heads = ['answers', 'QWK', '95 % interval', 'same', 'within 1', 'bias'];
  const scoreRow = (name: string, one: Agreement) =>
    row(name, width, heads, [
      String(one.pairs),
      share(one.qwk),
      one.interval ? one.interval.map(share).join(' to ') : '–',
      percent(one.exact),
      percent(one.adjacent),
      signed(one.bias),
    ]);
  return [
    row('', width, heads, heads),
    scoreRow('all answers', figures),
    ...questions.map(([id, one]) => scoreRow(id, one)),
    '',
    'QWK, quadratic weighted kappa: 1 is the same mark every time, 0 no better than chance.',
    'Bias: how much higher (+) or lower (-) than you the grader marks, on average.',
    ...(questions.every(([, { qwk }]) => qwk !== null)
      ? []
      : [`–: cannot be said, from fewer than ${FEWEST_PAIRS} answers or where all have one mark.`]),
    ...confusionLines(figures.confusion),
    ...criteriaLines(criteria, width),
  ];
}

function confusionLines(table: number[][]): string[] {
  const cells = (values: (number | string)[]) => values.map((value) => String(value).padStart(6)).join('');
  return [
    '',
    `your mark   the grader's score`,
    `         ${cells([...SCORES])}`,
    ...table.map(
      (counts, place) => `${String(SCORES[place]).padEnd(9)}${cells(counts.map((n) => n || '.'))}`,
    ),
  ];
}

function criteriaLines(criteria: [string, CriterionAgreement][], width: number): string[] {
  if (criteria.length === 0) return [];
  const heads = ['answers', 'kappa', 'same', 'both', 'only you', 'only the grader'];
  return [
    '',
    row('criteria met', width, heads, heads),
    ...criteria.map(([id, one]) =>
      row(id, width, heads, [
        String(one.pairs),
        share(one.kappa),
        percent(one.exact),
        String(one.both),
        String(one.personOnly),
        String(one.graderOnly),
      ]),
    ),
  ];
}

/** The answers the two differ on, the largest difference first, and of equal ones the one surest to differ. */
export function differenceLines(all: readonly Difference[]): string[] {
  const apart = ({ mark, score }: Difference) => Math.abs(score - mark);
  const surely = ({ mark, exact }: Difference) => Math.abs(exact - mark);
  const differing = all
    .filter((one) => apart(one) > 0)
    .sort((a, b) => apart(b) - apart(a) || surely(b) - surely(a));
  if (differing.length === 0) return ['', 'You and the grader gave every answer the same mark.'];
  const left = differing.length - LISTED;
  return [
    '',
    'Largest differences first',
    ...differing
      .slice(0, LISTED)
      .flatMap(({ id, question, mark, score, exact, opening }) => [
        `  you ${mark}, grader ${score} (${exact.toFixed(2)})  ${question}  ${id}`,
        `    ${opening}`,
      ]),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}

/** A column is as wide as its head, six characters at least, and two spaces apart. */
function row(name: string, width: number, heads: string[], cells: string[]): string {
  const padded = cells.map((cell, at) => cell.padStart(2 + Math.max(6, heads[at]?.length ?? 0)));
  return name.padEnd(width) + padded.join('');
}

/** `.71` for 0.71, as coefficients are written. */
function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace(/^(-?)0\./, '$1.');
}

function percent(value: number | null): string {
  return value === null ? '–' : `${Math.round(value * 100)} %`;
}

/** With its sign; what rounds to nothing has none. */
function signed(value: number | null): string {
  if (value === null) return '–';
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '.00' : `${rounded > 0 ? '+' : ''}${share(rounded)}`;
}
