import { CLOSING } from '../interview/plan.ts';
import type { Next, Why } from '../journal/next.ts';
import type { Progress } from '../journal/progress.ts';
import { GENERAL } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';

/** How much was answered, without a full stop. */
export function countInWords({ answers, days, questions: seen }: Progress, questions: Question[]): string {
  const asked = seen.filter(({ id }) => questions.some((question) => question.id === id)).length;
  return `${plural(answers, 'answer')} on ${plural(days, 'day')}, ${asked} of ${plural(questions.length, 'question')} seen`;
}

/** "1 answer", "2 answers". */
export function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Whether answers under this id were to one and the same question, so that they can show a trend. */
export function isOneQuestion(id: string): boolean {
  return id !== GENERAL && id !== CLOSING;
}

/** Why a question is the one to practise, in a sentence. */
export function whyInWords(why: Why): string {
  switch (why.code) {
    case 'never-answered':
      return 'You have not answered it yet.';
    case 'weak':
      return `Your last answer scored ${why.score}, ${daysAgo(why.days)}.`;
    case 'not-lately':
      return `Your last answer scored ${why.score}, but that was ${daysAgo(why.days)}.`;
  }
}

/** How well somebody judges their own answers. */
export function selfInWords({ marks, bias, exact }: NonNullable<Progress['self']>): string {
  const by = Math.abs(bias).toFixed(1);
  if (marks === 1) {
    const off = bias === 0 ? 'the same as the score' : `${by} too ${bias > 0 ? 'high' : 'low'}`;
    return `You marked one answer yourself: ${off}.`;
  }
  const lean =
    Math.abs(bias) < 0.25
      ? 'on average neither too high nor too low'
      : `on average ${by} ${bias > 0 ? 'too high' : 'too low'}`;
  return `You marked ${marks} answers yourself: ${lean}, and the same as the score ${exact} of ${marks} times.`;
}

export function daysAgo(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

/** A question's title; questions that are in no pack any more go by their id. */
export function titleOf(id: string, questions: Question[]): string {
  if (id === GENERAL) return 'Questions of your own';
  if (id === CLOSING) return 'What you would ask them';
  return questions.find((question) => question.id === id)?.title ?? id;
}

export function nextInWords({ question, why }: Next, questions: Question[]): string {
  return `${titleOf(question, questions)}. ${whyInWords(why)}`;
}
