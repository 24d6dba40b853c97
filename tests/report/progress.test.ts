import { describe, expect, it } from 'vitest';
import { briefOf } from '../../src/journal/brief.ts';
import { attemptsOf } from '../../src/journal/history.ts';
import { progressOf } from '../../src/journal/progress.ts';
import type { JournalRecord } from '../../src/journal/schema.ts';
import { briefMarkdown } from '../../src/report/brief.ts';
import { progressHtml } from '../../src/report/progress-html.ts';
import { progressJson } from '../../src/report/progress-json.ts';
import { progressLines, sparkline } from '../../src/report/progress-text.ts';
import { assessment, question, rubric } from '../interview/made.ts';

const now = new Date('2026-03-10T18:00:00Z');
const questions = ['a', 'b'].map(question);
const nasty = '<script>alert(1)</script>\u001b[2J # heading | cell';
const at = { v: 1 as const, at: '2026-03-09T18:00:00Z', session: 's' };
const records: JournalRecord[] = [
  {
    ...at,
    event: 'answered',
    answer: '1',
    place: 0,
    question: '__proto__',
    prompt: nasty,
    kind: 'first',
    text: nasty,
    seconds: 9,
  },
  {
    ...at,
    event: 'scored',
    answer: '1',
    assessment: assessment({ answer: nasty, score: 4, met: { 'own-steps': nasty } }),
  },
  {
    ...at,
    event: 'answered',
    answer: '2',
    place: 1,
    question: 'a',
    prompt: 'p',
    kind: 'first',
    text: nasty,
    seconds: 9,
  },
  { ...at, event: 'scored', answer: '2', assessment: assessment({ answer: nasty, score: 2 }) },
];
const progress = progressOf(attemptsOf(records), questions, now);
const same = (text: string) => text;
const layout = { width: 79, palette: { bold: same, dim: same, good: same, worry: same } };

describe('progress', () => {
  it('as JSON has the agreed fields, whatever the ids are', () => {
    const data = JSON.parse(progressJson(progress, questions));
    expect(data).toMatchObject({ answers: 2, next: { question: 'b' } });
    expect(Object.keys(data.questions)).toEqual(['a', '__proto__']);
    expect(typeof data.next.why).toBe('string');
  });

  it('as HTML is one page that runs and loads nothing', () => {
    const page = progressHtml(progress, questions);
    expect(page).not.toMatch(/<script|<img|<link|https?:\/\/|@import/u);
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain("default-src 'none'");
  });

  it('as text lets nothing steer the terminal and fits it', () => {
    const lines = progressLines(progress, questions, now, layout);
    expect(lines.join('\n')).not.toContain('\u001b');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(79);
  });

  it('has bars from the lowest score to the highest', () => {
    expect(sparkline([1, 3, 5])).toBe('▁▅█');
  });

  it('says how to begin when there is nothing', () => {
    expect(progressLines(progressOf([], questions, now), questions, now, layout)).toHaveLength(1);
  });
});

it('the brief is Markdown in which an answer makes no markup', async () => {
  const pack = { dir: 'made', questions, rubrics: new Map([['a', rubric]]) };
  const page = briefMarkdown(await briefOf(attemptsOf(records), pack, async () => assessment()));
  expect(page).not.toContain('<script>');
  expect(page).not.toContain('\u001b');
  expect(page).toContain('greenroom practice b');
});
