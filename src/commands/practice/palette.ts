import { Chalk } from 'chalk';
import type { Palette } from '../../report/lines.ts';

/** chalk heeds neither NO_COLOR nor a dumb terminal, so both are asked here. */
export function paletteFor(stream: { isTTY?: boolean }, colour: unknown): Palette {
  const none = colour === false || Boolean(process.env.NO_COLOR) || process.env.TERM === 'dumb';
  const chalk = new Chalk({ level: none || !stream.isTTY ? 0 : 1 });
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    worry: (text) => chalk.red.bold(text),
  };
}
