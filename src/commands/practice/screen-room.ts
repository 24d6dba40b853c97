import { once } from 'node:events';
import { type CardLayout, type Palette, wrap } from '../../report/lines.ts';
import { plainText } from '../../report/plain.ts';
import { answerPrompt } from './answer-prompt.ts';
import { keyPrompt } from './key-prompt.ts';
import type { Room } from './room.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
export const WIDEST = 100;

/** A terminal that can be redrawn. */
export function screenRoom(palette: Palette): Room {
  const screen = process.stdout;
  // A terminal that goes away would leave a prompt waiting for ever.
  const gone = new AbortController();
  void once(process.stdin, 'end').then(() => gone.abort());
  const context = { clearPromptOnDone: true, signal: gone.signal };
  const layout = () => ({ width: Math.min((screen.columns || 80) - 1, WIDEST), palette });
  const say = (lines: string[]) => void screen.write(`${lines.join('\n')}\n`);
  return {
    layout,
    say,
    async write(request) {
      const written = await answerPrompt({ ...request, dim: palette.dim, screen }, context);
      if (written.end === 'finished') say(transcript(request.heading(), written.text, layout()));
      return written;
    },
    key: (lines, keys) => keyPrompt({ lines, keys }, context),
  };
}

/** What stays on the screen of a prompt that has been cleared away. */
function transcript(heading: string[], text: string, { width, palette }: CardLayout): string[] {
  return [...heading, '', ...wrap(plainText(text), width - 2).map((line) => palette.dim('> ') + line), ''];
}
