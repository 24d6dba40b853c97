import type { Question, Rubric } from '../pack/schema.ts';
import { readText, type Text } from './offline/tokens.ts';
import { hashOf } from './offline/words.ts';

/** Words in a row that count as copied. */
const RUN = 4;
/** A sentence with this share of its runs in the question or the rubric is theirs, not the speaker's. */
const SENTENCE_SHARE = 0.6;
/** So many runs one after the other (five words) are no chance, inside a sentence of the speaker's own too. */
const STRETCH = 2;
/** An answer with this share of its runs in one example is that example. */
const ANSWER_SHARE = 0.35;
/** An answer with fewer runs is too short to be called a copy. */
const FEW_RUNS = 8;

/** The words of a text, as compared for copying: taken apart as an answer is, each as its hash. */
export function wordHashes({ tokens }: Text): Int32Array {
  const hashes = new Int32Array(tokens.length);
  let count = 0;
  for (const { kind, word } of tokens) if (kind !== 'mark') hashes[count++] = word.hash;
  return hashes.subarray(0, count);
}

/** One number for each run of words, by its first word, so that runs are compared without building strings. */
export function runsOf(hashes: Int32Array): Int32Array {
  const runs = new Int32Array(Math.max(0, hashes.length - RUN + 1));
  for (let i = 0; i < runs.length; i++) {
    let run = 0x811c9dc5;
    for (let k = i; k < i + RUN; k++) run = Math.imul(run ^ hashes[k]!, 0x01000193) ^ (run >>> 15);
    runs[i] = run;
  }
  return runs;
}

const runsIn = (text: string): Int32Array => runsOf(wordHashes(readText(text)));

/** What is known of a rubric's texts; arrays of numbers, so that the build can write it down. */
export interface Runs {
  /** Runs of the prompt, statements, anchors and advice, in order. */
  texts: Int32Array;
  /** Runs of the examples, in order, and for each the number of the example that has it. */
  examples: Int32Array;
  exampleOf: Int32Array;
  /** A bit for each way the last bits of a run can be; most runs of most answers are looked up no further. */
  maybe: Uint8Array;
}

const BITS = 0xffff;
const bitAt = (run: number): number => 1 << (run & 7);
const byteAt = (run: number): number => (run & BITS) >>> 3;
const mayBe = (run: number, maybe: Uint8Array): boolean => (maybe[byteAt(run)]! & bitAt(run)) !== 0;

const known = new WeakMap<Rubric, Runs>();

/** Runs as they were found before, for a rubric that has not changed since. */
export function rememberRuns(rubric: Rubric, found: Omit<Runs, 'maybe'>): Runs {
  const maybe = new Uint8Array((BITS + 1) / 8);
  for (const run of found.texts) maybe[byteAt(run)]! |= bitAt(run);
  for (const run of found.examples) maybe[byteAt(run)]! |= bitAt(run);
  const runs = { texts: found.texts, examples: found.examples, exampleOf: found.exampleOf, maybe };
  known.set(rubric, runs);
  return runs;
}

/** The runs of a question's and its rubric's texts, found once a rubric. */
export function knownRuns(rubric: Rubric, question: Question | null): Runs {
  return known.get(rubric) ?? rememberRuns(rubric, findRuns(rubric, question));
}

function findRuns(rubric: Rubric, question: Question | null): Omit<Runs, 'maybe'> {
  const texts = [
    question?.prompt ?? '',
    ...(question?.also_asked_as ?? []),
    ...(question?.listen_for ?? []),
    question?.why_it_matters ?? '',
    ...Object.values(rubric.anchors),
    ...Object.values(rubric.star).map((part) => part.looks_like),
    ...rubric.criteria.flatMap((criterion) => [criterion.statement, criterion.tip, criterion.follow_up]),
    ...rubric.red_flags.flatMap((flag) => [flag.statement, flag.instead, flag.follow_up]),
  ];
  const examples = rubric.examples
    .flatMap(({ answer }, example) => [...new Set(runsIn(answer))].map((run) => ({ run, example })))
    .sort((a, b) => a.run - b.run || a.example - b.example);
  return {
    texts: Int32Array.from(new Set(texts.flatMap((text) => [...runsIn(text)]))).sort(),
    examples: Int32Array.from(examples, ({ run }) => run),
    exampleOf: Int32Array.from(examples, ({ example }) => example),
  };
}

/** Where the first of a run stands among others in order; where it would stand, if it does not. */
function placeOf(run: number, runs: Int32Array): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]! < run) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param runs of a text
 * @returns by run, 1 where it stands in the question or the rubric; null when none does
 */
export function repeatedIn(runs: Int32Array, rubric: Rubric, question: Question | null): Uint8Array | null {
  const { maybe, texts } = knownRuns(rubric, question);
  let repeated: Uint8Array | null = null;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (!mayBe(run, maybe)) continue;
    const place = placeOf(run, texts);
    if (place === texts.length || texts[place] !== run) continue;
    repeated ??= new Uint8Array(runs.length);
    repeated[i] = 1;
  }
  return repeated;
}

/**
 * Do these words repeat the question or the rubric? Too few to tell counts as no.
 *
 * @param repeated which runs of the text they stand in do (`repeatedIn`)
 * @param from the first word, and `to` the one after the last
 */
export function isPastedIn(repeated: Uint8Array, from: number, to: number): boolean {
  const last = Math.min(to - RUN, repeated.length - 1);
  const count = last - from + 1;
  if (count < 2) return false;
  let same = 0;
  for (let i = from; i <= last; i++) same += repeated[i]!;
  return same / count >= SENTENCE_SHARE;
}

/**
 * @param repeated which runs of an answer stand in the question or the rubric (`repeatedIn`)
 * @returns by word, whether it is part of a stretch of them; null when none is
 */
export function markPasted(repeated: Uint8Array): Uint8Array | null {
  let pasted: Uint8Array | null = null;
  let same = 0;
  for (let i = 0; i < repeated.length; i++) {
    same = repeated[i] === 1 ? same + 1 : 0;
    if (same < STRETCH) continue;
    pasted ??= new Uint8Array(repeated.length + RUN - 1);
    pasted.fill(1, i - STRETCH + 1, i + RUN);
  }
  return pasted;
}

/** As `isPastedIn`, for words by themselves. */
export function isPasted(words: readonly string[], rubric: Rubric, question: Question | null): boolean {
  const repeated = repeatedIn(runsOf(Int32Array.from(words, hashOf)), rubric, question);
  return repeated !== null && isPastedIn(repeated, 0, words.length);
}

/** @returns the name of the rubric's example this answer copies, or null */
export function copiedExample(answer: string, rubric: Rubric, question: Question | null): string | null {
  return copiedIn(runsIn(answer), rubric, question);
}

/** As `copiedExample`, from the runs of the whole answer. */
export function copiedIn(runs: Int32Array, rubric: Rubric, question: Question | null): string | null {
  if (runs.length < FEW_RUNS) return null;
  const { maybe, examples, exampleOf } = knownRuns(rubric, question);
  const same = new Int32Array(rubric.examples.length);
  for (const run of runs) {
    if (!mayBe(run, maybe)) continue;
    for (let at = placeOf(run, examples); at < examples.length && examples[at] === run; at++)
      same[exampleOf[at]!]!++;
  }
  const copied = same.findIndex((shared) => shared / runs.length >= ANSWER_SHARE);
  return rubric.examples[copied]?.name ?? null;
}
