import type { Question } from '../pack/schema.ts';
import type { Scored } from './progress.ts';

/** Why a question is the one to practise. */
export type Why =
  | { code: 'never-answered' }
  | { code: 'weak'; score: number; days: number }
  | { code: 'not-lately'; score: number; days: number };

export interface Next {
  question: string;
  why: Why;
}

/** A question never answered counts as one scored this, last seen so many days ago. */
const UNSEEN = { exact: 2, days: 7 };
/** One day without practice weighs as much as this part of a point of the score; two weeks are the most. */
const PER_DAY = 0.1;
const MOST_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The questions, the one that practice would do most for first: weak ones and ones not seen lately. Ties
 * keep the order of the pack.
 *
 * @param scored the scored answers of each question, oldest first
 */
export function byNeed(questions: Question[], scored: Map<string, Scored[]>, now: Date): Next[] {
  return questions
    .map(({ id }) => {
      const last = scored.get(id)?.at(-1);
      const days = last === undefined ? UNSEEN.days : daysBetween(last.at, now);
      const need = 5 - (last?.exact ?? UNSEEN.exact) + Math.min(days, MOST_DAYS) * PER_DAY;
      return { question: id, why: whyOf(last, days), need };
    })
    .sort((a, b) => b.need - a.need)
    .map(({ question, why }) => ({ question, why }));
}

function whyOf(last: Scored | undefined, days: number): Why {
  if (last === undefined) return { code: 'never-answered' };
  return { code: last.score <= 3 ? 'weak' : 'not-lately', score: last.score, days };
}

/** Whole days from a time to another; not below 0, whatever a clock has done. */
export function daysBetween(from: string, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - new Date(from).getTime()) / DAY));
}
