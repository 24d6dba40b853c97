import { UsageError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import { GENERAL, type Pack } from '../pack/pack.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import type { Asked } from './interview.ts';

/** The time box of a question that is not the pack's own. */
const GENERAL_MINUTES = 3;

export interface Wanted {
  /** Question ids, in the order wanted; none means all, in the pack's order. */
  ids: string[];
  /** Questions of the candidate's own, judged by the general rubric. They come first. */
  own?: string[] | undefined;
  /** At most so many. */
  count?: number | undefined;
  /** A source of numbers from 0 up to 1 to shuffle by. */
  random?: (() => number) | undefined;
  /** A time box for every question, in seconds. */
  seconds?: number | null;
}

/**
 * The questions of an interview.
 *
 * @throws UsageError for a question the pack does not have
 */
export function choose(pack: Pack, wanted: Wanted): Asked[] {
  const own = (wanted.own ?? []).map((prompt) => ownQuestion(pack, prompt));
  const questions = wanted.ids.map((id) => find(pack, id));
  const all = own.length === 0 && questions.length === 0 ? pack.questions : questions;
  const asked = [...own, ...all.map((question) => fromPack(pack, question))].map((one) =>
    wanted.seconds == null ? one : { ...one, seconds: wanted.seconds },
  );
  return (wanted.random === undefined ? asked : shuffled(asked, wanted.random)).slice(0, wanted.count);
}

/** One question of a plan by its id, or by its wording where it has none. */
export function askedBy(pack: Pack, one: { question: string | null; prompt: string }): Asked {
  return one.question === null ? ownQuestion(pack, one.prompt) : fromPack(pack, find(pack, one.question));
}

function find(pack: Pack, id: string): Question {
  const question = pack.questions.find((one) => one.id === id);
  if (question !== undefined) return question;
  const ids = pack.questions.map((one) => one.id);
  const meant = nearest(id, ids);
  throw new UsageError(
    `there is no question "${id}". ${meant === null ? `There are: ${ids.join(', ')}` : `Did you mean "${meant}"?`}`,
  );
}

function fromPack(pack: Pack, question: Question): Asked {
  return {
    question,
    rubric: rubricOf(pack, question.id),
    prompt: question.prompt,
    seconds: question.minutes * 60,
  };
}

function ownQuestion(pack: Pack, prompt: string): Asked {
  return { question: null, rubric: rubricOf(pack, GENERAL), prompt, seconds: GENERAL_MINUTES * 60 };
}

function rubricOf(pack: Pack, id: string): Rubric {
  const rubric = pack.rubrics.get(id);
  if (rubric === undefined) throw new UsageError(`the pack in ${pack.dir} has no rubric "${id}"`);
  return rubric;
}

/** Fisher and Yates. */
function shuffled<T>(items: T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
