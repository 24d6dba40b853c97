import type { Question, Rubric } from '../pack/schema.ts';

/** Words in a row that count as copied. */
const RUN = 4;
/** A sentence with this share of its runs in the question or the rubric is theirs, not the speaker's. */
const SENTENCE_SHARE = 0.6;
/** An answer with this share of its runs in one example is that example. */
const ANSWER_SHARE = 0.6;

/** The words of a text, as compared for copying: lower case, letters and digits only. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One number for each run of words, so that runs are compared without building strings (FNV-1a, 32 bits). */
function runsOf(words: string[]): number[] {
  const hashes = words.map((word) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    return hash;
  });
  const runs: number[] = [];
  for (let i = 0; i + RUN <= words.length; i++) {
    let run = 0x811c9dc5;
    for (let k = i; k < i + RUN; k++) run = Math.imul(run ^ hashes[k]!, 0x01000193) ^ (run >>> 15);
    runs.push(run);
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
      texts: new Set(texts.flatMap((text) => runsOf(wordsOf(text)))),
      names: rubric.examples.map(({ name }) => name),
      examples: examplesByRun(rubric),
    };
    known.set(rubric, found);
  }
  return found;
}

function share(runs: number[], of: Set<number>): number {
  let same = 0;
  for (const run of runs) if (of.has(run)) same++;
  return same / runs.length;
}

/** Does this sentence, given as words, repeat the question or the rubric? Too short to tell counts as no. */
export function isPasted(sentence: string[], rubric: Rubric, question: Question | null): boolean {
  const runs = runsOf(sentence);
  return runs.length >= 2 && share(runs, knownOf(rubric, question).texts) >= SENTENCE_SHARE;
}

/** @returns the name of the rubric's example this answer copies, or null */
export function copiedExample(answer: string, rubric: Rubric, question: Question | null): string | null {
  const runs = runsOf(wordsOf(answer));
  if (runs.length < 8) return null;
  const { names, examples } = knownOf(rubric, question);
  const same = names.map(() => 0);
  for (const run of runs) for (const example of examples.get(run) ?? []) same[example]!++;
  return names.find((_, example) => same[example]! / runs.length >= ANSWER_SHARE) ?? null;
}

function examplesByRun({ examples }: Rubric): Map<number, number[]> {
  const byRun = new Map<number, number[]>();
  examples.forEach(({ answer }, example) => {
    for (const run of new Set(runsOf(wordsOf(answer)))) byRun.set(run, [...(byRun.get(run) ?? []), example]);
  });
  return byRun;
}
