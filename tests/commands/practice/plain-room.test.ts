import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plainRoom } from '../../../src/commands/practice/plain-room.ts';

beforeEach(() => vi.stubEnv('TERM', 'dumb'));
afterEach(() => vi.unstubAllEnvs());

const same = (text: string) => text;
const palette = { bold: same, dim: same, good: same, worry: same };

function open() {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  let said = '';
  stdout.on('data', (chunk) => {
    said += chunk;
  });
  return { room: plainRoom(palette, { stdin, stdout }), stdin, said: () => said };
}
const request = (over = {}) => ({
  heading: () => ['The question?'],
  text: '',
  seconds: 0,
  earlier: null,
  box: 60,
  keep: () => {},
  ...over,
});

it('reads lines until two are empty, and redraws nothing', async () => {
  const { room, stdin, said } = open();
  const written = room.write(request());
  stdin.write('one\n\ntwo\n\n\n');
  expect(await written).toMatchObject({ end: 'finished', text: 'one\n\ntwo' });
  expect(said()).toContain('The question?');
  expect(said()).not.toContain('\u001b');
});

it('goes on from what is there, and takes commands on a line alone', async () => {
  const { room, stdin } = open();
  const kept: string[] = [];
  const written = room.write(request({ text: 'begun', keep: (text: string) => kept.push(text) }));
  stdin.write('and :s is not one\n:e\n');
  expect(await written).toMatchObject({ end: 'editor', text: 'begun\nand :s is not one' });
  expect(kept).toEqual(['begun\nand :s is not one']);
});

it('fetches the last answer back', async () => {
  const { room, stdin } = open();
  const written = room.write(request({ earlier: 'as before' }));
  stdin.write(':p\nand more\n\n\n');
  expect((await written).text).toBe('as before\nand more');
});

it('does not finish with nothing written', async () => {
  const { room, stdin, said } = open();
  const written = room.write(request());
  stdin.write('\n\n\n:s\n');
  expect((await written).end).toBe('skip');
  expect(said()).not.toContain('finished.\n\n\n');
});

it('takes the first letter of a line as a key, and asks again for one that is none', async () => {
  const { room, stdin, said } = open();
  const key = room.key(['[n] next'], ['n', 'enter']);
  stdin.write('what\n');
  await new Promise((resolve) => setTimeout(resolve, 10));
  stdin.write('Next\n');
  expect(await key).toBe('n');
  expect(said()).toContain('Not one of these: w');
});

it('ends with the input', async () => {
  const { room, stdin } = open();
  const written = room.write(request());
  stdin.end();
  await expect(written).rejects.toThrow(expect.objectContaining({ name: 'ExitPromptError' }));
});
