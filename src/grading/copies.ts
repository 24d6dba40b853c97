import type { Question, Rubric } from '../pack/schema.ts';
import { readText } from './offline/tokens.ts';

/** Words in a row that count as copied. */
const RUN = 4;
/** A sentence with this share of its runs in the question or the rubric is theirs, not the speaker's. */
const SENTENCE_SHARE = 0.6;
/** An answer with this share of its runs in one example is that example. */
const ANSWER_SHARE = 0.6;
/** An answer with fewer runs is too short to be called a copy. */
const FEW_RUNS = 8;

/** The words of a text, as compared for copying: taken apart as an answer is. */
function wordsOf(text: string): string[] {
  return readText(text).tokens.flatMap((token) => (token.kind === 'mark' ? [] : [token.text]));
}

/**
 * One number for each run of words, by its first word, so that runs are compared without building strings
 * (FNV-1a, 32 bits).
 */
export function runsOf(words: readonly string[]): Int32Array {
  const hashes = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    let hash = 0x811c9dc5;
    for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
    hashes[i] = hash;
  }
  const runs = new Int32Array(Math.max(0, words.length - RUN + 1));
  for (let i = 0; i < runs.length; i++) {
    let run = 0x811c9dc5;
    for (let k = i; k < i + RUN; k++) run = Math.imul(run ^ hashes[k]!, 0x01000193) ^ (run >>> 15);
    runs[i] = run;
  }
  return runs;
}

interface Known {
  /** Runs of the prompt, statements, anchors and advice. */
  texts: Set<number>;
  names: string[];
  /** Runs of the examples, with the numbers of those that have them. */
  examples: Map<number, number[]>;
}

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
      texts: new Set(texts.flatMap((text) => [...runsOf(wordsOf(text))])),
      names: rubric.examples.map(({ name }) => name),
      examples: examplesByRun(rubric),
    };
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
  const { texts } = knownOf(rubric, question);
  let same = 0;
  for (let i = from; i <= last; i++) if (texts.has(runs[i]!)) same++;
  return same / count >= SENTENCE_SHARE;
}

/** As `isPastedIn`, for words by themselves. */
export function isPasted(words: readonly string[], rubric: Rubric, question: Question | null): boolean {
  return isPastedIn(runsOf(words), 0, words.length, rubric, question);
}

/** @returns the name of the rubric's example this answer copies, or null */
export function copiedExample(answer: string, rubric: Rubric, question: Question | null): string | null {
  return copiedIn(runsOf(wordsOf(answer)), rubric, question);
}

/** As `copiedExample`, from the runs of the whole answer. */
export function copiedIn(runs: Int32Array, rubric: Rubric, question: Question | null): string | null {
  if (runs.length < FEW_RUNS) return null;
  const { names, examples } = knownOf(rubric, question);
  const same = new Int32Array(names.length);
  for (const run of runs) {
    const those = examples.get(run);
    if (those !== undefined) for (const example of those) same[example]!++;
  }
  return names.find((_, example) => same[example]! / runs.length >= ANSWER_SHARE) ?? null;
}

function examplesByRun({ examples }: Rubric): Map<number, number[]> {
  const byRun = new Map<number, number[]>();
  examples.forEach(({ answer }, example) => {
    for (const run of new Set(runsOf(wordsOf(answer)))) byRun.set(run, [...(byRun.get(run) ?? []), example]);
  });
  return byRun;
}
