import { randomBytes } from 'node:crypto';
import type { Grader } from '../../grading/assessment.ts';
import { begin, type Interview, type Plan } from '../../interview/interview.ts';
import { openJournal } from '../../journal/append.ts';
import { greeting } from './greeting.ts';
import { greenroomHome } from './home.ts';
import { interruptible, type Room } from './room.ts';
import { sit } from './session.ts';

/** Exit code after the second Ctrl-C. */
const INTERRUPTED = 130;

/** The mock interview in a terminal. Returns the exit code. */
export async function inTerminal(room: Room, plan: Plan, grader: Grader): Promise<number> {
  const home = greenroomHome();
  try {
    const lines = greeting(plan.asked, home, room.layout());
    const key = await interruptible(room, () => room.key(lines, ['enter', 'q']));
    if (key !== 'enter') return 0;
    const journal = openJournal(home, randomBytes(5).toString('hex'));
    journal.append({
      event: 'started',
      mode: plan.mode,
      asked: plan.asked.map(({ question, prompt }) => ({ question: question?.id ?? null, prompt })),
      followUps: plan.followUps,
      selfRate: plan.selfRate,
      time: null,
    });
    const end = await sit({ room, grader, journal, home }, begin(plan));
    journal.append({ event: 'ended', why: finished(end) ? 'finished' : 'stopped' });
    room.say(farewell(end));
    return 0;
  } catch (error) {
    if ((error as Error).name !== 'ExitPromptError') throw error;
    room.say(['', 'Stopped. What you have written is kept.']);
    return INTERRUPTED;
  }
}

function finished(end: Interview): boolean {
  return end.at + 1 === end.plan.asked.length;
}

function farewell(end: Interview): string[] {
  const answers = end.takes.flat().length;
  if (answers === 0) return ['Come back when you like.'];
  return [
    `That was ${answers === 1 ? 'one answer' : `${answers} answers`}. ${answers === 1 ? 'It is' : 'They are'} kept.`,
  ];
}
