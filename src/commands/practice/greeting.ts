import type { Interview, Plan } from '../../interview/interview.ts';
import { CLOSING } from '../../interview/plan.ts';
import { type CardLayout, wrap } from '../../report/lines.ts';
import { plainText } from '../../report/plain.ts';

/**
 * What a newcomer has to know, before the first question.
 *
 * @param model the language model that answers are sent to; null when nothing leaves the machine
 */
export function greeting(
  { plan }: Interview,
  home: string,
  model: string | null,
  layout: CardLayout,
): string[] {
  const { bold, dim } = layout.palette;
  const after =
    plan.mode === 'mock'
      ? 'As on the day, nobody says how you are doing until the end, and they may ask a follow-up. Then you see what the panel would make of each answer, with your own words as evidence, and what to change first.'
      : 'You see what a panel would make of it, with your own words as evidence, and what to change first. Then answer their follow-up, try again, or go on.';
  return [
    bold('greenroom: rehearse the second interview for a leadership post in healthcare'),
    '',
    ...wrap(`${countOf(plan)} Type an answer as you would say it. ${after}`, layout.width),
    '',
    ...wrap(
      model === null
        ? `It works offline. What you write stays on this machine, in ${plainText(home)}`
        : `What you write is kept on this machine, in ${plainText(home)}. ${sentTo(model)}`,
      layout.width,
    ).map(dim),
  ];
}

/** For somebody who has answered before: where they start, and why there. */
export function welcomeBack(
  { plan }: Interview,
  first: string | null,
  model: string | null,
  layout: CardLayout,
): string[] {
  const mock =
    plan.mode === 'mock' ? ' Nobody says how you are doing until the end, and they may ask a follow-up.' : '';
  const start = first === null ? '' : ` First: ${plainText(first)}`;
  return [
    layout.palette.bold('Welcome back to the green room.'),
    '',
    ...wrap(`${countOf(plan)}${mock}${start}`, layout.width),
    ...(model === null ? [] : wrap(sentTo(model), layout.width)),
  ];
}

/** For somebody who goes on with an interview. */
export function goingOn({ plan, at, takes }: Interview, { width, palette }: CardLayout): string[] {
  const closing = plan.asked[at]?.id === CLOSING;
  const questions = plan.asked.filter(({ id }) => id !== CLOSING).length;
  const answered = takes.filter((some, place) => some.length > 0 && plan.asked[place]?.id !== CLOSING).length;
  const where = closing ? 'it was your turn to ask' : `you were at question ${at + 1}`;
  return [
    palette.bold('Going on where you stopped.'),
    ...wrap(`${answered} of ${questions} questions answered; ${where}.`, width),
  ];
}

function sentTo(model: string): string {
  return `Every answer is sent to ${plainText(model)} to be marked.`;
}

/** What will be asked, in a sentence. */
function countOf({ asked }: Plan): string {
  const questions = asked.filter(({ id }) => id !== CLOSING).length;
  const closing = questions < asked.length;
  if (questions === 0) return 'You are asked what you would like to ask them.';
  const count = questions === 1 ? 'one question' : `${questions} questions, one at a time`;
  return `You are asked ${count}${closing ? ', and at the end it is your turn to ask' : ''}.`;
}
