import { describe, expect, test } from 'vitest';
import { isBad } from '../../src/answers/record.ts';
import { file, read } from './reading.ts';

const LINE = '{"question":"compliance","answer":"We audit."}';

describe('JSON lines', () => {
  test('carry what is known to its place and everything else in extra', async () => {
    const line =
      '{"id":17,"candidate":"c-1","question":"compliance","answer":" We audit.\\n","mark":"4","team":{"a":1}}';
    const { answers } = await read([file('a.jsonl', `${line}\n`)]);
    expect(answers).toMatchObject([
      {
        id: '17',
        candidate: 'c-1',
        question: 'compliance',
        answer: ' We audit.\n',
        mark: 4,
        extra: { team: { a: 1 } },
      },
    ]);
  });

  test('number records without an id, blank lines not counted, and name the line', async () => {
    const path = file('a.jsonl', `${LINE}\r\n\r\n  \n${LINE}`);
    const { answers } = await read([path]);
    expect(answers.map(({ id, where }) => [id, where.line])).toEqual([
      [`${path}#1`, 1],
      [`${path}#2`, 4],
    ]);
  });

  test.each([
    ['{"question":'],
    ['[1]'],
    ['"text"'],
    ['{"question":"compliance"}'],
    ['{"question":"compliance","answer":5}'],
    ['{"question":["compliance"],"answer":"a"}'],
  ])('go on after %s', async (line) => {
    const { records, faults } = await read([file('a.jsonl', `${LINE}\n${line}\n${LINE}\n`)]);
    expect(records.map(isBad)).toEqual([false, true, false]);
    expect(records[1]!.where.line).toBe(2);
    expect(faults).toEqual([]);
  });

  test('keep lines whole wherever the buffers end', async () => {
    const text = `${LINE.replace('audit', 'audité 🙂')}\n`.repeat(3);
    const bytes = Buffer.from(text);
    async function* stdin() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    const { answers } = await read(['-'], { stdin: stdin() });
    expect(answers.map(({ answer }) => answer)).toEqual(Array(3).fill('We audité 🙂.'));
    expect(answers.map(({ id }) => id)).toEqual(['stdin#1', 'stdin#2', 'stdin#3']);
  });

  test('a line too long to hold is one bad record', async () => {
    async function* stdin() {
      for (let i = 0; i < 34; i++) yield Buffer.alloc(1024 * 1024, 'x');
      yield Buffer.from(`\n${LINE}\n`);
    }
    const { records } = await read(['-'], { stdin: stdin() });
    expect(records.map(isBad)).toEqual([true, false]);
    expect(records[1]!.where.line).toBe(2);
  });

  test('a mark that is none is kept in extra and told', async () => {
    const lines = ['"B+"', '0', '6', '3.5', '""'].map((mark) => `{"answer":"a","mark":${mark}}`);
    const { answers, notes } = await read([file('a.jsonl', lines.join('\n'))]);
    expect(answers.map(({ mark }) => mark)).toEqual([null, null, null, 3.5, null]);
    expect(answers.map(({ extra }) => extra)).toEqual([{ mark: 'B+' }, { mark: 0 }, { mark: 6 }, {}, {}]);
    expect(notes).toHaveLength(3);
  });

  test('a field called __proto__ is only a field', async () => {
    const { answers } = await read([file('a.jsonl', '{"answer":"a","__proto__":{"polluted":true}}')]);
    expect(Object.keys(answers[0]!.extra)).toEqual(['__proto__']);
    expect((answers[0]!.extra as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('--question stands in for a question, not for a prompt', async () => {
    const text = '{"answer":"a"}\n{"answer":"a","prompt":"Why?"}\n{"answer":"a","question":"revenue-cycle"}';
    const { answers } = await read([file('a.jsonl', text)], { question: 'compliance' });
    expect(answers.map(({ question }) => question)).toEqual(['compliance', null, 'revenue-cycle']);
  });
});
