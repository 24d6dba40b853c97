import type { GradeRequest } from '../assessment.ts';
import { isPastedIn, markPasted, repeatedIn } from '../copies.ts';
import { isList, isSalad } from './sense.ts';
import type { Text } from './tokens.ts';
import { knownOf } from './words.ts';

/** By token, what does not count. */
export interface Masks {
  /** Words of the question or the rubric, and sentences said before: not the speaker's, neither good nor bad. */
  foreign: Uint8Array;
  /** Those, and sentences pasted or meant for the rater: they earn nothing, but may be a red flag. */
  empty: Uint8Array;
}

/**
 * What in an answer does not count.
 *
 * @param hashes and runs of its words (copies.ts)
 */
export function masksOf(
  text: Text,
  hashes: Int32Array,
  runs: Int32Array,
  { rubric, question }: GradeRequest,
): Masks {
  const { source, tokens, sentences } = text;
  const foreign = new Uint8Array(tokens.length);
  // Words in no order and bare lists of terms say nothing, whatever words they hold.
  if (isSalad(text) || isList(text)) return { foreign: foreign.fill(1), empty: foreign };
  const empty = new Uint8Array(tokens.length);
  const seen = new Set<number>();
  const repeated = repeatedIn(runs, rubric, question);
  const pasted = repeated === null ? null : markPasted(repeated);
  let word = 0;
  for (const { from, to } of sentences) {
    const first = word;
    let mayBeTold = false;
    for (let t = from; t < to; t++) {
      const token = tokens[t]!;
      if (token.kind === 'mark') continue;
      if (pasted !== null && pasted[word] === 1) {
        foreign[t] = 1;
        empty[t] = 1;
      }
      if (isHint(token.word)) mayBeTold = true;
      word++;
    }
    const same = sameness(hashes, first, word);
    const again = seen.has(same);
    const told = mayBeTold && TO_THE_RATER.test(source) && TO_THE_RATER.test(plainWords(text, from, to));
    // A word to the rater or the rubric's words around it must not hide a red flag: it earns nothing, and stays.
    if (again) foreign.fill(1, from, to);
    if (again || told || (repeated !== null && isPastedIn(repeated, first, word))) empty.fill(1, from, to);
    seen.add(same);
  }
  return { foreign, empty };
}

/** Words meant for whoever marks the answer, not for the panel. */
const TO_THE_RATER =
  /\b(rater|grader|rubric|full marks|top marks|ignore (all |any )?(the |your |previous |prior )?instructions|(give|award|assign|score) (this|it|me|the answer)( answer)? (a |an )?(5|five|full|top|perfect|high|outstanding))\b/i;

/** Where none of these words stands there is nothing of the kind, and most answers have none of them. */
const isHint = knownOf((word) => /rater|grader|rubric|marks|instructions|give|award|assign|score/.test(word));

/** What sentences of the same words share, and others do not: 53 bits, so as not to build and compare texts. */
function sameness(hashes: Int32Array, from: number, to: number): number {
  let one = 0x811c9dc5;
  let other = to - from;
  for (let i = from; i < to; i++) {
    one = Math.imul(one ^ hashes[i]!, 0x01000193);
    other = Math.imul(other ^ hashes[i]!, 0x85ebca6b) ^ (other >>> 13);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}

function plainWords({ tokens }: Text, from: number, to: number): string {
  let words = '';
  for (let t = from; t < to; t++) if (tokens[t]!.kind !== 'mark') words += `${tokens[t]!.text} `;
  return words;
}
