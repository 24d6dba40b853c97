import { randomBytes } from 'node:crypto';
import type { Grader } from '../../grading/assessment.ts';
import type { Interview } from '../../interview/interview.ts';
import { openJournal } from '../../journal/append.ts';
import { dropDraft } from '../../journal/draft.ts';
import { wrap } from '../../report/lines.ts';
import { greeting, welcomeBack } from './greeting.ts';
import { interruptible, type Room } from './room.ts';
import { sit } from './session.ts';

/** Exit code after the second Ctrl-C. */
const INTERRUPTED = 130;
const GO_ON = 'To go on from here: greenroom practice --resume';

export interface Sitting {
  room: Room;
  grader: Grader;
  home: string;
  /** `--time`, in seconds. */
  time: number | null;
  interview: Interview;
  /** The session that is gone on with; null for a new one. */
  session: string | null;
}

/** The mock interview in a terminal. Returns the exit code. */
export async function inTerminal(sitting: Sitting): Promise<number> {
  const { room, grader, home, interview } = sitting;
  try {
    const lines =
      sitting.session === null
        ? greeting(interview, home, room.layout())
        : welcomeBack(interview, room.layout());
    const key = await interruptible(room, () => room.key(lines, ['enter', 'q']));
    if (key !== 'enter') return 0;
    const journal = openJournal(home, sitting.session ?? randomBytes(5).toString('hex'));
    if (sitting.session === null) journal.append(started(sitting));
    const end = await sit({ room, grader, journal, home }, interview);
    const finished = !end.stopped;
    journal.append({ event: 'ended', why: finished ? 'finished' : 'stopped' });
    if (finished) dropDraft(home, journal.session);
    journal.close();
    room.say(farewell(end, finished, room.layout().width));
    return 0;
  } catch (error) {
    const { name } = error as Error;
    if (name !== 'ExitPromptError' && name !== 'AbortPromptError') throw error;
    room.say(['', ...wrap(`Stopped. What you have written is kept. ${GO_ON}`, room.layout().width)]);
    return INTERRUPTED;
  }
}

function started({ interview: { plan }, time }: Sitting) {
  const asked = plan.asked.map(({ question, prompt }) => ({ question: question?.id ?? null, prompt }));
  const { mode, followUps, selfRate } = plan;
  return { event: 'started' as const, mode, asked, followUps, selfRate, time };
}

function farewell(end: Interview, finished: boolean, width: number): string[] {
  const answers = end.takes.flat().length;
  const kept =
    answers === 0
      ? 'Nothing answered this time.'
      : `${answers === 1 ? 'One answer' : `${answers} answers`}, kept.`;
  return ['', ...wrap(finished ? kept : `${kept} ${GO_ON}`, width)];
}
