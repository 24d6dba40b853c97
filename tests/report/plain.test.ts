import { expect, test } from 'vitest';
import { oneLine, plainJson, plainText } from '../../src/report/plain.ts';

test('every control character but line feed and tab goes, and what reorders text', () => {
  const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((char) =>
    /\p{Cc}/u.test(char),
  );
  expect(plainText(controls.join(''))).toBe('\t\n');
  expect(plainText('a\u202eb\u2066c\u200fd\u061ce\u{e0041}f')).toBe('abcdef');
});

test('what people write stays', () => {
  const text = 'Zoë said “no” – 漢字 שלום 🙂 👩‍⚕️\n\tend';
  expect(plainText(text)).toBe(text);
  expect(oneLine(text)).toBe('Zoë said “no” – 漢字 שלום 🙂 👩‍⚕️ end');
});

test('JSON means the same and steers nothing', () => {
  const value = { text: '\u001b[31m \u009b1m \u202e \u{e0041} \n' };
  expect(JSON.parse(plainJson(value))).toEqual(value);
  expect(plainJson(value)).toBe(plainText(plainJson(value)));
});
