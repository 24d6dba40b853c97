import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/grading/offline/tokens.ts';

const words = (source: string) => readText(source).tokens.map(({ text }) => text);
const sentences = (source: string) => {
  const text = readText(source);
  return text.sentences.map(({ from, to }) =>
    source.slice(text.tokens[from]!.start, text.tokens[to - 1]!.end),
  );
};

describe('words', () => {
  it.each([
    ["didn't", ['did', 'not']],
    ['didn’t', ['did', 'not']],
    ['didnt', ['did', 'not']],
    ["can't", ['can', 'not']],
    ["won't", ['will', 'not']],
    ["I'm", ['i', 'am']],
    ["we've", ['we', 'have']],
    ["patient's", ['patient', "'s"]],
    ['follow-up', ['follow', 'up']],
    ['A/R', ['a', 'r']],
    ['30%', ['30%']],
    ['$1,200.50', ['$1,200.50']],
    ['£15k', ['£15k']],
    ['12 %', ['12', 'percent']],
    ['IT fixed it', ['IT', 'fixed', 'it']],
    ['re\u00adduced', ['reduced']],
    ['re\u200bduced', ['reduced']],
  ])('%s', (source, expected) => expect(words(source)).toEqual(expected));

  it('keeps the place of every token in the text as typed', () => {
    const source = 'We didn’t measure it — “never”, İstanbul said. Then we cut it to 4%!';
    for (const token of readText(source).tokens) {
      expect(token.end).toBeGreaterThan(token.start);
      expect(source.slice(token.start, token.end)).not.toMatch(/^\s|\s$/);
    }
  });
});

describe('sentences', () => {
  it.each([
    ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
    ['Dr. Smith came. He left.', ['Dr. Smith came.', 'He left.']],
    ['It fell to 4.5 days. Good.', ['It fell to 4.5 days.', 'Good.']],
    ['first line\nwrapped on', ['first line\nwrapped on']],
    ['a heading\n\na paragraph', ['a heading', 'a paragraph']],
    ['- one thing\n- another', ['one thing', '- another'.slice(2)]],
    ['we stopped; they went on', ['we stopped;', 'they went on']],
  ])('%s', (source, expected) => expect(sentences(source)).toEqual(expected));

  it('has none in nothing', () => expect(readText(' \n\t').sentences).toEqual([]));
});
