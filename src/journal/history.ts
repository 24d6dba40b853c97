import type { Assessment, Score } from '../grading/assessment.ts';
import type { JournalRecord } from './schema.ts';

/** One go at a question, with what follow-ups added to it. */
export interface Attempt {
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
  assessment: Assessment | null;
}

/** All that was answered, oldest first. A reply to a follow-up belongs to the answer it follows. */
export function attemptsOf(records: JournalRecord[]): Attempt[] {
  const attempts: Attempt[] = [];
  const byAnswer = new Map<string, Attempt>();
  const open = new Map<string, Attempt>();
  for (const record of records) {
    switch (record.event) {
      case 'answered': {
        const place = `${record.session} ${record.place}`;
        const before = open.get(place);
        if (record.kind === 'follow-up' && before !== undefined) {
          before.text += `\n\n${record.text}`;
          before.seconds += record.seconds;
          byAnswer.set(record.answer, before);
          break;
        }
        const { session, at, question, prompt, text, seconds } = record;
        const attempt: Attempt = {
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
        open.set(place, attempt);
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
