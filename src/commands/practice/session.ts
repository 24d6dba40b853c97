import { randomBytes } from 'node:crypto';
import type { Assessment, Score } from '../../grading/assessment.ts';
import { countWords } from '../../grading/unscored.ts';
import {
  advance,
  askedNow,
  type Happened,
  type Interview,
  latest,
  promptOf,
  textOf,
} from '../../interview/interview.ts';
import type { Journal } from '../../journal/append.ts';
import type { Signed } from '../score-opinion.ts';
import { clock } from './answer-view.ts';
import { askForAnswer } from './ask.ts';
import { feedback } from './feedback.ts';
import { graded } from './grade.ts';
import { showPanel } from './panel.ts';
import { interruptible, type Room, STOP } from './room.ts';

export interface Session {
  room: Room;
  /** Who grades: one, or two for a second opinion. */
  by: Signed[];
  journal: Journal;
  /** greenroom's folder, where drafts are kept. */
  home: string;
}

/**
 * Runs an interview to its end: does what each stage asks for, and tells the interview what happened. What
 * happened is in the journal before anything is shown of it.
 */
export async function sit(session: Session, from: Interview): Promise<Interview> {
  let now = from;
  while (now.stage !== 'over') now = advance(now, await happens(session, now));
  return now;
}

async function happens(session: Session, now: Interview): Promise<Happened> {
  switch (now.stage) {
    case 'asking':
      return ask(session, now);
    case 'rating':
      return rate(session, now);
    case 'grading':
      return grade(session, now);
    case 'feedback':
      return feedback(session, now);
    case 'panel':
      await showPanel(session.room, now);
      return { type: 'panel-read' };
    case 'over':
      throw new Error('the interview is over');
  }
}

async function ask({ room, journal, home }: Session, now: Interview): Promise<Happened> {
  const written = await askForAnswer(room, home, journal.session, now);
  if (written === STOP) return { type: 'stopped' };
  if (written === 'skip') {
    journal.append({ event: 'skipped', place: now.at });
    return { type: 'skipped' };
  }
  const { text, seconds } = written;
  const id = `${journal.session}-${randomBytes(3).toString('hex')}`;
  const question = askedNow(now).id;
  const prompt = promptOf(now);
  journal.append({
    event: 'answered',
    answer: id,
    place: now.at,
    question,
    prompt,
    kind: now.kind,
    text,
    seconds,
  });
  written.safe();
  const words = countWords(text);
  room.say([
    room.layout().palette.dim(`${words} ${words === 1 ? 'word' : 'words'} in ${clock(seconds)}. It is kept.`),
  ]);
  return { type: 'answered', id, text, seconds };
}

async function rate({ room, journal }: Session, now: Interview): Promise<Happened> {
  const lines = [
    'How would a panel mark that? 1 poor, 2 weak, 3 adequate, 4 strong, 5 outstanding',
    '1 to 5, or Enter to leave it',
  ];
  const key = await interruptible(room, () => room.key(lines, ['1', '2', '3', '4', '5', 'enter']));
  if (key === STOP) return { type: 'stopped' };
  if (key === 'enter') return { type: 'rated', self: null };
  const self = Number(key) as Score;
  journal.append({ event: 'rated', answer: answerId(now), self });
  return { type: 'rated', self };
}

async function grade({ room, by, journal }: Session, now: Interview): Promise<Happened> {
  const { question, rubric, prompt } = askedNow(now);
  const id = answerId(now);
  const request = { question, rubric, prompt, answer: textOf(latest(now)) };
  if (by.some(({ signature }) => signature.model !== null)) room.say(['It is being read.']);
  const read = await untilInterrupted((signal) =>
    Promise.all(by.map(async (one) => ({ ...(await graded(one, request, signal)), id }))),
  );
  const [assessment, beside = null] = read as [Assessment, Assessment?];
  journal.append({
    event: 'scored',
    answer: id,
    assessment,
    ...(beside === null ? {} : { beside }),
  });
  return { type: 'graded', assessment, beside };
}

/** Ctrl-C while no prompt is there to hear it; the work rejects with an AbortError. */
async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once('SIGINT', interrupted);
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGINT', interrupted);
  }
}

function answerId(now: Interview): string {
  return latest(now).parts.at(-1)?.id ?? '';
}
