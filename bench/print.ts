import { type Agreement, SCORES } from '../src/agreement/agreement.ts';
import type { Detection } from '../src/agreement/detection.ts';
import { STAR_PARTS } from '../src/pack/choices.ts';
import type { Figures, Found } from './measure.ts';

/** Figures as lines of text. */
export function figureLines(name: string, figures: Figures): string[] {
  const { answers, unscored } = figures;
  const lines = [`${name}: ${answers} answers${unscored > 0 ? `, ${unscored} UNSCORED` : ''}`, ''];
  if (unscored === answers) return [...lines, 'Nothing was scored.', ''];
  lines.push(SCORE_HEAD, scoreLine('all', figures.score), scoreLine('60-160 words', figures.matched));
  lines.push(
    ...scoreLines(figures.questions),
    ...scoreLines(figures.writers),
    ...scoreLines(figures.types),
    '',
  );
  lines.push(...confusionLines(figures.score.confusion), '');
  const star = [
    ...STAR_PARTS.map((part) => `${part} ${num(figures.star[part])}`),
    `mean ${num(figures.star.mean)}`,
  ];
  lines.push(`STAR levels, QWK: ${star.join('  ')}`, '');
  if (figures.criteria) lines.push(...foundLines('criteria', figures.criteria), '');
  if (figures.flags) {
    lines.push(...foundLines('red flags, right one named', figures.flags), '');
    const strong = figures.flaggedStrong;
    lines.push(`flags shown on answers rated 4-5: ${strong.length} ${strong.join(' ')}`.trimEnd(), '');
  }
  return lines;
}

const SCORE_HEAD = row('score', ['n', 'QWK', '95 %', 'exact', '±1', 'bias']);

function scoreLines(groups: Record<string, Agreement>): string[] {
  const names = Object.entries(groups);
  // Sixty persons with four answers each say nothing one by one.
  if (names.length < 2 || names.length > 20) return [];
  return ['', ...names.map(([name, figures]) => scoreLine(name, figures))];
}

/** What the baselines reach, under the same heads. */
export function baselineLines(figures: Record<string, Agreement>): string[] {
  const lines = Object.entries(figures).map(([name, one]) => scoreLine(name, one));
  return [SCORE_HEAD.replace('score    ', 'baselines'), ...lines, ''];
}

/** One line of agreement figures under the heads n, QWK, interval, exact, adjacent, bias. */
function scoreLine(name: string, { pairs, qwk, interval, exact, adjacent, bias }: Agreement): string {
  const between = interval ? `${num(interval[0])}-${num(interval[1])}` : '–';
  return row(name, [String(pairs), num(qwk), between, num(exact), num(adjacent), signed(bias)]);
}

function confusionLines(table: number[][]): string[] {
  return [
    row('raters \\ grader', SCORES.map(String)),
    ...table.map((counts, index) =>
      row(
        String(SCORES[index]),
        counts.map((count) => (count === 0 ? '·' : String(count))),
      ),
    ),
  ];
}

function foundLines(what: string, found: Found): string[] {
  const each = Object.entries(found.each).map(([name, one]) => foundLine(`  ${name}`, one));
  return [
    row(what, ['hits', 'false', 'missed', 'prec', 'recall', 'F1'], 46),
    foundLine('all', found.overall),
    ...Object.entries(found.questions).map(([name, one]) => foundLine(name, one)),
    ...each,
  ];
}

function foundLine(name: string, one: Detection): string {
  const counts = [one.hits, one.falseAlarms, one.misses].map(String);
  return row(name, [...counts, num(one.precision), num(one.recall), num(one.f1)], 46);
}

function row(name: string, cells: string[], width = 26): string {
  return name.padEnd(width) + cells.map((cell) => cell.padStart(9)).join('');
}

/** A share or coefficient as people write it: `.82`. */
export function num(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace(/^(-?)0\./, '$1.');
}

function signed(value: number | null): string {
  return value === null ? '–' : `${value < 0 ? '' : '+'}${num(value)}`;
}
