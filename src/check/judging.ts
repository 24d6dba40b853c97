import type { Rubric } from '../pack/schema.ts';
import { type Finding, finding } from './finding.ts';
import { type Path, type Source, spanOf } from './source.ts';

/**
 * Words that judge without saying what is seen. Two raters agree on "names one person who had to agree",
 * not on "good communication".
 */
const JUDGING = wordSet(`
  good great excellent outstanding strong solid effective impressive nice poor weak bad average adequate
  appropriate suitable proper clear better best well very really highly superb fine high low satisfactory
  acceptable competent positive negative convincing persuasive professional`);

/** What is so judged: general names for what a person is or has. */
const GENERAL = wordSet(`
  communication communicator communicates communicate communicated leadership leader leads teamwork team player
  skill skills ability abilities attitude answer answers response responses example examples understanding
  understands knowledge knowledgeable professionalism judgement judgment quality qualities competence competencies
  thinking thinker approach person candidate listener listening interpersonal people experience motivation
  presentation management manager awareness values work worker job performance level
  shows show demonstrates demonstrate has have displays display gives give is are was can overall general`);

const FILLING = wordSet('a an the and or of in at with to for their own its as by on about this that');

/** Criteria, flags and anchors that consist of judgement alone. */
export function judgingFindings(source: Source, rubric: Rubric): Finding[] {
  const texts: { text: string; path: Path }[] = [
    ...rubric.criteria.map(({ statement }, i) => ({ text: statement, path: ['criteria', i, 'statement'] })),
    ...rubric.red_flags.map(({ statement }, i) => ({ text: statement, path: ['red_flags', i, 'statement'] })),
    ...Object.entries(rubric.anchors).map(([score, text]) => ({ text, path: ['anchors', score] })),
  ];
  return texts
    .filter(({ text }) => onlyJudges(text))
    .map(({ text, path }) => finding('judging-words', source, spanOf(source, path), { text }));
}

function onlyJudges(text: string): boolean {
  const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !FILLING.has(word));
  return (
    words.some((word) => JUDGING.has(word) || GENERAL.has(word)) &&
    words.every((word) => JUDGING.has(word) || GENERAL.has(word))
  );
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
