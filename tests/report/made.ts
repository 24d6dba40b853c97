import type { Assessment } from '../../src/grading/assessment.ts';
import { unscored } from '../../src/grading/unscored.ts';
import type { Question, Rubric } from '../../src/pack/schema.ts';
import type { Graded, ReportContext, ReportKind } from '../../src/report/report.ts';

const rubric = (question: string) =>
  ({
    question,
    version: 1,
    criteria: [
      {
        id: 'leak-found',
        statement: 'Pins down one leak',
        weight: 1,
        signs: ['x'],
        tip: 'Say which.',
        follow_up: 'Which?',
      },
      {
        id: 'partnered',
        statement: 'Worked with others',
        weight: 1,
        signs: ['x'],
        tip: 'Say who.',
        follow_up: 'Who?',
      },
    ],
    red_flags: [
      {
        id: 'not-my-job',
        statement: 'Leaves it to others',
        severity: 'major',
        signs: ['x'],
        instead: 'Say your part.',
        follow_up: 'And you?',
      },
    ],
  }) as unknown as Rubric;

/** Two questions and the general rubric. */
export const context: ReportContext = {
  questions: ['revenue-cycle', 'compliance'].map(
    (id, index) =>
      ({
        id,
        number: index + 1,
        title: `Title of ${id}`,
        prompt: `Prompt of ${id}?`,
        also_asked_as: [],
      }) as unknown as Question,
  ),
  rubrics: new Map(['revenue-cycle', 'compliance', 'star'].map((id) => [id, rubric(id)])),
  minScore: null,
  width: 80,
};

export const ANSWER = 'We found the leak. That is for billing.';

/** A middling answer to compliance: one criterion met, one red flag. */
export function assessment(changed: Partial<Assessment> = {}): Assessment {
  const about = {
    answer: ANSWER,
    question: 'compliance',
    grader: { name: 'made', version: '1', model: null },
    rubric: null,
  };
  return {
    ...unscored('empty', '', about),
    id: 'a-1',
    candidate: 'Ana',
    status: 'scored',
    reason: null,
    score: 3,
    exact: 3.1,
    label: 'adequate',
    criteria: [
      { id: 'leak-found', met: true, evidence: [span(0, 17)] },
      { id: 'partnered', met: false, evidence: [] },
    ],
    redFlags: [{ id: 'not-my-job', severity: 'major', evidence: [span(19, 38)] }],
    advice: [{ about: 'partnered', text: 'Say who.' }],
    followUp: 'Who helped?',
    ...changed,
  };
}

export function span(start: number, end: number, text = ANSWER) {
  return { start, end, quote: text.slice(start, end) };
}

export function graded(changed: Partial<Assessment> = {}, answer = ANSWER): Graded {
  return { assessment: assessment(changed), answer, prompt: null };
}

export const unread = () =>
  graded(
    {
      id: 'b#2',
      candidate: null,
      question: null,
      status: 'unscored',
      score: null,
      exact: null,
      label: null,
      criteria: [],
      redFlags: [],
      advice: [],
      followUp: null,
      reason: { code: 'bad-record', message: 'b:2: not JSON' },
    },
    '',
  );

/** The whole report as one text. */
export function written(kind: ReportKind, all: Graded[], changed: Partial<ReportContext> = {}): string {
  const report = kind.open({ ...context, ...changed });
  return [...all.map((one) => report.add(one)), ...report.end()].join('');
}

/** What a person might put into any field to do harm. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '=HYPERLINK("http://x","y")',
  '\u001b]8;;http://x\u0007link\u001b]8;;\u0007',
  '\u009b31mred',
  'txt.\u202eexe',
  '[x](javascript:alert(1)) `code` # h',
  'x'.repeat(10_000),
  '\ud800 \ufffe',
];
