import { describe, expect, it } from 'vitest';
import { costOf, textOf } from '../../../src/grading/llm/completion.ts';
import type { Failure } from '../../../src/grading/llm/failure.ts';
import { findWords, fold, MASK } from '../../../src/grading/llm/fold.ts';
import { quoteFinder } from '../../../src/grading/llm/quotes.ts';
import { differing, type Item, middle, type Reading, readReply } from '../../../src/grading/llm/reading.ts';
import { checkReply, items } from '../../../src/grading/llm/reply.ts';
import { answer, careful, question, reply, request, rubric } from './made.ts';

describe('a text folded', () => {
  it.each([
    ['We DID', 'we did'],
    ['a \t\n b', 'a b'],
    ['“it’s” „so‟ ‚', '"it\'s" "so" ‚'],
    ['re\u00adduce\u200b \ufeffit\ufe0f', 'reduce it'],
    ['Café', 'cafe\u0301'],
    ['ﬁne ½', 'fine 1⁄2'],
    [`${MASK}${MASK}${MASK} and ${MASK}`, `${MASK} and ${MASK}`],
    ['~!', '~!'],
    ['', ''],
  ])('%j is %j', (source, text) => expect(fold(source).text).toBe(text));

  it('knows where each unit came from', () => {
    const { starts, ends } = fold('ﬁ  x\u200by😀');
    expect([...starts]).toEqual([0, 0, 1, 3, 5, 6, 6]);
    expect([...ends]).toEqual([1, 1, 3, 4, 6, 8, 8]);
  });

  it.each([
    ['It fell to 4.', 'fell to', 0, [3, 10, 10]],
    ['refell fell', 'fell', 0, [7, 11, 11]],
    ['fellow fell', 'fell', 0, [7, 11, 11]],
    ['fell fell', 'fell', 1, [5, 9, 9]],
    ['fell', 'fell', 0, [0, 4, 4]],
    ['fell', 'fell', 1, null],
    ['fellow', 'fell', 0, null],
    ['fell', '', 0, null],
    ['4,fell', 'fell', 0, [2, 6, 6]],
  ] as const)('has in %j the words %j from %i on at %j', (source, needle, from, at) => {
    const found = findWords(fold(source), needle, from);
    expect(found && [found.start, found.end, found.next]).toEqual(at);
  });
});

describe('a quote is found', () => {
  const where = (quote: string, of = answer) => {
    const span = quoteFinder(of, request)(quote);
    return span && of.slice(...span);
  };
  it.each([
    ['“I pulled sixty of them …”', 'I pulled sixty of them'],
    ['i  PULLED\nsixty', 'I pulled sixty'],
    ['I pulled ninety', null],
    ['pulled', null],
    ['', null],
    ['…', null],
  ])('%j: %j', (quote, found) => expect(where(quote)).toBe(found));

  it('of one word where that is the answer', () => {
    expect(where('Denials', 'Denials!')).toBe('Denials');
    expect(where('Denials', 'Denials fell')).toBe(null);
  });

  it('not in what is the question’s', () => {
    const both = `${question.prompt} I did it once.`;
    expect(where('a time you brought claim denials down', both)).toBe(null);
    expect(where(question.prompt, both)).toBe(null);
    expect(where('I did it', both)).toBe('I did it');
    expect(where('denials down. I did it once', both)).toBe('denials down. I did it once');
  });
});

