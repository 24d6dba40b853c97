import { createInterface } from 'node:readline';
import { ExitPromptError } from '@inquirer/core';
import type { Palette } from '../../report/lines.ts';
import { plainText } from '../../report/plain.ts';
import { PASTE_OFF, PASTE_ON } from './answer-prompt.ts';
import { entersToFinish, typed } from './editing.ts';
import type { AnswerRequest, Room, Written } from './room.ts';
import { WIDEST } from './screen-room.ts';

const COMMANDS = new Map<string, Written['end']>([
  [':e', 'editor'],
  [':s', 'skip'],
  [':q', 'stop'],
]);

/** Where lines come from and go to. */
interface Streams {
  stdin: NodeJS.ReadableStream & { readableEnded: boolean };
  stdout: NodeJS.WritableStream & { columns?: number };
}

/**
 * A room in which nothing is ever redrawn: lines follow each other, as screen readers and simple terminals
 * want it. There is no clock; the time is told with the answer.
 */
export function plainRoom(palette: Palette, streams: Streams = process): Room {
  const say = (lines: string[]) => void streams.stdout.write(`${lines.join('\n')}\n`);
  return {
    layout: () => ({ width: Math.min((streams.stdout.columns || 80) - 1, WIDEST), palette }),
    say,
    write: (request) => write(request, say, streams),
    async key(lines, keys) {
      say([...lines, `Type a letter${keys.includes('enter') ? ', or nothing,' : ''} and press Enter.`]);
      for (;;) {
        const [line] = await readLines(streams, () => true);
        const key = line === null ? 'q' : line?.trim().slice(0, 1).toLowerCase() || 'enter';
        if (keys.includes(key)) return key;
        say([key === 'enter' ? 'One of these letters, please.' : `Not one of these: ${key}`]);
      }
    },
  };
}

async function write(request: AnswerRequest, say: Room['say'], streams: Streams): Promise<Written> {
  // Not the time of day, which may be set back.
  const started = performance.now();
  const seconds = () => request.seconds + Math.floor((performance.now() - started) / 1000);
  let text = request.text;
  say([
    ...request.heading(),
    '',
    'Write your answer. Press Enter three times when it is finished.',
    'On a line alone, :e opens your editor, :s skips the question, :q stops.',
    ...(request.earlier === null ? [] : ['With :p your last answer is taken as the beginning.']),
    ...(text === '' ? [] : ['This is what you have so far:', text]),
  ]);
  if (text !== '') text += '\n';
  for (;;) {
    let end: Written['end'] | null = null;
    const lines = await readLines(streams, (line, pasting) => {
      end = COMMANDS.get(line.trim()) ?? null;
      if (line.trim() === ':p' && request.earlier !== null) {
        text = `${request.earlier}\n`;
        say([request.earlier]);
        return false;
      }
      // The third Enter in a row is one on an empty line below an empty line.
      const finished = !pasting && line.trim() === '' && entersToFinish(typed(text)) === 1;
      if (end === null && finished) end = 'finished';
      if (end !== null) return true;
      text += `${plainText(line)}\n`;
      request.keep(text.trimEnd(), seconds());
      return false;
    });
    if (lines.at(-1) === null) end = 'finished';
    if (end !== 'finished' || text.trim() !== '')
      return { end: end ?? 'finished', text: text.trim(), seconds: seconds() };
    say(['Nothing is written yet. :s skips this question.']);
  }
}

/**
 * Reads lines until `enough` says so of one.
 *
 * @returns the lines; the last is null when the candidate pressed Ctrl-D
 */
function readLines(
  { stdin, stdout }: Streams,
  enough: (line: string, pasting: boolean) => boolean,
): Promise<(string | null)[]> {
  const terminal = process.env.TERM !== 'dumb';
  const reader = createInterface({ input: stdin, output: stdout, terminal, prompt: '' });
  let pasting = false;
  const pasteKeys = (_: string, key: { name?: string }) => {
    if (key.name === 'paste-start') pasting = true;
    if (key.name === 'paste-end') pasting = false;
  };
  stdin.on('keypress', pasteKeys);
  if (terminal) stdout.write(PASTE_ON);
  const lines: (string | null)[] = [];
  return new Promise<(string | null)[]>((resolve, reject) => {
    const interrupted = () => reject(new ExitPromptError('interrupted'));
    reader.on('SIGINT', interrupted);
    process.once('SIGINT', interrupted);
    reader.on('line', (line) => {
      lines.push(line);
      if (enough(line, pasting)) resolve(lines);
    });
    reader.on('close', () => {
      process.off('SIGINT', interrupted);
      if (stdin.readableEnded) interrupted();
      else resolve([...lines, null]);
    });
  }).finally(() => {
    stdin.off('keypress', pasteKeys);
    if (terminal) stdout.write(PASTE_OFF);
    reader.close();
  });
}
