import { randomBytes } from 'node:crypto';
import { type Interview, latest, textOf } from '../../interview/interview.ts';
import { openJournal } from '../../journal/append.ts';
import { dropDraft, sweepDrafts } from '../../journal/draft.ts';
import { type CardLayout, wrap } from '../../report/lines.ts';
import { plainText } from '../../report/plain.ts';
import type { Signed } from '../score-opinion.ts';
import { headingOf } from './ask.ts';
import { commandName } from './command-name.ts';
import { panelView } from './panel.ts';
import { interruptible, type Room } from './room.ts';
import { sit } from './session.ts';

/** Exit code after the second Ctrl-C. */
const INTERRUPTED = 130;
/** Ctrl-C at a prompt, a terminal that has gone away, Ctrl-C while an answer is being read. */
const INTERRUPTIONS = new Set(['ExitPromptError', 'AbortPromptError', 'AbortError']);

/** An interview that could be begun, or gone on with. */
export interface Offer {
  interview: Interview;
  /** What is said first. */
  lines: (layout: CardLayout) => string[];
  /** The session that is gone on with; null for a new one. */
  session: string | null;
}

export interface Sitting {
  room: Room;
  by: Signed[];
  home: string;
  /** `--time`, in seconds. */
  time: number | null;
  offer: Offer;
  /** What was left unfinished and can be gone on with instead. */
  unfinished: (() => Offer) | null;
}

/** The mock interview in a terminal. Returns the exit code. */
export async function inTerminal(sitting: Sitting): Promise<number> {
  const { room, by, home, time } = sitting;
  try {
    const offer = await accepted(sitting);
    if (offer === null) return 0;
    const { interview, session } = offer;
    sweepDrafts(home);
    const journal = openJournal(home, session ?? randomBytes(5).toString('hex'));
    if (session === null) journal.append(started(interview, time));
    else if (interview.stage === 'feedback') room.say(lastAnswer(interview, room.layout()));
    const end = await sit({ room, by, journal, home }, interview);
    journal.append({ event: 'ended', why: end.stopped ? 'stopped' : 'finished' });
    if (!end.stopped) dropDraft(home, journal.session);
    journal.close();
    room.say(farewell(end, room.layout()));
    return 0;
  } catch (error) {
    const { name } = error as Error;
    if (!INTERRUPTIONS.has(name)) throw error;
    room.say(['', ...wrap(`Stopped. What you have written is kept. ${goOn()}`, room.layout().width)]);
    return INTERRUPTED;
  }
}

/** Says what is about to happen and waits for a key; null when the candidate would rather not. */
async function accepted({ room, offer, unfinished }: Sitting): Promise<Offer | null> {
  const start = offer.session === null ? '[Enter] start' : '[Enter] go on';
  const keys =
    unfinished === null ? `${start}  [q] not now` : `${start}  [g] go on where you stopped  [q] not now`;
  const lines = [...offer.lines(room.layout()), '', keys];
  const key = await interruptible(room, () =>
    room.key(lines, ['enter', 'q', ...(unfinished === null ? [] : ['g'])]),
  );
  if (key === 'g' && unfinished !== null) return unfinished();
  return key === 'enter' ? offer : null;
}

function started({ plan }: Interview, time: number | null) {
  const asked = plan.asked.map(({ id, prompt }) => ({ question: id, prompt }));
  const { mode, followUps, selfRate } = plan;
  return { event: 'started' as const, mode, asked, followUps, selfRate, time };
}

/** The question and the answer whose scorecard comes next, for somebody who has been away. */
function lastAnswer(interview: Interview, layout: CardLayout): string[] {
  const text = plainText(textOf(latest(interview)));
  return [...headingOf(interview, layout), '', ...wrap(text, layout.width)];
}

function farewell(end: Interview, layout: CardLayout): string[] {
  const answers = end.takes.flat().length;
  const kept =
    answers === 0
      ? 'Nothing answered this time.'
      : `${answers === 1 ? 'One answer' : `${answers} answers`}, kept.`;
  if (end.stopped) return ['', ...wrap(`${kept} ${goOn()}`, layout.width)];
  const whole = end.plan.mode === 'practice' && end.takes.filter((takes) => takes.length > 0).length > 1;
  return [
    ...(whole ? ['', ...panelView(end, layout)] : []),
    '',
    kept,
    `How you are getting on:        ${commandName()} progress`,
    `The page for the day before:   ${commandName()} brief`,
  ];
}

function goOn(): string {
  return `To go on from here: ${commandName()} practice --resume`;
}
