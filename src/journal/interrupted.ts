import type { JournalRecord } from './schema.ts';

type Started = Extract<JournalRecord, { event: 'started' }>;

/**
 * The interview that was begun last and not finished, with its records; null when there is none. Answers
 * that came through a pipe are no interview to go on with.
 */
export function interrupted(records: JournalRecord[]): { started: Started; records: JournalRecord[] } | null {
  const finished = new Set(
    records.flatMap((record) =>
      record.event === 'ended' && record.why === 'finished' ? [record.session] : [],
    ),
  );
  const started = records.findLast(
    (record): record is Started =>
      record.event === 'started' && record.mode !== 'piped' && !finished.has(record.session),
  );
  if (started === undefined) return null;
  return { started, records: records.filter((record) => record.session === started.session) };
}
