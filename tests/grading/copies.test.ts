import { describe, expect, it } from 'vitest';
import * as copies from '../../src/grading/copies.ts';
import { readText } from '../../src/grading/offline/tokens.ts';
import type { Question, Rubric } from '../../src/pack/schema.ts';
import { rubric as made, question } from '../interview/made.ts';

const COPIED = 'In March our checkout stopped taking cards at noon and we lost forty orders in one hour';
const OTHER = 'Last year the export job stopped every night so I got up and restarted it by hand each time';

/** A rubric with a text of its own in every place from which one can be pasted. */
const rubric: Rubric = {
  ...made,
  anchors: { ...made.anchors, 5: 'the anchor names a case with figures' },
  star: { ...made.star, result: { weight: 1, looks_like: 'the result comes with a figure' } },
  criteria: [
    {
      ...made.criteria[0]!,
      statement: 'the statement wants a problem framed well',
      tip: 'the tip is to name one figure',
      follow_up: 'what was the very first thing',
    },
  ],
  red_flags: [
    {
      ...made.red_flags[0]!,
      statement: 'somebody else is always at fault here',
      instead: 'rather say what made it easy',
      follow_up: 'and what was your own part',
    },
  ],
  examples: [
    { name: 'first', answer: COPIED, expect: { score: 3 } },
    { name: 'second', answer: OTHER, expect: { score: 3 } },
  ],
};
const asked: Question = {
  ...question('made'),
  prompt: 'tell us of a problem you solved',
  also_asked_as: ['what have you mended at work lately'],
  listen_for: ['they listen for one clear cause'],
  why_it_matters: 'it matters since money leaks away daily',
};

// What is known of a rubric is remembered with it: each time it is another.
const isPasted = (words: string[], of: Rubric, question: Question | null) =>
  copies.isPasted(words, structuredClone(of), question);
const copiedExample = (answer: string, of: Rubric, question: Question | null) =>
  copies.copiedExample(answer, structuredClone(of), question);

const words = (text: string) => text.toLowerCase().split(' ');

describe('a sentence is pasted', () => {
  it.each([
    asked.prompt,
    asked.also_asked_as[0]!,
    asked.listen_for[0]!,
    asked.why_it_matters,
    rubric.anchors[5],
    rubric.star.result.looks_like,
    rubric.criteria[0]!.statement,
    rubric.criteria[0]!.tip,
    rubric.criteria[0]!.follow_up,
    rubric.red_flags[0]!.statement,
    rubric.red_flags[0]!.instead,
    rubric.red_flags[0]!.follow_up,
  ])('%s', (text) => {
    expect(isPasted(words(text), rubric, asked)).toBe(true);
    expect(isPasted(words(text).reverse(), rubric, asked)).toBe(false);
  });

  it('also for the question alone where there is none: only the rubric counts', () => {
    expect(isPasted(words(rubric.anchors[5]), rubric, null)).toBe(true);
    expect(isPasted(words(asked.prompt), rubric, null)).toBe(false);
  });

  it('when six in ten of its runs of four words are; not when fewer', () => {
    // The prompt has four runs; each word more adds one.
    expect(isPasted(words(`${asked.prompt} for them`), rubric, asked)).toBe(true);
    expect(isPasted(words(`${asked.prompt} for them all`), rubric, asked)).toBe(false);
  });

  it('when just six in ten are', () => {
    // Three of five runs.
    expect(isPasted(words('of a problem you solved then'), rubric, asked)).toBe(true);
    expect(isPasted(words('so of a problem you solved it'), rubric, asked)).toBe(false);
    expect(isPasted(words('it is tell us of a problem you'), rubric, asked)).toBe(true);
  });

  it('counted in itself alone, not in what stands before or after it', () => {
    const answer = `${asked.prompt} ${COPIED} ${asked.why_it_matters}`;
    const text = readText(answer);
    const runs = copies.runsOf(copies.wordHashes(text));
    const repeated = copies.repeatedIn(runs, rubric, asked)!;
    const pasted = (from: number, to: number) => copies.isPastedIn(repeated, from, to);
    const [first, last] = [
      words(asked.prompt).length,
      words(answer).length - words(asked.why_it_matters).length,
    ];
    expect(pasted(0, first)).toBe(true);
    expect(pasted(first, last)).toBe(false);
    expect(pasted(last, words(answer).length)).toBe(true);
    // Five of its words and four that are not: two of six runs.
    expect(pasted(first - 5, first + 4)).toBe(false);
    expect(pasted(last - 2, last + 5)).toBe(false);
    expect(pasted(last, last + 5)).toBe(true);
    expect(pasted(last, last + 4)).toBe(false);
  });

  it('when it has two runs, not with only one', () => {
    expect(isPasted(words('of a problem you solved'), rubric, asked)).toBe(true);
    expect(isPasted(words('a problem you solved'), rubric, asked)).toBe(false);
    expect(isPasted([], rubric, asked)).toBe(false);
  });

  it('not when it is of an example, which is somebody’s words', () => {
    expect(isPasted(words(COPIED), rubric, asked)).toBe(false);
  });
});

describe('an answer copies an example', () => {
  it('whichever it is, whatever the marks and capitals', () => {
    expect(copiedExample(COPIED, rubric, asked)).toBe('first');
    expect(copiedExample(`“${OTHER.toUpperCase()}!”`, rubric, asked)).toBe('second');
    expect(copiedExample(COPIED.replace('forty', 'sixty'), rubric, asked)).toBe('first');
  });

  it('when a good third of its runs are the example’s', () => {
    // It has 17 words, so 14 runs of four; with 26 words more the answer has 40, with 27 it has 41.
    const more =
      'then all of us sat down with them both again and went over what had been said so that next time nobody would have to guess twice'.split(
        ' ',
      );
    expect(copiedExample(`${COPIED} ${more.slice(0, 26).join(' ')}`, rubric, asked)).toBe('first');
    expect(copiedExample(`${COPIED} ${more.slice(0, 27).join(' ')}`, rubric, asked)).toBe(null);
  });

  it('not when it is too short to tell', () => {
    const first = COPIED.split(' ');
    expect(copiedExample(first.slice(0, 11).join(' '), rubric, asked)).toBe('first');
    expect(copiedExample(first.slice(0, 10).join(' '), rubric, asked)).toBe(null);
    expect(copiedExample('', rubric, asked)).toBe(null);
  });

  it('not when it is the question or the rubric’s other texts', () => {
    const texts = [asked.prompt, asked.why_it_matters, rubric.anchors[5]].join(' ');
    expect(copiedExample(texts, rubric, asked)).toBe(null);
  });

  it('the first of two that say the same', () => {
    const twice: Rubric = {
      ...rubric,
      examples: [...rubric.examples, { ...rubric.examples[0]!, name: 'third' }],
    };
    expect(copiedExample(COPIED, twice, asked)).toBe('first');
  });
});
