import type { Assessment, Score } from '../grading/assessment.ts';
import type { JournalRecord } from './schema.ts';

/** A record that holds `A` of an assessment. */
export type RecordWith<A> =
  | Exclude<JournalRecord, { event: 'scored' }>
  | { event: 'scored'; answer: string; assessment: A };

/** One go at a question, with what follow-ups added to it. */
export interface Attempt<A = Assessment> {
  session: string;
  /** When it was given (ISO 8601). */
  at: string;
  /** null for a question of one's own. */
  question: string | null;
  prompt: string;
  text: string;
  seconds: number;
  self: Score | null;
  /** The reading of the whole of it; null when it was never graded. */
  assessment: A | null;
}

/** All that was answered, oldest first. A reply to a follow-up belongs to the answer it follows. */
export function attemptsOf<A = Assessment>(records: Iterable<RecordWith<A>>): Attempt<A>[] {
  const attempts: Attempt<A>[] = [];
  const byAnswer = new Map<string, Attempt<A>>();
  /** By session and place. */
  const open = new Map<string, Attempt<A>[]>();
  for (const record of records) {
    switch (record.event) {
      case 'answered': {
        const places = open.get(record.session) ?? [];
        const before = places[record.place];
        if (record.kind === 'follow-up' && before !== undefined) {
          before.text += `\n\n${record.text}`;
          before.seconds += record.seconds;
          byAnswer.set(record.answer, before);
          break;
        }
        const { session, at, question, prompt, text, seconds } = record;
        const attempt: Attempt<A> = {
          session,
          at,
          question,
          prompt,
          text,
          seconds,
          self: null,
          assessment: null,
        };
        attempts.push(attempt);
        places[record.place] = attempt;
        open.set(record.session, places);
        byAnswer.set(record.answer, attempt);
        break;
      }
      case 'scored': {
        const attempt = byAnswer.get(record.answer);
        if (attempt !== undefined) attempt.assessment = record.assessment;
        break;
      }
      case 'rated': {
        const attempt = byAnswer.get(record.answer);
        if (attempt !== undefined) attempt.self = record.self as Score;
      }
    }
  }
  return attempts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
