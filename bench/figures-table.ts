import type { Agreement } from '../src/agreement/agreement.ts';
import type { Detection } from '../src/agreement/detection.ts';
import type { Figures } from './measure.ts';

/** The written corpus' figures as the Markdown table of docs/grading.md. */
export function figuresTable(figures: Figures): string {
  const rows: [string, string][] = [
    ['score, QWK', scored(figures.score)],
    ['score, answers of 60–160 words, QWK', scored(figures.matched)],
    ['the very same score', share(figures.score.exact)],
    ['at most one point apart', share(figures.score.adjacent)],
    ['mean difference, grader minus raters', signed(figures.score.bias)],
    ['STAR levels, QWK, mean of the four parts', two(figures.star.mean)],
    ['criteria met', found(figures.criteria?.overall)],
    ['red flags, the right one named', found(figures.flags?.overall)],
    ['red flags on answers rated 4 or 5', String(figures.flaggedStrong.length)],
  ];
  return [
    '| measured | figure |',
    '|---|---|',
    ...rows.map(([what, figure]) => `| ${what} | ${figure} |`),
  ].join('\n');
}

const two = (value: number | null) => (value === null ? '–' : value.toFixed(2).replace(/^0/, ''));
const share = (value: number | null) => (value === null ? '–' : `${Math.round(value * 100)} %`);
const signed = (value: number | null) =>
  value === null ? '–' : `${value < 0 ? '−' : '+'}${two(Math.abs(value))}`;

function scored({ qwk, interval }: Agreement): string {
  return interval === null ? two(qwk) : `${two(qwk)} (${two(interval[0])}–${two(interval[1])})`;
}

function found(detection: Detection | undefined): string {
  if (detection === undefined) return '–';
  const { f1, precision, recall } = detection;
  return `F1 ${two(f1)} (precision ${two(precision)}, recall ${two(recall)})`;
}