describe('a reply is one', () => {
  const problems = (text: string) => {
    const checked = checkReply(text, rubric);
    return 'problems' in checked ? checked.problems : null;
  };
  it.each([
    careful,
    `\ufeff<think>{"a": 1}</think> Here it is:\n\`\`\`json\n${careful}\n\`\`\` Done.`,
    reply({ star: { action: ['clear', 'a "quoted" word: {[', '\\"x":'] } }),
  ])('%#', (text) => expect(problems(text)).toBe(null));

  it.each<[string, string[]]>([
    ['I cannot.', ['no JSON object in it']],
    ['} and {', ['no JSON object in it']],
    ['{"star": }', ['not JSON, or cut off']],
    [careful.replace('"star":', '"star":{},"star":'), ['star is there twice']],
    [careful.replace('{"quotes":[', '{"level":"thin","quotes":['), ['level is there twice']],
    [
      careful.replace('"substance":', `"${'x'.repeat(41)}":1,"substance":`),
      [`the reply has ${'x'.repeat(40)}…, which was not asked for`],
    ],
    [
      careful.replace('"substance":', '"a":1,"b":1,"c":1,"d":1,"substance":'),
      ['the reply has a, b, c, which was not asked for'],
    ],
    [
      careful.replace('"level":"case"', '"level":"good"'),
      ['substance.level is not one of the words to choose from'],
    ],
    [
      careful.replace('"level":"case"', '"levels":"case"'),
      [
        'substance.level is not one of the words to choose from',
        'substance has levels, which was not asked for',
      ],
    ],
    [
      careful.replace('"quotes":["I pulled', '"quotes":[7,"I pulled'),
      ['star.action.quotes.0 is missing or of the wrong kind'],
    ],
    [reply({ criteria: { 'leak-found': ['clear', ...'123456789'] } }), ['leak-found has more than 8 quotes']],
  ])('not %#', (text, expected) => expect(problems(text)).toEqual(expected));

  it('with eight quotes for an item', () => {
    expect(problems(reply({ criteria: { 'leak-found': ['clear', ...'12345678'] } }))).toBe(null);
  });

  it('not {}: and no more than six problems are told', () => {
    expect(problems('{}')).toHaveLength(4);
    expect(problems(reply().replaceAll('"absent"', '"none"'))).toHaveLength(6);
    const twice = Object.keys(JSON.parse(reply()).star);
    const again = [...twice, ...twice].map((key) => `"${key}":1`).join();
    expect(problems(`{${again},"a":1,"a":1,"b":1,"b":1,"c":1,"c":1}`)).toHaveLength(6);
  });

  it('whose items have their ids', () => {
    const checked = checkReply(careful, rubric);
    if ('problems' in checked) throw new Error();
    expect(items(checked.reply).map(([id]) => id)).toEqual([
      'situation',
      'task',
      'action',
      'result',
      'leak-found',
      'measured-result',
      'blames-others',
      'surface-only',
      'substance',
    ]);
  });
});

