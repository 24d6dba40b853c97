import type { Assessment, Score } from '../grading/assessment.ts';
import type { Question, Rubric } from '../pack/schema.ts';

/**
 * The mock interview as a state machine. It knows nothing of terminals, clocks or files: `advance`
 * takes what happened and returns what is now; whoever runs it reads `stage` to know what to do next.
 */

/** One question of this interview. */
export interface Asked {
  /** The pack's id for it, or `closing`; null for a question of the candidate's own. */
  id: string | null;
  title: string;
  /** null where it is not one of the pack's questions. */
  question: Question | null;
  rubric: Rubric;
  prompt: string;
  /** The time box, in seconds. */
  seconds: number;
}

export interface Plan {
  /** practice: a scorecard after every answer. mock: none until the end. */
  mode: 'practice' | 'mock';
  asked: Asked[];
  /** How many follow-ups may be asked of one answer. */
  followUps: number;
  /** Whether the candidate marks each answer before seeing its score. */
  selfRate: boolean;
}

/** What is being answered: the question, the question once more, or the interviewer's follow-up. */
export type Kind = 'first' | 'again' | 'follow-up';

export interface Part {
  id: string;
  prompt: string;
  text: string;
  seconds: number;
}

/** One go at a question: the answer and what was added to it in reply to follow-ups. */
export interface Take {
  parts: Part[];
  self: Score | null;
  /** readings[i] judges the first i + 1 parts together. */
  readings: Assessment[];
  /** A second opinion on all of it, where one was asked for. */
  beside: Assessment | null;
}

export type Stage = 'asking' | 'rating' | 'grading' | 'feedback' | 'panel' | 'over';

export interface Interview {
  plan: Plan;
  stage: Stage;
  /** Which question of the plan, from 0. */
  at: number;
  kind: Kind;
  /** The takes of each question of the plan, in order. */
  takes: Take[][];
  /** Whether the candidate broke it off. */
  stopped: boolean;
}

export type Choice = 'follow-up' | 'again' | 'next' | 'stop';

export type Happened =
  | { type: 'answered'; id: string; text: string; seconds: number }
  | { type: 'skipped' }
  | { type: 'rated'; self: Score | null }
  | { type: 'graded'; assessment: Assessment; beside: Assessment | null }
  | { type: 'chose'; choice: Choice }
  | { type: 'stopped' }
  | { type: 'panel-read' };

/** An interview before its first question. */
export function begin(plan: Plan): Interview {
  const stage = plan.asked.length === 0 ? 'over' : 'asking';
  return { plan, stage, at: 0, kind: 'first', takes: plan.asked.map(() => []), stopped: false };
}

/**
 * What is, after `event`.
 *
 * @throws Error when the event cannot happen at this stage, which is a fault of the caller
 */
export function advance(now: Interview, event: Happened): Interview {
  switch (event.type) {
    case 'answered':
      expect(now, event, 'asking');
      return answered(now, { id: event.id, prompt: promptOf(now), text: event.text, seconds: event.seconds });
    case 'skipped':
      expect(now, event, 'asking');
      return now.kind === 'first' || now.plan.mode === 'mock' ? next(now) : { ...now, stage: 'feedback' };
    case 'rated':
      expect(now, event, 'rating');
      return { ...withTake(now, { ...latest(now), self: event.self }), stage: 'grading' };
    case 'graded':
      expect(now, event, 'grading');
      return graded(now, event.assessment, event.beside);
    case 'chose':
      expect(now, event, 'feedback');
      return chose(now, event.choice);
    case 'stopped':
      return stop({ ...now, stopped: true });
    case 'panel-read':
      expect(now, event, 'panel');
      return { ...now, stage: 'over' };
  }
}

function expect(now: Interview, event: Happened, stage: Stage): void {
  if (now.stage !== stage) throw new Error(`"${event.type}" cannot happen while ${now.stage}`);
}

function answered(now: Interview, part: Part): Interview {
  const stage = now.plan.selfRate && now.kind !== 'follow-up' ? 'rating' : 'grading';
  if (now.kind === 'follow-up') {
    const take = latest(now);
    return { ...withTake(now, { ...take, parts: [...take.parts, part] }), stage };
  }
  const take: Take = { parts: [part], self: null, readings: [], beside: null };
  return { ...now, stage, takes: now.takes.with(now.at, [...takesOf(now), take]) };
}

function graded(now: Interview, assessment: Assessment, beside: Assessment | null): Interview {
  const take = latest(now);
  const then = withTake(now, { ...take, readings: [...take.readings, assessment], beside });
  if (now.plan.mode === 'practice') return { ...then, stage: 'feedback' };
  return mayFollowUp(then) ? { ...then, stage: 'asking', kind: 'follow-up' } : next(then);
}

function chose(now: Interview, choice: Choice): Interview {
  switch (choice) {
    case 'follow-up':
      return { ...now, stage: 'asking', kind: 'follow-up' };
    case 'again':
      return { ...now, stage: 'asking', kind: 'again' };
    case 'next':
      return next(now);
    case 'stop':
      return stop({ ...now, stopped: true });
  }
}

function next(now: Interview): Interview {
  const at = now.at + 1;
  if (at < now.plan.asked.length) return { ...now, at, stage: 'asking', kind: 'first' };
  return stop(now);
}

/** A mock interview that was stopped early still has the panel speak on what there was. */
function stop(now: Interview): Interview {
  const heard = now.takes.some((takes) => takes.some((take) => take.readings.length > 0));
  return { ...now, stage: now.plan.mode === 'mock' && heard && now.stage !== 'panel' ? 'panel' : 'over' };
}

/** Whether the interviewer has another follow-up to the answer just graded. */
export function mayFollowUp(now: Interview): boolean {
  const take = takesOf(now).at(-1);
  if (take === undefined) return false;
  return take.parts.length <= now.plan.followUps && take.readings.at(-1)?.followUp != null;
}

/** The question on the table. */
export function askedNow(now: Interview): Asked {
  const asked = now.plan.asked[now.at];
  if (asked === undefined) throw new Error(`no question ${now.at} in a plan of ${now.plan.asked.length}`);
  return asked;
}

/** What the interviewer says now: the question, or the follow-up to what was just answered. */
export function promptOf(now: Interview): string {
  const followUp = now.kind === 'follow-up' ? latest(now).readings.at(-1)?.followUp : null;
  return followUp ?? askedNow(now).prompt;
}

/** All goes at the question on the table. */
export function takesOf(now: Interview): Take[] {
  return now.takes[now.at] ?? [];
}

/** The go that was made last at the question on the table. */
export function latest(now: Interview): Take {
  const take = takesOf(now).at(-1);
  if (take === undefined) throw new Error('nothing has been answered yet');
  return take;
}

/** An answer and its additions as one text, as it is graded. */
export function textOf(take: Take): string {
  return take.parts.map((part) => part.text).join('\n\n');
}

function withTake(now: Interview, take: Take): Interview {
  return { ...now, takes: now.takes.with(now.at, takesOf(now).with(-1, take)) };
}
