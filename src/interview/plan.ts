import { UsageError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import { GENERAL, type Pack } from '../pack/pack.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import type { Asked } from './interview.ts';

/** The candidate's own questions to the panel: a rubric without a question. */
export const CLOSING = 'closing';
const CLOSING_PROMPT = 'What would you like to ask us? One question at a time.';
/** The time box of a question that is not the pack's own. */
const MINUTES = { own: 3, closing: 1 };

export interface Wanted {
  /** Question ids, in the order wanted, `closing` among them; none means all, in the pack's order. */
  ids: string[];
  /** Questions of the candidate's own, judged by the general rubric. They come first. */
  own?: string[] | undefined;
  /** At most so many. */
  count?: number | undefined;
  /** A source of numbers from 0 up to 1 to shuffle by. */
  random?: (() => number) | undefined;
  /** A time box for every question, in seconds. */
  seconds?: number | null;
  /** Whether the closing round comes last where no question is named. */
  closing?: boolean;
}

/**
 * The questions of an interview.
 *
 * @throws UsageError for a question the pack does not have
 */
export function choose(pack: Pack, wanted: Wanted): Asked[] {
  const own = (wanted.own ?? []).map((prompt) => ownQuestion(pack, prompt));
  const named = own.length > 0 || wanted.ids.length > 0;
  const ids = named ? wanted.ids : pack.questions.map(({ id }) => id);
  const asked = [...own, ...ids.map((id) => fromPack(pack, id))];
  const order = wanted.random === undefined ? asked : shuffled(asked, wanted.random);
  if (wanted.closing && wanted.count === undefined && pack.rubrics.has(CLOSING))
    order.push(fromPack(pack, CLOSING));
  const chosen = order.slice(0, wanted.count);
  return wanted.seconds == null
    ? chosen
    : chosen.map((one) => ({ ...one, seconds: wanted.seconds as number }));
}

/** One question of a plan by its id, or by its wording where it has none. */
export function askedBy(pack: Pack, one: { question: string | null; prompt: string }): Asked {
  return one.question === null ? ownQuestion(pack, one.prompt) : fromPack(pack, one.question);
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

function fromPack(pack: Pack, id: string): Asked {
  if (id === CLOSING && pack.rubrics.has(CLOSING)) {
    const rubric = rubricOf(pack, CLOSING);
    return {
      id,
      title: 'Your turn to ask',
      question: null,
      rubric,
      prompt: CLOSING_PROMPT,
      seconds: MINUTES.closing * 60,
    };
  }
  const question = find(pack, id);
  const { title, prompt, minutes } = question;
  return { id, title, question, rubric: rubricOf(pack, id), prompt, seconds: minutes * 60 };
}

function ownQuestion(pack: Pack, prompt: string): Asked {
  const rubric = rubricOf(pack, GENERAL);
  return {
    id: null,
    title: 'A question of your own',
    question: null,
    rubric,
    prompt,
    seconds: MINUTES.own * 60,
  };
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
