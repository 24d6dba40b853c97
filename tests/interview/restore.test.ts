import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/interview/interview.ts';
import { restore } from '../../src/interview/restore.ts';
import type { Entry, JournalRecord } from '../../src/journal/schema.ts';
import { assessment, plan } from './made.ts';

const at = { v: 1 as const, at: '2026-01-01T00:00:00.000Z', session: 's' };
const record = (entry: Entry) => ({ ...at, ...entry }) as JournalRecord;
const answer = (id: string, place: number, kind: 'first' | 'again' | 'follow-up' = 'first') =>
  record({
    event: 'answered',
    answer: id,
    place,
    question: 'a',
    prompt: 'p',
    kind,
    text: `text ${id}`,
    seconds: 5,
  });
const scored = (id: string, over = {}) =>
  record({ event: 'scored', answer: id, assessment: assessment(over) });
const draft = (place: number, kind: 'first' | 'again' | 'follow-up' = 'first') => ({
  place,
  kind,
  text: 't',
  seconds: 1,
});

describe('restore', () => {
  it('starts at the first question when nothing was answered', () => {
    const now = restore(plan(), [], null);
    expect([now.stage, now.at]).toEqual(['asking', 0]);
  });

  it('shows the scorecard again where it was left, unless something was being typed', () => {
    const records = [answer('1', 0), scored('1')];
    expect(restore(plan(), records, null).stage).toBe('feedback');
    const next = restore(plan(), records, draft(1));
    expect([next.stage, next.at, next.kind]).toEqual(['asking', 1, 'first']);
    const again = restore(plan(), records, draft(0, 'again'));
    expect([again.stage, again.at, again.kind]).toEqual(['asking', 0, 'again']);
  });

  it('grades what was answered but not graded', () => {
    expect(restore(plan(), [answer('1', 0)], null).stage).toBe('grading');
    expect(restore(plan({ selfRate: true }), [answer('1', 0)], null).stage).toBe('rating');
    const rated = [answer('1', 0), record({ event: 'rated', answer: '1', self: 2 })];
    expect(restore(plan({ selfRate: true }), rated, null).stage).toBe('grading');
  });

  it('puts follow-ups and further goes where they belong', () => {
    const records = [
      answer('1', 0),
      scored('1'),
      answer('2', 0, 'follow-up'),
      scored('2'),
      answer('3', 0, 'again'),
    ];
    const { takes } = restore(plan(), records, null);
    expect(takes[0]?.map(textOf)).toEqual(['text 1\n\ntext 2', 'text 3']);
    expect(takes[0]?.[0]?.readings).toHaveLength(2);
  });

  it('goes on after a skipped question', () => {
    expect(restore(plan(), [record({ event: 'skipped', place: 0 })], null).at).toBe(1);
  });

  it('goes on in a mock interview without showing anything', () => {
    const mock = plan({ mode: 'mock', followUps: 1 });
    const asked = restore(mock, [answer('1', 0), scored('1')], null);
    expect([asked.stage, asked.kind, asked.at]).toEqual(['asking', 'follow-up', 0]);
    const next = restore(mock, [answer('1', 0), scored('1', { followUp: null })], null);
    expect([next.stage, next.kind, next.at]).toEqual(['asking', 'first', 1]);
  });

  it('passes over what a damaged line has orphaned', () => {
    const records = [scored('0'), answer('2', 0, 'follow-up'), scored('2'), answer('9', 7)];
    const now = restore(plan(), records, null);
    expect(now.takes[0]?.map(textOf)).toEqual(['text 2']);
    expect(now.stage).toBe('feedback');
  });
});
