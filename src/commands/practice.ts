import { UsageError } from '../errors.ts';
import { choose } from '../interview/plan.ts';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import type { CardLayout, Palette } from '../report/lines.ts';
import { oneLine } from '../report/plain.ts';
import { type Flags, flagsOf } from './practice/flags.ts';
import { greenroomHome } from './practice/home.ts';
import { paletteFor } from './practice/palette.ts';
import { piped } from './practice/piped.ts';
import { refuseCommands } from './practice/refuse-commands.ts';
import { openOpinions, type Signed } from './score-opinion.ts';

/** `greenroom practice`: the mock interview, in a terminal or from a pipe. */
export async function run(args: string[], options: Record<string, unknown>): Promise<number> {
  const flags = flagsOf(options);
  const pack = await loadPack(options.pack as string | undefined);
  refuseCommands(args, pack);
  const opinions = await openOpinions(options, (message) =>
    process.stderr.write(`greenroom: ${oneLine(message)}\n`),
  );
  const palette = paletteFor(process.stdout, options.color);
  const { by } = opinions;
  const inTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const code = await (inTerminal
    ? inRoom(pack, args, flags, by, palette)
    : fromPipe(pack, args, flags, by, palette));
  await opinions.end();
  return code;
}

async function fromPipe(
  pack: Pack,
  ids: string[],
  { ask, count, time, shuffle, resume }: Flags,
  by: Signed[],
  palette: Palette,
): Promise<number> {
  if (resume) throw new UsageError('--resume goes on with an interview in a terminal; here there is none');
  const random = shuffle ? Math.random : undefined;
  const asked = choose(pack, { ids, own: ask, count, seconds: time, random });
  return piped(asked, by, greenroomHome(), { width: 80, palette });
}

async function inRoom(
  pack: Pack,
  ids: string[],
  flags: Flags,
  by: Signed[],
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
  const model = by.at(-1)?.signature.model ?? null;
  const sitting = { room, by, home, time: flags.time };
  const left = () => {
    const { session, interview } = resumed(pack, home, journal);
    return { session, interview, lines: (layout: CardLayout) => say.goingOn(interview, layout) };
  };
  if (flags.resume) return inTerminal({ ...sitting, offer: left(), unfinished: null });
  const { interview, first, returning, unfinished } = start(pack, ids, flags, journal, new Date());
  const lines = (layout: CardLayout) =>
    returning
      ? say.welcomeBack(interview, first, model, layout)
      : say.greeting(interview, home, model, layout);
  const offer = { interview, lines, session: null };
  return inTerminal({ ...sitting, offer, unfinished: unfinished ? left : null });
}

async function openRoom(plain: boolean, palette: Palette) {
  if (plain) return (await import('./practice/plain-room.ts')).plainRoom(palette);
  return (await import('./practice/screen-room.ts')).screenRoom(palette);
}
