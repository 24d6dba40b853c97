import type { Draft } from '../journal/draft.ts';
import type { JournalRecord } from '../journal/schema.ts';
import { advance, type Interview, type Plan, type Take } from './interview.ts';

/**
 * An interview as its journal left it. Records that a damaged line has orphaned are passed over: what can
 * be put together is.
 *
 * @param draft what was being typed when it was interrupted; null if nothing was
 */
export function restore(plan: Plan, records: JournalRecord[], draft: Draft | null): Interview {
  const takes: Take[][] = plan.asked.map(() => []);
  let last: { place: number; skipped: boolean } | null = null;
  for (const record of records) {
    switch (record.event) {
      case 'answered':
        if (takes[record.place] === undefined) break;
        putAnswer(takes[record.place]!, record);
        last = { place: record.place, skipped: false };
        break;
      case 'scored':
        putReading(takes, record);
        break;
      case 'rated': {
        const take = takes.flat().find(({ parts }) => parts[0]?.id === record.answer);
        if (take !== undefined) take.self = record.self as Take['self'];
        break;
      }
      case 'skipped':
        last = { place: record.place, skipped: true };
    }
  }
  return whereToGoOn({ plan, stage: 'asking', at: 0, kind: 'first', takes, stopped: false }, last, draft);
}

function putAnswer(takes: Take[], record: Extract<JournalRecord, { event: 'answered' }>): void {
  const { answer: id, prompt, text, seconds } = record;
  const part = { id, prompt, text, seconds };
  const open = takes.at(-1);
  if (record.kind === 'follow-up' && open !== undefined) open.parts.push(part);
  else takes.push({ parts: [part], self: null, readings: [], beside: null });
}

function putReading(takes: Take[][], record: Extract<JournalRecord, { event: 'scored' }>): void {
  for (const take of takes.flat()) {
    const index = take.parts.findIndex(({ id }) => id === record.answer);
    if (index !== -1) take.beside = record.beside ?? null;
    // A reading that was lost before this one is stood in for by it.
    while (index !== -1 && take.readings.length <= index) take.readings.push(record.assessment);
  }
}

function whereToGoOn(
  now: Interview,
  last: { place: number; skipped: boolean } | null,
  draft: Draft | null,
): Interview {
  const { plan } = now;
  if (draft !== null && draft.place < plan.asked.length && draft.place >= (last?.place ?? 0)) {
    const begun = (now.takes[draft.place] ?? []).length > 0;
    return { ...now, at: draft.place, kind: begun ? draft.kind : 'first' };
  }
  if (last === null) return now;
  const at = { ...now, at: last.place };
  if (last.skipped && (now.takes[last.place] ?? []).length === 0) return advance(at, { type: 'skipped' });
  const take = now.takes[last.place]!.at(-1)!;
  if (take.readings.length < take.parts.length) {
    const unrated = plan.selfRate && take.self === null && take.parts.length === 1;
    return { ...at, stage: unrated ? 'rating' : 'grading' };
  }
  if (plan.mode === 'practice') return { ...at, stage: 'feedback' };
  // In a mock interview nothing is shown here: it goes on as it would have when the answer was graded.
  const assessment = take.readings.pop()!;
  return advance({ ...at, stage: 'grading' }, { type: 'graded', assessment, beside: take.beside });
}
