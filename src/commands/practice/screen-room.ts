import { once } from 'node:events';
import type { Palette } from '../../report/scorecard.ts';
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
  return {
    layout: () => ({ width: Math.min((screen.columns || 80) - 1, WIDEST), palette }),
    say: (lines) => void screen.write(`${lines.join('\n')}\n`),
    write: (request) => answerPrompt({ ...request, dim: palette.dim, screen }, context),
    key: (lines, keys) => keyPrompt({ lines, keys }, context),
  };
}
