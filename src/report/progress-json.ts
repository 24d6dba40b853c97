import type { Progress, QuestionProgress, Scored } from '../journal/progress.ts';
import type { Question } from '../pack/schema.ts';
import { titleOf, whyInWords } from './progress-words.ts';

/** How somebody is getting on, as data. */
export function progressJson(progress: Progress, questions: Question[]): string {
  const { answers, days, self, next } = progress;
  const data = {
    answers,
    days,
    questions: Object.fromEntries(progress.questions.map((one) => [one.id, questionData(one, questions)])),
    self,
    next: next === null ? null : { question: next.question, why: whyInWords(next.why) },
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function questionData({ id, answers, best, criteria }: QuestionProgress, questions: Question[]) {
  return {
    title: titleOf(id, questions),
    answers: answers.map(answerData),
    best: { ...answerData(best), text: best.text },
    criteria: Object.fromEntries(criteria.map((one) => [one.id, one.met])),
  };
}

function answerData({ at, score, exact, self, words, seconds, flags }: Scored) {
  return { at, score, exact, self, words, seconds, flags };
}
