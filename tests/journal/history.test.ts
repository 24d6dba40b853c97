import { describe, expect, it } from 'vitest';
import { attemptsOf } from '../../src/journal/history.ts';
import { interrupted } from '../../src/journal/interrupted.ts';
import { byNeed } from '../../src/journal/next.ts';
import { progressOf, type Scored, scoredByQuestion, withMarks } from '../../src/journal/progress.ts';
import type { Entry, JournalRecord } from '../../src/journal/schema.ts';
import { assessment, question } from '../interview/made.ts';

const record = (entry: Entry, at = '2026-01-01T00:00:00Z', session = 's') =>
  ({ v: 1, at, session, ...entry }) as JournalRecord;
const answered = (answer: string, place: number, kind: 'first' | 'follow-up' = 'first'): Entry => ({
  event: 'answered',
  answer,
  place,
  question: 'a',
  prompt: 'p',
  kind,
  text: answer,
  seconds: 2,
});
const texts = (records: JournalRecord[]) => attemptsOf(records).map(({ text }) => text);

describe('attempts', () => {
  it('hold a reply to the answer of the same place and session', () => {
    expect(
      texts([
        record(answered('one', 0)),
        record(answered('two', 1)),
        record(answered('to one', 0, 'follow-up')),
        record(answered('three', 0), undefined, 'other'),
        record(answered('to three', 0, 'follow-up'), undefined, 'other'),
      ]),
    ).toEqual(['one\n\nto one', 'two', 'three\n\nto three']);
  });

  it('start with a reply whose answer was lost', () => {
    expect(texts([record(answered('alone', 3, 'follow-up'))])).toEqual(['alone']);
  });

  it('stand in the order of their times, and of the journal where these are the same', () => {
    const at = (answer: string, time: string) =>
      record(answered(answer, Number(time)), `2026-01-0${time}T00:00:00Z`);
    expect(texts([at('c', '3'), at('a', '1'), at('d', '3'), at('b', '2'), at('e', '3')])).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('have the score and the own mark that were given them; those of an unknown answer are passed over', () => {
    const read = assessment({ score: 4 });
    const [one] = attemptsOf([
      record({ event: 'scored', answer: 'gone', assessment: read }),
      record({ event: 'rated', answer: 'gone', self: 1 }),
      record(answered('one', 0)),
      record({ event: 'scored', answer: 'one', assessment: read }),
      record({ event: 'rated', answer: 'one', self: 5 }),
    ]);
    expect(one).toEqual({
      session: 's',
      at: '2026-01-01T00:00:00Z',
      question: 'a',
      prompt: 'p',
      text: 'one',
      seconds: 2,
      self: 5,
      assessment: read,
    });
  });
});

describe('an interview broken off', () => {
  const started: Entry = {
    event: 'started',
    mode: 'practice',
    asked: [],
    followUps: 0,
    selfRate: false,
    time: null,
  };
  const session = (name: string, ...entries: Entry[]) =>
    entries.map((entry) => record(entry, undefined, name));

  it('is found by its beginning, whatever came after', () => {
    const found = interrupted([
      ...session('one', started, answered('x', 0)),
      ...session('two', { event: 'skipped', place: 0 }),
    ]);
    expect([found?.started.session, found?.records.length]).toEqual(['one', 2]);
    expect(interrupted(session('one', answered('x', 0)))).toBeNull();
    expect(interrupted([])).toBeNull();
  });
});

describe('progress', () => {
  const scored = (
    id: string | null,
    {
      exact,
      ...over
    }: Omit<NonNullable<Parameters<typeof assessment>[0]>, 'exact'> & { exact?: number | null },
    at: string,
  ) => {
    const read = assessment(over);
    return {
      session: 's',
      at,
      question: id,
      prompt: 'p',
      text: at,
      seconds: 60,
      self: null,
      assessment: exact === undefined ? read : { ...read, exact },
    };
  };

  it('keeps of each answer what it is followed by', () => {
    const redFlags = [{ id: 'minor-flag', severity: 'minor' as const, evidence: [] }];
    const [one] = scoredByQuestion([scored('a', { score: 3, exact: 3.2, redFlags }, 'x')]).get('a')!;
    expect(one).toMatchObject({
      at: 'x',
      score: 3,
      exact: 3.2,
      self: null,
      seconds: 60,
      flags: ['minor-flag'],
    });
  });

  it('needs no more of a journal than marks', () => {
    const redFlags = [{ id: 'minor-flag', severity: 'minor' as const, evidence: [] }];
    const read = assessment({ score: 3, exact: 3.2, redFlags, met: { 'own-steps': 'an' } });
    const records = [
      record(answered('one', 0)),
      record({ event: 'rated', answer: 'one', self: 4 }),
      record({ event: 'scored', answer: 'one', assessment: read }),
    ];
    const now = new Date('2026-02-01');
    const progress = progressOf(attemptsOf([...withMarks(records)]), [question('a')], now);
    expect(progressOf(attemptsOf(records), [question('a')], now)).toMatchObject(progress);
    expect(progress.questions[0]!.best).toMatchObject({
      score: 3,
      exact: 3.2,
      words: 2,
      flags: ['minor-flag'],
      self: 4,
    });
  });

  it('counts days as evenings are counted, where the candidate is', () => {
    const at = (...times: string[]) =>
      progressOf(
        times.map((time) => scored('a', { score: 3 }, new Date(time).toISOString())),
        [],
        new Date('2026-02-01'),
      ).days;
    expect(at('2026-01-01T00:10:00', '2026-01-01T12:00:00', '2026-01-01T23:50:00')).toBe(1);
    expect(at('2026-01-01T23:50:00', '2026-01-02T00:10:00')).toBe(2);
  });

  it('takes the score where there is nothing finer', () => {
    const [one] = scoredByQuestion([scored(null, { score: 4, exact: null }, 'x')]).get('star')!;
    expect(one!.exact).toBe(4);
  });

  it('has the best answer, and of equal ones the latest', () => {
    const best = (...exact: number[]) =>
      progressOf(
        exact.map((one, i) => scored('a', { score: 3, exact: one }, `2026-01-0${i + 1}T10:00:00Z`)),
        [question('a')],
        new Date('2026-02-01'),
      ).questions[0]!.best.at.slice(0, 10);
    expect(best(3.1, 3.4, 3.2)).toBe('2026-01-02');
    expect(best(3.1, 3.1)).toBe('2026-01-02');
  });

  it('takes a criterion that was not asked after then for not met', () => {
    const early = scored('a', { score: 3 }, '2026-01-01T10:00:00Z');
    early.assessment.criteria = [];
    const late = scored('a', { score: 3, met: { 'own-steps': 'an' } }, '2026-01-02T10:00:00Z');
    const { criteria } = progressOf([early, late], [question('a')], new Date('2026-02-01')).questions[0]!;
    expect(criteria.find(({ id }) => id === 'own-steps')?.met).toEqual([false, true]);
  });

  it('says what is next, and nothing where there are no questions', () => {
    const now = new Date('2026-02-01');
    expect(progressOf([], [question('a')], now).next).toEqual({
      question: 'a',
      why: { code: 'never-answered' },
    });
    expect(progressOf([], [], now).next).toBeNull();
  });

  it('compares own marks with scores', () => {
    const rated = (self: 1 | 2 | 3 | 4 | 5) => ({
      ...scored('a', { score: 3 }, '2026-01-01T10:00:00Z'),
      self,
    });
    expect(progressOf([rated(3), rated(5), rated(4)], [], new Date('2026-02-01')).self).toEqual({
      marks: 3,
      bias: 1,
      exact: 1,
    });
  });

  it('calls an answer of 3 weak', () => {
    const one = { at: '2026-01-30T00:00:00Z', score: 3, exact: 3 } as Scored;
    expect(
      byNeed([question('a')], new Map([['a', [one]]]), new Date('2026-02-01T00:00:00Z'))[0]?.why,
    ).toEqual({
      code: 'weak',
      score: 3,
      days: 2,
    });
  });
});
