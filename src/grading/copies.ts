import type { Question, Rubric } from '../pack/schema.ts';
import { readText, type Text } from './offline/tokens.ts';
import { hashOf } from './offline/words.ts';

/** Words in a row that count as copied. */
const RUN = 4;
/** A sentence with this share of its runs in the question or the rubric is theirs, not the speaker's. */
const SENTENCE_SHARE = 0.6;
/** An answer with this share of its runs in one example is that example. */
const ANSWER_SHARE = 0.6;
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

interface Known {
  /** 0 where no run ends in these bits: most runs of most answers are looked up no further. */
  maybe: Uint8Array;
  /** Runs of the prompt, statements, anchors and advice. */
  texts: Set<number>;
  names: string[];
  /** Runs of the examples, with the numbers of those that have them. */
  examples: Map<number, number[]>;
}

const BITS = 0x3fff;
const known = new WeakMap<Rubric, Known>();

function knownOf(rubric: Rubric, question: Question | null): Known {
  let found = known.get(rubric);
  if (found === undefined) {
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
    found = {
      maybe: new Uint8Array(BITS + 1),
      texts: new Set(texts.flatMap((text) => [...runsIn(text)])),
      names: rubric.examples.map(({ name }) => name),
      examples: examplesByRun(rubric),
    };
    for (const runs of [found.texts, found.examples.keys()])
      for (const run of runs) found.maybe[run & BITS] = 1;
    known.set(rubric, found);
  }
  return found;
}

/**
 * Do these words repeat the question or the rubric? Too few to tell counts as no.
 *
 * @param runs of the text they stand in
 * @param from the first word, and `to` the one after the last
 */
export function isPastedIn(
  runs: Int32Array,
  from: number,
  to: number,
  rubric: Rubric,
  question: Question | null,
): boolean {
  const last = Math.min(to - RUN, runs.length - 1);
  const count = last - from + 1;
  if (count < 2) return false;
  const { maybe, texts } = knownOf(rubric, question);
  let same = 0;
  for (let i = from; i <= last; i++) if (maybe[runs[i]! & BITS] === 1 && texts.has(runs[i]!)) same++;
  return same / count >= SENTENCE_SHARE;
}

/** As `isPastedIn`, for words by themselves. */
export function isPasted(words: readonly string[], rubric: Rubric, question: Question | null): boolean {
  return isPastedIn(runsOf(Int32Array.from(words, hashOf)), 0, words.length, rubric, question);
}

/** @returns the name of the rubric's example this answer copies, or null */
export function copiedExample(answer: string, rubric: Rubric, question: Question | null): string | null {
  return copiedIn(runsIn(answer), rubric, question);
}

/** As `copiedExample`, from the runs of the whole answer. */
export function copiedIn(runs: Int32Array, rubric: Rubric, question: Question | null): string | null {
  if (runs.length < FEW_RUNS) return null;
  const { maybe, names, examples } = knownOf(rubric, question);
  const same = new Int32Array(names.length);
  for (const run of runs) {
    const those = maybe[run & BITS] === 1 ? examples.get(run) : undefined;
    if (those !== undefined) for (const example of those) same[example]!++;
  }
  return names.find((_, example) => same[example]! / runs.length >= ANSWER_SHARE) ?? null;
}

function examplesByRun({ examples }: Rubric): Map<number, number[]> {
  const byRun = new Map<number, number[]>();
  examples.forEach(({ answer }, example) => {
    for (const run of new Set(runsIn(answer))) byRun.set(run, [...(byRun.get(run) ?? []), example]);
  });
  return byRun;
}
