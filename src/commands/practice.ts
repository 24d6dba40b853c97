import { graders } from '../grading/graders.ts';
import { choose } from '../interview/plan.ts';
import { loadPack } from '../pack/load.ts';
import { paletteFor } from './practice/palette.ts';
import { piped } from './practice/piped.ts';
import { screenRoom, WIDEST } from './practice/screen-room.ts';
import { inTerminal } from './practice/terminal.ts';

/** How many follow-ups the interviewer may ask of one answer. */
const FOLLOW_UPS = 3;

/** `greenroom practice`: the mock interview, in a terminal or from a pipe. */
export async function run(args: string[], options: Record<string, unknown>): Promise<number> {
  const pack = await loadPack(options.pack as string | undefined);
  const asked = choose(pack, { ids: args });
  const grader = await graders.offline();
  const palette = paletteFor(process.stdout, options.color);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    return piped(asked, grader, { width: Math.min(process.stdout.columns || 80, WIDEST), palette });
  }
  return inTerminal(
    screenRoom(palette),
    { mode: 'practice', asked, followUps: FOLLOW_UPS, selfRate: false },
    grader,
  );
}
