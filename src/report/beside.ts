import type { Assessment, Evidence } from '../grading/assessment.ts';
import { STAR_PARTS } from '../pack/choices.ts';
import { oneLine, plainText } from './plain.ts';
import type { Graded } from './report.ts';
import { cut } from './width.ts';
import { LEVEL_WORDS, PART_WORDS } from './wording.ts';

/** Something two graders of one answer do not agree on. */
export interface Difference {
  what: string;
  /** What each says of it, in a word or two. */
  first: string;
  second: string;
  /** Which of the two finds more. */
  by: 'first' | 'second';
  /** The words that one points to; '' when there are none to show. */
  quote: string;
}

/** Columns a quote may take. */
const QUOTE = 60;

/** Where two assessments of one answer differ, in words; nothing when either is unscored. */
export function differences(first: Assessment, second: Assessment): Difference[] {
  if (first.score === null || second.score === null) return [];
  const flags = [...new Set([...first.redFlags, ...second.redFlags].map(({ id }) => id))];
  return [
    ...STAR_PARTS.map((part) => {
      const [one, other] = [first.star[part], second.star[part]];
      const by = one.level > other.level ? ('first' as const) : ('second' as const);
      const words = { first: LEVEL_WORDS[one.level], second: LEVEL_WORDS[other.level] };
      return { what: PART_WORDS[part], ...words, by, quote: quoteOf(by === 'first' ? one : other) };
    }),
    ...first.criteria.map(({ id, met, evidence }) => {
      const other = second.criteria.find((one) => one.id === id);
      return shown(inWords(id), met ? { evidence } : undefined, other?.met === true ? other : undefined);
    }),
    ...flags.map((id) => {
      const [one, other] = [first, second].map(({ redFlags }) => redFlags.find((flag) => flag.id === id));
      return shown(`red flag ${inWords(id)}`, one, other);
    }),
  ].filter((row) => row.first !== row.second);
}

type Found = { evidence: Evidence[] } | undefined;

function shown(what: string, first: Found, second: Found): Difference {
  const word = (found: Found) => (found === undefined ? 'not shown' : 'shown');
  const by = first === undefined ? 'second' : 'first';
  return { what, first: word(first), second: word(second), by, quote: quoteOf(first ?? second) };
}

function quoteOf(found: Found): string {
  const quote = found?.evidence[0]?.quote;
  return quote === undefined ? '' : cut(oneLine(quote), QUOTE);
}

/** An id as words: "measured-result" is "measured result". */
function inWords(id: string): string {
  return plainText(id).replaceAll('-', ' ');
}

/** Who graded: `offline`, or `llm` and the model. */
export function graderInWords({ grader: { name, model, samples } }: Assessment): string {
  const readings =
    samples === undefined ? '' : `, ${samples.count} readings from ${samples.exact.join(' to ')}`;
  return model === null ? name : `${name} (${model}${readings})`;
}

/** The two graders' results apart, for formats that have no room for both at once. */
export function apart(graded: Graded): Graded[] {
  const { beside, ...first } = graded;
  return beside === undefined ? [graded] : [first, { ...first, assessment: beside }];
}
