import type { Assessment, Evidence } from '../grading/assessment.ts';
import { type Markup, markup } from './escape.ts';

interface Span {
  start: number;
  end: number;
  kind: 'shown' | 'flag' | 'star';
  /** Stands before the stretch: a criterion's number, a part's letter, or ! for a red flag. */
  sign: string;
}

/** The answer with its evidence marked; stretches may overlap, so it is cut at every start and end. */
export function markedAnswer(answer: string, assessment: Assessment): Markup {
  const spans = spansOf(assessment);
  const cuts = new Set([0, answer.length]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces: Markup[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]!;
    const to = edges[i + 1]!;
    const here = spans.filter(({ start, end }) => start <= from && end >= to);
    const text = answer.slice(from, to);
    if (here.length === 0) {
      pieces.push(markup`${text}`);
      continue;
    }
    const signs = [...new Set(here.filter(({ start }) => start === from).map(({ sign }) => sign))];
    const kinds = [...new Set(here.map(({ kind }) => kind))].join(' ');
    const sign = signs.length === 0 ? null : markup`<sup>${signs.join(' ')}</sup>`;
    pieces.push(markup`<mark class="${kinds}">${sign}${text}</mark>`);
  }
  return markup`${pieces}`;
}

function spansOf({ criteria, redFlags, star }: Assessment): Span[] {
  const spans: Span[] = [];
  const add = (kind: Span['kind'], sign: string, evidence: Evidence[]) => {
    for (const { start, end } of evidence) if (end > start) spans.push({ start, end, kind, sign });
  };
  for (const { evidence } of redFlags) add('flag', '!', evidence);
  criteria.forEach(({ met, evidence }, index) => {
    if (met) add('shown', String(index + 1), evidence);
  });
  for (const [part, { level, evidence }] of Object.entries(star)) {
    if (level > 0) add('star', part[0]!.toUpperCase(), evidence);
  }
  return spans;
}
