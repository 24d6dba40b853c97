import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { answerPrompt } from '../../../src/commands/practice/answer-prompt.ts';

function open(text = '') {
  const input = new PassThrough();
  const screen = Object.assign(new PassThrough(), { columns: 60, rows: 20 });
  let drawn = '';
  screen.on('data', (chunk) => {
    drawn += chunk;
  });
  const kept: string[] = [];
  const written = answerPrompt(
    {
      heading: () => ['The question?'],
      text,
      seconds: 30,
      earlier: null,
      box: 180,
      keep: (one) => kept.push(one),
      dim: (one) => one,
      screen: screen as unknown as NodeJS.WriteStream,
    },
    { input, output: screen, clearPromptOnDone: true },
  );
  return { input, screen, kept, written, drawn: () => drawn };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

it('gives the text and the time it took, with what went before', async () => {
  const { input, written, kept, drawn } = open('I began');
  input.write(' and went on.');
  await soon();
  expect(drawn()).toContain('The question?');
  expect(drawn()).toContain('5 words');
  input.write('\u0004');
  expect(await written).toEqual({ end: 'finished', text: 'I began and went on.', seconds: 30 });
  expect(kept.at(-1)).toBe('I began and went on.');
});

it('takes a long paste in one piece, quickly', async () => {
  const { input, written, kept } = open();
  const paste = Array.from({ length: 2000 }, (_, i) => (i % 300 === 299 ? 'word\n\n\n\n' : 'word '))
    .join('')
    .trim();
  const start = Date.now();
  input.write(`\u001b[200~${paste.replaceAll('\n', '\r')}\u001b[201~`);
  await soon();
  input.write('\u0004');
  expect((await written).text).toBe(paste);
  expect(kept).toHaveLength(1);
  expect(Date.now() - start).toBeLessThan(2000);
});

it('asks the terminal to mark pastes, and to stop that afterwards', async () => {
  const { input, written, drawn } = open('x');
  await soon();
  input.write('\u0004');
  await written;
  expect(drawn().indexOf('\u001b[?2004h')).toBeGreaterThan(-1);
  expect(drawn().indexOf('\u001b[?2004l')).toBeGreaterThan(drawn().indexOf('\u001b[?2004h'));
});

it('draws anew when the terminal changes, and never more rows than it has', async () => {
  const { input, screen, written, drawn } = open(
    Array.from({ length: 90 }, (_, i) => `line ${i}`).join('\n'),
  );
  await soon();
  const before = drawn().length;
  screen.columns = 30;
  screen.rows = 10;
  screen.emit('resize');
  await soon();
  const after = drawn().slice(before);
  expect(after).toContain('\u001b[2J');
  expect(after).toContain('line 89');
  expect(after.split('\n').length).toBeLessThanOrEqual(10);
  input.write('\u0004');
  await written;
});

it('rejects on Ctrl-C', async () => {
  const { input, written } = open();
  await soon();
  input.write('\u0003');
  await expect(written).rejects.toThrow(expect.objectContaining({ name: 'ExitPromptError' }));
});
