import { UsageError } from '../errors.ts';
import type { Grader } from '../grading/assessment.ts';
import { graders } from '../grading/graders.ts';
import { choose } from '../interview/plan.ts';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import type { Palette } from '../report/lines.ts';
import { type Flags, flagsOf } from './practice/flags.ts';
import { greenroomHome } from './practice/home.ts';
import { paletteFor } from './practice/palette.ts';
import { piped } from './practice/piped.ts';

/** `greenroom practice`: the mock interview, in a terminal or from a pipe. */
export async function run(args: string[], options: Record<string, unknown>): Promise<number> {
  const flags = flagsOf(options);
  const pack = await loadPack(options.pack as string | undefined);
  const grader = await graders.offline();
  const palette = paletteFor(process.stdout, options.color);
  if (process.stdin.isTTY && process.stdout.isTTY) return inRoom(pack, args, flags, grader, palette);
  if (flags.resume)
    throw new UsageError('--resume goes on with an interview in a terminal; here there is none');
  const { ask, count, time, shuffle } = flags;
  const random = shuffle ? Math.random : undefined;
  const asked = choose(pack, { ids: args, own: ask, count, seconds: time, random });
  return piped(asked, grader, greenroomHome(), { width: 80, palette });
}

async function inRoom(
  pack: Pack,
  ids: string[],
  flags: Flags,
  grader: Grader,
  palette: Palette,
): Promise<number> {
  const home = greenroomHome();
  const [{ inTerminal }, { readJournal }, { start }, { resumed }, { tellDamage }, say] = await Promise.all([
    import('./practice/terminal.ts'),
    import('../journal/read.ts'),
    import('./practice/start.ts'),
    import('./practice/resume.ts'),
    import('./practice/damage.ts'),
    import('./practice/greeting.ts'),
  ]);
  const journal = await readJournal(home);
  tellDamage(journal);
  const room = await openRoom(flags.plain, palette);
  const sitting = { room, grader, home, time: flags.time };
  const left = () => {
    const { session, interview } = resumed(pack, home, journal);
    return {
      session,
      interview,
      lines: (layout: Parameters<typeof say.goingOn>[1]) => say.goingOn(interview, layout),
    };
  };
  if (flags.resume) return inTerminal({ ...sitting, offer: left(), unfinished: null });
  const { interview, first, returning, unfinished } = start(pack, ids, flags, journal, new Date());
  const lines = (layout: Parameters<typeof say.goingOn>[1]) =>
    returning ? say.welcomeBack(interview, first, layout) : say.greeting(interview, home, layout);
  const offer = { interview, lines, session: null };
  return inTerminal({ ...sitting, offer, unfinished: unfinished ? left : null });
}

async function openRoom(plain: boolean, palette: Palette) {
  if (plain) return (await import('./practice/plain-room.ts')).plainRoom(palette);
  return (await import('./practice/screen-room.ts')).screenRoom(palette);
}