describe('a reading', () => {
  const read = (text: string) => {
    const checked = checkReply(text, rubric);
    if ('problems' in checked) throw new Error(checked.problems.join());
    return readReply(checked.reply, rubric, quoteFinder(answer, request));
  };
  const none = { level: 0, spans: [] };

  it('keeps levels that a quote backs, each place once', () => {
    const pulled = answer.indexOf('I pulled');
    const { star, criteria, flags, substance } = read(
      reply({
        star: {
          action: [
            'thin',
            'I pulled sixty',
            'not there',
            'i pulled sixty',
            'I pulled sixty of them',
            'sixty of them',
          ],
          task: ['clear', 'not there'],
        },
        criteria: {
          'leak-found': ['absent', 'I pulled sixty'],
          'measured-result': ['clear', 'Denials fell'],
        },
        red_flags: { 'blames-others': ['shown', 'denied again'], 'surface-only': ['shown'] },
      }),
    );
    expect(star).toEqual({
      situation: none,
      task: none,
      action: {
        level: 1,
        spans: [
          [pulled, pulled + 14],
          [pulled, pulled + 22],
          [pulled + 9, pulled + 22],
        ],
      },
      result: none,
    });
    expect(criteria.map(({ level, spans }) => [level, spans.length])).toEqual([
      [0, 0],
      [2, 1],
    ]);
    expect(flags.map(({ level }) => level)).toEqual([1, 0]);
    expect(substance).toBe(2);
  });

  it.each([
    ['case', ['not there'], 1],
    ['case', [], 1],
    ['case', ['not there', 'I pulled sixty'], 2],
    ['general', [], 1],
    ['off', ['I pulled sixty'], 0],
  ] as const)('of substance %s by %j: %i', (level, quotes, substance) => {
    expect(read(reply({ substance: [level, ...quotes] })).substance).toBe(substance);
  });

  const item = (level: 0 | 1 | 2, at: number): Item => ({ level, spans: level === 0 ? [] : [[at, at + 1]] });
  const of = (level: 0 | 1 | 2, at: number, substance = level): Reading => ({
    star: { situation: item(level, at), task: none as Item, action: item(2, at), result: item(level, at) },
    criteria: [item(level, at), item(1, at)],
    flags: [item(level === 0 ? 0 : 1, at), none as Item],
    substance,
  });

  it('of several is their middle, the lower of two, with the first evidence for it', () => {
    expect(middle([of(0, 1), of(2, 2), of(1, 3)])).toEqual({
      star: {
        situation: { level: 1, spans: [[2, 3]] },
        task: none,
        action: item(2, 1),
        result: { level: 1, spans: [[2, 3]] },
      },
      criteria: [{ level: 1, spans: [[2, 3]] }, item(1, 1)],
      flags: [item(1, 2), none],
      substance: 1,
    });
    expect(middle([of(2, 1), of(0, 2)]).criteria[0]).toEqual(none);
    expect(middle([of(1, 1), of(2, 2), of(0, 3), of(2, 4)]).substance).toBe(1);
  });

  it('of several differs by item', () => {
    expect(differing([of(1, 1), of(1, 2)], rubric)).toEqual([]);
    expect(differing([of(1, 1), of(2, 2)], rubric)).toEqual(['situation', 'result', 'leak-found']);
    expect(differing([of(0, 1), of(1, 2)], rubric)).toEqual([
      'situation',
      'result',
      'leak-found',
      'blames-others',
    ]);
  });
});

describe('a completion', () => {
  const saying = (content: unknown, more = {}) => ({ choices: [{ message: { content }, ...more }] });
  const failure = (completion: unknown) => {
    try {
      textOf(completion);
    } catch (error) {
      const { code, retries } = error as Failure;
      return [code, retries > 0];
    }
    return null;
  };

  it('has its text, also where it comes as a text itself', () => {
    expect(textOf(saying(' so '))).toBe(' so ');
    expect(textOf(JSON.stringify(saying('so')))).toBe('so');
  });

  it.each([
    [saying(' \n'), ['empty', true]],
    [saying(null), ['empty', true]],
    [saying(['so']), ['empty', true]],
    [{ choices: [] }, ['empty', true]],
    [{ choices: {} }, ['not-json', true]],
    [{ __proto__: { choices: [] } }, ['not-json', true]],
    ['<html>', ['not-json', true]],
    [null, ['not-json', true]],
    [saying('so', { finish_reason: 'content_filter' }), ['filtered', false]],
    [{ choices: [{ message: { content: 'so', refusal: 'no' } }] }, ['declined', false]],
    [{ choices: [{ message: { content: 'so', refusal: null } }] }, null],
  ])('%j: %j', (completion, expected) => expect(failure(completion)).toEqual(expected));

  it.each([
    [{ usage: { prompt_tokens: 7, completion_tokens: 2 } }, 7, 2],
    [{ usage: { prompt_tokens: -7, completion_tokens: 0 } }, 0, 0],
    [{ usage: { prompt_tokens: 1.5, completion_tokens: '2' } }, 0, 0],
    [{ usage: { prompt_tokens: Number.POSITIVE_INFINITY } }, 0, 0],
    [{}, 0, 0],
    [JSON.stringify({ usage: { prompt_tokens: 1 } }), 1, 0],
  ])('%j costs %i and %i', (completion, input, output) => {
    expect(costOf(completion)).toEqual({ event: 'answered', input, output });
  });
});
