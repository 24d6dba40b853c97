import type { Assessment, CriterionReading, Evidence } from '../grading/assessment.ts';
import { type CardLayout, LABEL, labelled, nameOf, quotedOver } from './lines.ts';

/** An answer of so many words had every chance to show something. */
const FULL = 40;

/**
 * What landed: each criterion that was met, in the speaker's words.
 *
 * @param rows how many lines a quotation may take
 */
export function landedLines(assessment: Assessment, layout: CardLayout, rows: number): string[] {
  const met = tellingFirst(assessment.criteria).filter((criterion) => criterion.met);
  if (met.length === 0) {
    const beside = assessment.words >= FULL && assessment.redFlags.length === 0;
    const nothing = beside
      ? 'nothing yet of what this question is after. Read it once more.'
      : 'nothing yet that a panel could write down';
    return labelled('Landed', nothing, layout);
  }
  return quotedLines('Landed', met, layout, rows);
}

/**
 * Criteria behind a label in the margin, each in the first words of its evidence that none above it has quoted, as
 * long as there are any.
 *
 * @param rows how many lines a quotation may take
 */
export function quotedLines(
  label: string,
  met: CriterionReading[],
  layout: CardLayout,
  rows: number,
): string[] {
  const column = Math.max(0, ...met.map(({ id }) => nameOf(id).length)) + 2;
  const room = layout.width - LABEL - column;
  const said: Evidence[] = [];
  return met.flatMap(({ id, evidence }, index) => {
    const [fresh] = evidence.flatMap((one) => freshPart(one, said) ?? []);
    if (fresh !== undefined) said.push(fresh);
    const quote = fresh === undefined ? ['in the same words'] : quotedOver(fresh, room, rows);
    return quote.map((line, row) => {
      const margin = index === 0 && row === 0 ? label : '';
      const name = row === 0 ? nameOf(id) : '';
      return layout.palette.good(margin.padEnd(LABEL)) + name.padEnd(column) + line;
    });
  });
}

/** A stretch from where it has been quoted already; null when that leaves no more than a few words. */
function freshPart({ start, end, quote }: Evidence, said: Evidence[]): Evidence | null {
  const from = Math.max(start, ...said.filter((one) => one.start <= start).map((one) => one.end));
  if (from === start) return { start, end, quote };
  const rest = quote.slice(from - start).replace(/^[\s\p{P}]+/u, '');
  return rest.split(/\s+/u).length < 4 ? null : { start: from, end, quote: rest };
}

/**
 * Criteria with the evidence that tells most first. Rubrics list criteria in the order of the story: the first is
 * best shown where it begins, the last where it ends, and any other by what shows nothing else.
 */
export function tellingFirst(criteria: CriterionReading[]): CriterionReading[] {
  const shows = ({ start }: Evidence) =>
    criteria.filter(({ evidence }) => evidence.some((one) => one.start === start)).length;
  return criteria.map((criterion, index) => ({
    ...criterion,
    evidence: criterion.evidence.toSorted((a, b) => {
      if (index === 0) return a.start - b.start;
      if (index === criteria.length - 1) return b.start - a.start;
      return shows(a) - shows(b);
    }),
  }));
}
