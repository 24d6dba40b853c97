import { describe, expect, test } from 'vitest';
import { file, read } from './reading.ts';

const TEXT = '{"question":"compliance","answer":"café 🙂"}\n';
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', utf16(TEXT)],
    ['UTF-16, big end first', utf16(TEXT).swap16()],
  ])('%s is read', async (_, bytes) => {
    const { answers, faults } = await read([file('a.jsonl', bytes)]);
    expect(faults).toEqual([]);
    expect(answers.map(({ answer }) => answer)).toEqual(['café 🙂']);
  });

  test.each([
    ['Latin-1', Buffer.from(TEXT, 'latin1')],
    ['a zero byte', Buffer.from('a\0b')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['half a character at the end', Buffer.from([0x61, 0xe2, 0x82])],
    ['UTF-16 with half a pair', utf16(`a\ud83d`)],
  ])('%s is the fault of the file', async (_, bytes) => {
    for (const name of ['compliance.md', 'a.jsonl', 'a.csv', 'a.json', 'a.yaml']) {
      const { records, faults } = await read([file(name, bytes)]);
      expect(records, name).toEqual([]);
      expect(faults, name).toHaveLength(1);
    }
  });

  test('a file that stops being text ends there, and the next one is read', async () => {
    const spoilt = Buffer.concat([
      Buffer.from('question,answer\ncompliance,ok\n'),
      Buffer.alloc(1024 * 1024, 'x'),
      Buffer.from([0xff]),
    ]);
    const { answers, faults } = await read([file('a.csv', spoilt), file('b.jsonl', TEXT)]);
    expect(faults).toHaveLength(1);
    expect(answers.at(-1)?.answer).toBe('café 🙂');
  });

  test('text is taken as it is, so that evidence can be counted into it', async () => {
    const { answers } = await read([file('compliance.txt', '\ufeff  One.\r\n\r\nTwo.\n')]);
    expect(answers[0]!.answer).toBe('  One.\r\n\r\nTwo.\n');
  });
});
