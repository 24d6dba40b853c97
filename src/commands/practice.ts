import { UsageError } from '../errors.ts';
import { graders } from '../grading/graders.ts';
import { begin } from '../interview/interview.ts';
import { choose } from '../interview/plan.ts';
import { loadPack } from '../pack/load.ts';
import { flagsOf } from './practice/flags.ts';
import { greenroomHome } from './practice/home.ts';
import { paletteFor } from './practice/palette.ts';
import { piped } from './practice/piped.ts';

/** `greenroom practice`: the mock interview, in a terminal or from a pipe. */
export async function run(args: string[], options: Record<string, unknown>): Promise<number> {
  const flags = flagsOf(options);
  const pack = await loadPack(options.pack as string | undefined);
  const grader = await graders.offline();
  const palette = paletteFor(process.stdout, options.color);
  const home = greenroomHome();
  const { ask, count, time, mock, followUps, selfRate } = flags;
  const asked = choose(pack, {
    ids: args,
    own: ask,
    count,
    seconds: time,
    random: flags.shuffle ? Math.random : undefined,
  });
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    if (flags.resume)
      throw new UsageError('--resume goes on with an interview in a terminal; here there is none');
    return piped(asked, grader, home, { width: 80, palette });
  }

  const room = await openRoom(flags.plain, palette);
  const { inTerminal } = await import('./practice/terminal.ts');
  if (flags.resume) {
    const { resumed } = await import('./practice/resume.ts');
    return inTerminal({ room, grader, home, time, ...(await resumed(pack, home)) });
  }
  const plan = { mode: mock ? ('mock' as const) : ('practice' as const), asked, followUps, selfRate };
  return inTerminal({ room, grader, home, time, interview: begin(plan), session: null });
}

async function openRoom(plain: boolean, palette: ReturnType<typeof paletteFor>) {
  if (plain) return (await import('./practice/plain-room.ts')).plainRoom(palette);
  return (await import('./practice/screen-room.ts')).screenRoom(palette);
}
