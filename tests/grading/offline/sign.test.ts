import { describe, expect, it } from 'vitest';
import { formsInSign, formsOf, isPastForm } from '../../../src/grading/offline/forms.ts';
import { parsePhrase, parseSign } from '../../../src/grading/offline/sign.ts';

describe('a sign', () => {
  it('is terms of alternatives of phrases', () => {
    const parsed = parseSign('sat with | met .. with + <money-people> + #');
    expect(parsed).toEqual({
      ok: true,
      value: [
        [
          [
            { kind: 'word', text: 'sat', exact: false },
            { kind: 'word', text: 'with', exact: false },
          ],
          [
            { kind: 'word', text: 'met', exact: false },
            { kind: 'gap' },
            { kind: 'word', text: 'with', exact: false },
          ],
        ],
        [[{ kind: 'list', name: 'money-people' }]],
        [[{ kind: 'list', name: 'number' }]],
      ],
    });
  });

  it.each([
    ['claims + ', 'empty-term'],
    ['a || b', 'empty-term'],
    ['.. claims', 'only-gaps'],
    ['claims ..', 'only-gaps'],
    ['[a-z]+', 'bad-word'],
    ['<Not A List>', 'bad-word'],
    ['ab*', 'bad-word'],
  ])('%s is no sign', (text, code) => {
    const parsed = parseSign(text);
    expect(parsed.ok ? null : parsed.fault.code).toBe(code);
  });

  it.each([
    ["can't", 'can= not='],
    ["won't", 'will= not='],
    ["shan't", 'shall= not='],
    ['didn’t', 'did= not='],
    ["I'm", 'i= am='],
    ["we've", 'we= have='],
    ["they're", 'they= are='],
    ["I'll", 'i= will='],
    ["I'd", 'i= would='],
    ["patient's", "patient= 's="],
    ["o'clock", 'oclock'],
    ['cred*', 'cred…'],
    ['"done."', 'done'],
    ['R&D', 'r d'],
    ['£5', '£5'],
    ['5%', '5%'],
    ['Or', 'or'],
    ['OR', 'OR='],
    ['<a-1>', '<a-1>'],
    ['#', '<number>'],
  ])('reads %s as %s', (text, expected) => {
    const parsed = parsePhrase(text);
    const shown = parsed.ok
      ? parsed.value.map((one) =>
          one.kind === 'word'
            ? `${one.text}${one.exact ? '=' : ''}`
            : one.kind === 'list'
              ? `<${one.name}>`
              : one.kind === 'beginning'
                ? `${one.text}…`
                : '..',
        )
      : [parsed.fault.code];
    expect(shown.join(' ')).toBe(expected);
  });

  it.each(['x1abc*', 'abc*x', '*abc', '<1a>', '<a', 'a_b', '(so)', '!'])('%s is no word', (text) => {
    expect(parsePhrase(text)).toEqual({ ok: false, fault: { code: 'bad-word', text } });
  });

  it('is taken apart as an answer is', () => {
    const words = (text: string) => {
      const parsed = parsePhrase(text);
      return parsed.ok
        ? parsed.value.map((element) => (element.kind === 'word' ? element.text : element.kind))
        : [];
    };
    expect(words("didn't follow-up")).toEqual(['did', 'not', 'follow', 'up']);
    expect(words('A/R')).toEqual(['a', 'r']);
    expect(words('IT')).toEqual(['IT']);
    expect(words('credential*')).toEqual(['beginning']);
  });
});

describe('forms', () => {
  it.each([
    ['deny', ['deny', 'denies', 'denied', 'denying']],
    ['plan', ['plan', 'plans', 'planned', 'planning']],
    ['write', ['write', 'writes', 'wrote', 'written', 'writing']],
    ['analyse', ['analyse', 'analysed', 'analyze', 'analyzed']],
    ['centre', ['centre', 'center', 'centers']],
  ])('%s', (word, forms) => expect(formsOf(word)).toEqual(expect.arrayContaining(forms)));

  it('of a word written in another form are itself', () => {
    expect(formsInSign('denied')).toEqual(['denied']);
    expect(formsInSign('organised')).toEqual(['organised', 'organized']);
  });

  it('tell the past from what only looks like it', () => {
    for (const past of ['was', 'wrote', 'cut', 'denied', 'met']) expect(isPastForm(past), past).toBe(true);
    for (const no of ['need', 'hundred', 'indeed', 'is', 'being', 'has'])
      expect(isPastForm(no), no).toBe(false);
  });
});
