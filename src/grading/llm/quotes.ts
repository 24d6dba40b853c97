import type { GradeRequest } from '../assessment.ts';
import { isPasted } from '../copies.ts';
import { readText } from '../offline/tokens.ts';
import { type Folded, findWords, fold } from './fold.ts';

/** A stretch of the answer: `[start, end)`, UTF-16 offsets. */
export type Span = [start: number, end: number];

/** Finds quotes in one answer. */
export type QuoteFinder = (quote: string) => Span | null;

/** Punctuation a model puts round a quote; the words between must be the speaker's. */
const AROUND = /^[\s"'.,;:!?…-]+|[\s"'.,;:!?…-]+$/g;

/**
 * Makes a finder of quotes for one answer, as it was sent. A quote is found when its words stand in the answer
 * in a row; case, white space and curly quotes are forgiven. What is lifted from the question or the rubric
 * is not the speaker's, and counts as not found.
 */
export function quoteFinder(answer: string, { question, rubric }: GradeRequest): QuoteFinder {
  const folded = fold(answer);
  const pasted = pastedStretches(answer, { question, rubric });
  return (quote) => {
    const found = locate(quote, folded);
    if (found === null) return null;
    const [start, end] = found;
    return pasted.some(([from, to]) => start >= from && end <= to) ? null : found;
  };
}

function locate(quote: string, folded: Folded): Span | null {
  const words = fold(quote).text.replace(AROUND, '');
  const found = findWords(folded, words);
  if (found === null) return null;
  // One word alone ("the", "we") can be found in any answer and shows nothing, unless it is all there is.
  const single = (words.match(/[\p{L}\p{N}]+/gu) ?? []).length < 2;
  if (single && folded.text.replace(AROUND, '') !== words) return null;
  return [found.start, found.end];
}

function pastedStretches(
  answer: string,
  { question, rubric }: Pick<GradeRequest, 'question' | 'rubric'>,
): Span[] {
  const { tokens, sentences } = readText(answer);
  return sentences.flatMap(({ from, to }): Span[] => {
    const words = tokens.slice(from, to).flatMap((token) => (token.kind === 'mark' ? [] : [token.text]));
    if (!isPasted(words, rubric, question)) return [];
    return [[tokens[from]!.start, tokens[to - 1]!.end]];
  });
}
