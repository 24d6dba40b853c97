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

function runsOf(words: string[]): string[] {
  const runs: string[] = [];
  for (let i = 0; i + RUN <= words.length; i++) runs.push(words.slice(i, i + RUN).join(' '));
  return runs;
}

interface Known {
  /** Runs of the prompt, statements, anchors and advice. */
  texts: Set<string>;
  examples: { name: string; runs: Set<string> }[];
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
      examples: rubric.examples.map(({ name, answer }) => ({ name, runs: new Set(runsOf(wordsOf(answer))) })),
    };
    known.set(rubric, found);
  }
  return found;
}

/** Does this sentence repeat the question or the rubric? Too short to tell counts as no. */
export function isPasted(sentence: string[], rubric: Rubric, question: Question | null): boolean {
  const runs = runsOf(sentence);
  if (runs.length < 2) return false;
  const { texts } = knownOf(rubric, question);
  let same = 0;
  for (const run of runs) if (texts.has(run)) same++;
  return same / runs.length >= SENTENCE_SHARE;
}

/** @returns the name of the rubric's example this answer copies, or null */
export function copiedExample(answer: string, rubric: Rubric, question: Question | null): string | null {
  const runs = runsOf(wordsOf(answer));
  if (runs.length < 8) return null;
  for (const example of knownOf(rubric, question).examples) {
    let same = 0;
    for (const run of runs) if (example.runs.has(run)) same++;
    if (same / runs.length >= ANSWER_SHARE) return example.name;
  }
  return null;
}
