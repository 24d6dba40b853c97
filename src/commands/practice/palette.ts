import { Chalk } from 'chalk';
import type { Palette } from '../../report/scorecard.ts';

/** chalk heeds neither NO_COLOR nor a dumb terminal, so both are asked here. */
export function paletteFor(stream: { isTTY?: boolean }, colour: unknown): Palette {
  const none = colour === false || Boolean(process.env.NO_COLOR) || process.env.TERM === 'dumb';
  const chalk = none || !stream.isTTY ? new Chalk({ level: 0 }) : new Chalk({ level: 1 });
  return { bold: chalk.bold, dim: chalk.dim, good: chalk.green, worry: chalk.yellow.bold };
}
