import { describe, expect, it } from 'vitest';
import { rubricHash, sha256 } from '../../src/grading/hash.ts';
import { countWords, unscored } from '../../src/grading/unscored.ts';
import { rubric } from '../interview/made.ts';

describe('words are counted as a person counts them', () => {
  it.each([
    ['', 0],
    [' … — ', 0],
    ['One', 1],
    ['one two', 2],
    ['one\ntwo\tthree', 3],
    ["don't", 1],
    ['don’t', 1],
    ['follow-up', 1],
    ['a.m.', 1],
    ['£1,200.50 or 4%', 3],
    ["the nurses' list", 3],
    ['the nurses’ list', 3],
    ['one--two', 2],
    ['one - two', 2],
    ["'quoted' -dashed", 2],
    ['“quoted”', 1],
    ['wait…what', 2],
    ['café au lait', 3],
    ['a-é', 1],
    ['x.', 1],
    ['x-', 1],
    ['l’été', 1],
    ['ł', 1],
    ['一 二', 2],
    ['٣ beds', 2],
    ['a/b', 2],
    ['a\u007fb', 2],
    ['a.\u007fb', 2],
    ['a-“b', 2],
    ['a-éb', 1],
    ['a-€b', 2],
    ['A Z a z 0 9', 6],
    ['@ [ ` { / :', 0],
  ])('%j: %i', (text, words) => expect(countWords(text)).toBe(words));

  it('the same by characters as by the rule for all alphabets', () => {
    const pieces = ['a', 'Z9', "'", '’', '.', ',', '-', ' ', '\n', '!', '…', '—', '£'];
    for (let seed = 0; seed < 1500; seed++) {
      let text = '';
      for (let rest = seed * 7919 + 1; rest > 0; rest = Math.floor(rest / 13)) text += pieces[rest % 13];
      // A letter beyond ASCII at the end, a word of its own, makes the rule decide.
      expect([text, countWords(text)]).toEqual([text, countWords(`${text} é`) - 1]);
    }
  });
});

it('an answer that could not be graded has a reason and no mark of any kind', () => {
  const grader = { name: 'made', version: '2', model: 'm' };
  const about = { answer: 'two words', question: 'q', grader, rubric: { version: 4, hash: 'h' } };
  const part = { level: 0, evidence: [] };
  expect(unscored('too-long', 'why', about)).toEqual({
    id: '',
    candidate: null,
    question: 'q',
    status: 'unscored',
    reason: { code: 'too-long', message: 'why' },
    score: null,
    exact: null,
    label: null,
    star: { situation: part, task: part, action: part, result: part },
    criteria: [],
    redFlags: [],
    advice: [],
    followUp: null,
    words: 2,
    answerHash: 'sha256:a03f1d611645eb53ad16c1af546ca0792dc884505bab57ede80f4dad6b911d3a',
    grader,
    rubric: { version: 4, hash: 'h' },
    mark: null,
    extra: {},
  });
});

describe('a rubric’s hash', () => {
  it('is that of its content: the same for a copy, another for another word', () => {
    expect(rubricHash(structuredClone(rubric))).toBe(rubricHash(rubric));
    expect(rubricHash(rubric)).toBe(sha256(JSON.stringify(rubric)));
    expect(rubricHash({ ...rubric, version: 2 })).not.toBe(rubricHash(rubric));
  });
});
