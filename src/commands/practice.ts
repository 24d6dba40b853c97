import { graders } from '../grading/graders.ts';
import { choose } from '../interview/plan.ts';
import { loadPack } from '../pack/load.ts';
import { paletteFor } from './practice/palette.ts';
import { piped } from './practice/piped.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST = 100;

/** `greenroom practice`: the mock interview, in a terminal or from a pipe. */
export async function run(args: string[], options: Record<string, unknown>): Promise<number> {
  const pack = await loadPack(options.pack as string | undefined);
  const asked = choose(pack, { ids: args });
  const grader = await graders.offline();
  const layout = {
    width: Math.min(process.stdout.columns || 80, WIDEST),
    palette: paletteFor(process.stdout, options.color),
  };
  return piped(asked, grader, layout);
}
