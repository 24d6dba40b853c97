import { describe, expect, test } from 'vitest';
import { isBad } from '../../src/answers/record.ts';
import { file, read } from './reading.ts';

describe('.json', () => {
  const RECORD = '{"question":"compliance","answer":"We \\"audit\\" [a, b]."}';

  test.each([
    ['a list', `[\n${RECORD},\n\n${RECORD}]`, [2, 4]],
    ['an object with a list', `{"of":"May",\n"answers":[${RECORD},\n${RECORD}]}`, [2, 3]],
    ['several lists, one called answers', `{"tags":[1],\n"answers":[${RECORD}]}`, [null]],
    ['one record', RECORD, [null]],
  ])('%s', async (_, text, lines) => {
    const { answers } = await read([file('a.json', text)]);
    expect(answers.map(({ where }) => where.line)).toEqual(lines);
  });

  test('a record that is none does not stop the others', async () => {
    const { records } = await read([file('a.json', `[1,${RECORD}]`)]);
    expect(records.map(isBad)).toEqual([true, false]);
  });

  test.each([['{"a":1}'], ['[]'], ['{"a":[],"b":[]}'], ['5'], ['[{"question" "a"}]'], ['  ']])(
    '%s is the fault of the file',
    async (text) => {
      const { records, faults } = await read([file('a.json', text)]);
      expect(records).toEqual([]);
      expect(faults).toHaveLength(1);
    },
  );

  test('what is not JSON is named with line and column', async () => {
    const path = file('a.json', '[\n  {"question": "compliance",,}\n]');
    expect((await read([path])).faults).toEqual([expect.stringContaining(`${path}:2:29: `)]);
  });
});

describe('.yaml', () => {
  test('a list, an object with a list, and several documents', async () => {
    const record = (answer: string) => `question: compliance\nanswer: ${answer}\n`;
    const list = '- question: compliance\n  answer: a\n- question: compliance\n  answer: b\n';
    const inside = 'answers:\n  - question: compliance\n    answer: a\n';
    const { answers } = await read([
      file('a.yaml', list),
      file('b.yml', inside),
      file('c.yaml', `${record('a')}---\n${record('b')}`),
    ]);
    expect(answers.map(({ answer, where }) => [answer, where.line])).toEqual([
      ['a', 1],
      ['b', 3],
      ['a', 2],
      ['a', 1],
      ['b', 4],
    ]);
  });

  test.each([
    ['does not parse', '- question: [\n'],
    ['unknown alias', '- *nobody\n'],
    [
      'bomb',
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nanswers: [*c,*c,*c]\n',
    ],
    ['no list', 'a: 1\n'],
  ])('%s: the fault of the file', async (_, text) => {
    const { records, faults } = await read([file('a.yaml', text)]);
    expect(records).toEqual([]);
    expect(faults).toHaveLength(1);
  });
});

describe('.md and .txt', () => {
  test.each([
    ['compliance.md', 'compliance', null],
    ['Ana.compliance.md', 'compliance', 'Ana'],
    ['Dr. Ana.v2.compliance.txt', 'compliance', 'Dr. Ana.v2'],
    ['Ana.complianse.md', 'complianse', 'Ana'],
    ['notes.md', 'notes', null],
  ])('%s', async (name, question, candidate) => {
    const { answers } = await read([file(name, 'We audit.')]);
    expect(answers).toMatchObject([{ question, candidate, answer: 'We audit.' }]);
  });

  test('--question comes before the name, front matter before both', async () => {
    const named = await read([file('Ana.compliance.md', 'a')], { question: 'revenue-cycle' });
    expect(named.answers).toMatchObject([{ question: 'revenue-cycle', candidate: 'Ana' }]);
    const text =
      '---\r\nquestion: compliance\r\ncandidate: Zoë\r\nmark: 3\r\nteam: red\r\n---\r\nWe audit.\r\n';
    const told = await read([file('Ana.notes.md', text)], { question: 'revenue-cycle' });
    expect(told.answers).toMatchObject([
      { question: 'compliance', candidate: 'Zoë', mark: 3, extra: { team: 'red' }, answer: 'We audit.\r\n' },
    ]);
  });

  test('a prompt in front matter needs no question', async () => {
    const { answers } = await read([file('own.md', '---\nprompt: Why you?\n---\nBecause.')]);
    expect(answers).toMatchObject([{ prompt: 'Why you?', answer: 'Because.' }]);
  });

  test('rules in a text are no front matter', async () => {
    const text = '---\nA saying.\n---\nAnd more.';
    expect((await read([file('compliance.md', text)])).answers[0]?.answer).toBe(text);
  });

  test('front matter that does not parse is a bad record; a blank file is blank, an empty one a fault', async () => {
    const bad = await read([file('compliance.md', '---\nquestion: [\n---\nWe audit.')]);
    expect(bad.records.map(isBad)).toEqual([true]);
    expect((await read([file('compliance.md', ' \n')])).answers).toHaveLength(1);
    expect((await read([file('compliance.md', '')])).faults).toHaveLength(1);
  });
});
