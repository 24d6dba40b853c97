import { describe, expect, it } from 'vitest';
import {
  advance,
  begin,
  type Happened,
  type Interview,
  latest,
  mayFollowUp,
  promptOf,
  textOf,
} from '../../src/interview/interview.ts';
import { assessment, plan } from './made.ts';

let count = 0;
const answered = (text: string): Happened => ({ type: 'answered', id: `x-${++count}`, text, seconds: 10 });
const graded = (over = {}): Happened => ({
  type: 'graded',
  assessment: assessment(over),
  beside: null,
});
const chose = (choice: 'follow-up' | 'again' | 'next' | 'stop'): Happened => ({ type: 'chose', choice });
const told = (from: Interview, ...events: Happened[]) => events.reduce(advance, from);

describe('practice', () => {
  it('asks, grades, gives feedback, and goes on to the next question', () => {
    const asking = begin(plan());
    expect([asking.stage, promptOf(asking)]).toEqual(['asking', 'Prompt of a?']);
    const feedback = told(asking, answered('one'), graded());
    expect(feedback.stage).toBe('feedback');
    const second = told(feedback, chose('next'));
    expect([second.stage, second.at, promptOf(second)]).toEqual(['asking', 1, 'Prompt of b?']);
    const over = told(second, answered('two'), graded(), chose('next'));
    expect([over.stage, over.stopped]).toEqual(['over', false]);
  });

  it('grades the reply to a follow-up together with the answer', () => {
    const now = told(begin(plan()), answered('one'), graded(), chose('follow-up'));
    expect(promptOf(now)).toBe('And then?');
    const replied = told(now, answered('more'));
    expect(textOf(latest(replied))).toBe('one\n\nmore');
    expect(latest(told(replied, graded({ score: 4 }))).readings.map(({ score }) => score)).toEqual([3, 4]);
  });

  it('offers no more follow-ups than the plan allows, and none where there is none', () => {
    const one = told(begin(plan({ followUps: 1 })), answered('one'), graded());
    expect(mayFollowUp(one)).toBe(true);
    expect(mayFollowUp(told(one, chose('follow-up'), answered('more'), graded()))).toBe(false);
    expect(mayFollowUp(told(begin(plan()), answered('one'), graded({ followUp: null })))).toBe(false);
  });

  it('keeps every go at a question', () => {
    const now = told(begin(plan()), answered('one'), graded(), chose('again'), answered('two'), graded());
    expect(now.takes[0]?.map(textOf)).toEqual(['one', 'two']);
  });

  it('goes back to the scorecard when a second go is skipped, on when a question is', () => {
    expect(told(begin(plan()), answered('one'), graded(), chose('again'), { type: 'skipped' }).stage).toBe(
      'feedback',
    );
    expect(told(begin(plan()), { type: 'skipped' }).at).toBe(1);
    expect(told(begin(plan()), { type: 'skipped' }, { type: 'skipped' }).stage).toBe('over');
  });

  it('asks for the own mark before grading, but not of a follow-up', () => {
    const rating = told(begin(plan({ selfRate: true })), answered('one'));
    expect(rating.stage).toBe('rating');
    const grading = told(rating, { type: 'rated', self: 4 });
    expect([grading.stage, latest(grading).self]).toEqual(['grading', 4]);
    expect(told(grading, graded(), chose('follow-up'), answered('more')).stage).toBe('grading');
  });

  it('is over at once without questions', () => {
    expect(begin(plan({ asked: [] })).stage).toBe('over');
  });

  it('refuses what cannot happen', () => {
    expect(() => advance(begin(plan()), graded())).toThrow();
    expect(() => told(begin(plan()), answered('one'), chose('next'))).toThrow();
  });
});

describe('mock', () => {
  const mock = () => begin(plan({ mode: 'mock', followUps: 1 }));

  it('shows nothing until the panel speaks', () => {
    const followUp = told(mock(), answered('one'), graded());
    expect([followUp.stage, followUp.kind]).toEqual(['asking', 'follow-up']);
    const second = told(followUp, answered('more'), graded());
    expect([second.stage, second.at, second.kind]).toEqual(['asking', 1, 'first']);
    const panel = told(second, answered('two'), graded({ followUp: null }));
    expect(panel.stage).toBe('panel');
    expect(told(panel, { type: 'panel-read' }).stage).toBe('over');
  });

  it('goes on when a follow-up is skipped', () => {
    expect(told(mock(), answered('one'), graded(), { type: 'skipped' }).at).toBe(1);
  });

  it('lets the panel speak on what there is when it is stopped, and be over when there is nothing', () => {
    const stopped = told(mock(), answered('one'), graded(), { type: 'stopped' });
    expect([stopped.stage, stopped.stopped]).toEqual(['panel', true]);
    expect(told(stopped, { type: 'stopped' }).stage).toBe('over');
    expect(told(mock(), { type: 'stopped' }).stage).toBe('over');
  });
});
