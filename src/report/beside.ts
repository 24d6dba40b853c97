import type { Assessment, Evidence } from '../grading/assessment.ts';
import { STAR_PARTS } from '../pack/choices.ts';
import { oneLine, plainText } from './plain.ts';
import type { Graded } from './report.ts';
import { cut } from './width.ts';
import { LEVEL_WORDS, PART_WORDS } from './wording.ts';

/** Something two graders of one answer do not agree on, with what each says. */
export interface Difference {
  what: string;
  first: string;
  second: string;
}

/** Where two assessments of one answer differ, in words; nothing when either is unscored. */
export function differences(first: Assessment, second: Assessment): Difference[] {
  if (first.score === null || second.score === null) return [];
  const rows = [
    ...STAR_PARTS.map((part) => ({
      what: PART_WORDS[part],
      first: LEVEL_WORDS[first.star[part].level],
      second: LEVEL_WORDS[second.star[part].level],
    })),
    ...first.criteria.map(({ id, met, evidence }) => {
      const other = second.criteria.find((one) => one.id === id);
      return {
        what: inWords(id),
        first: told(met, evidence),
        second: told(other?.met === true, other?.evidence),
      };
    }),
    ...[...new Set([...first.redFlags, ...second.redFlags].map(({ id }) => id))].map((id) => {
      const [one, other] = [first, second].map(({ redFlags }) => redFlags.find((flag) => flag.id === id));
      return {
        what: `red flag ${inWords(id)}`,
        first: told(one !== undefined, one?.evidence),
        second: told(other !== undefined, other?.evidence),
      };
    }),
  ];
  return rows.filter((row) => row.first.split(' “')[0] !== row.second.split(' “')[0]);
}

/** Columns a quote may take beside the other's. */
const QUOTE = 60;

function told(shown: boolean, evidence: Evidence[] = []): string {
  if (!shown) return 'not shown';
  return evidence[0] === undefined ? 'shown' : `shown “${cut(oneLine(evidence[0].quote), QUOTE)}”`;
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
