import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTold } from '../../src/errors.ts';
import type { Assessment } from '../../src/grading/assessment.ts';
import { graders } from '../../src/grading/graders.ts';
import { askedBy } from '../../src/interview/plan.ts';
import { restore } from '../../src/interview/restore.ts';
import { briefOf } from '../../src/journal/brief.ts';
import { attemptsOf } from '../../src/journal/history.ts';
import { interrupted } from '../../src/journal/interrupted.ts';
import { progressOf } from '../../src/journal/progress.ts';
import { type Damage, readLines } from '../../src/journal/read.ts';
import { briefMarkdown } from '../../src/report/brief.ts';
import { progressHtml } from '../../src/report/progress-html.ts';
import { progressJson } from '../../src/report/progress-json.ts';
import { progressLines } from '../../src/report/progress-text.ts';
import { scorecard } from '../../src/report/scorecard.ts';
import { grade, pack, WRITTEN } from '../grading/corpus.ts';
import { anyJson, anyText, times } from './any.ts';
import { assertSteersNothing } from './parse-back.ts';

const same = (text: string) => text;
const layout = { width: 79, palette: { bold: same, dim: same, good: same, worry: same } };
const grader = await graders.offline();

/** Everything that reads a journal, on this text of one. */
async function read(text: string): Promise<void> {
  const lines = text.split('\n');
  const damage: Damage[] = [];
  const records = [...readLines(lines, damage)];
  expect(records.length + damage.length).toBe(lines.filter((line) => line.trim() !== '').length);

  const attempts = attemptsOf(records);
  const now = new Date('2026-03-01T12:00:00Z');
  const progress = progressOf(attempts, pack.questions, now);
  assertSteersNothing(progressLines(progress, pack.questions, now, layout, 'greenroom').join('\n'));
  assertSteersNothing(progressHtml(progress, pack.questions));
  JSON.parse(progressJson(progress, pack.questions));
  assertSteersNothing(briefMarkdown(await briefOf(attempts, pack, grader)));
  for (const { assessment, question } of attempts) {
    const rubric = pack.rubrics.get(question ?? 'star');
    if (assessment !== null && rubric !== undefined)
      assertSteersNothing(scorecard(assessment, rubric, layout).join('\n'));
  }
  const left = interrupted(records);
  if (left === null) return;
  const { started } = left;
  try {
    const asked = started.asked.map((one) => askedBy(pack, one));
    const plan = { mode: 'practice' as const, asked, followUps: 1, selfRate: started.selfRate };
    restore(plan, left.records, null);
  } catch (error) {
    // A question that the pack does not have is told.
    if (!isTold(error)) throw error;
  }
}

const [first, second] = WRITTEN.filter(({ question }) => question === 'compliance');
const base = (session: string) => ({ v: 1, at: '2026-02-01T18:00:00.000Z', session });
const assessed = (answer: string): Assessment => grade('compliance', answer);
/** A session as the program writes it, each record a value to be spoilt. */
const SESSION: object[] = [
  {
    ...base('s1'),
    event: 'started',
    mode: 'practice',
    asked: [{ question: 'compliance', prompt: 'How?' }],
    followUps: 1,
    selfRate: true,
    time: null,
  },
  ...[first!, second!].flatMap(({ answer }, index) => [
    {
      ...base('s1'),
      event: 'answered',
      answer: `a${index}`,
      place: 0,
      question: 'compliance',
      prompt: 'How?',
      kind: index === 0 ? 'first' : 'again',
      text: answer,
      seconds: 60,
    },
    { ...base('s1'), event: 'rated', answer: `a${index}`, self: 3 },
    { ...base('s1'), event: 'scored', answer: `a${index}`, assessment: assessed(answer) },
  ]),
  { ...base('s1'), event: 'skipped', place: 0 },
  { ...base('s1'), event: 'ended', why: 'stopped' },
];

/** Every place in a value, as the keys that lead to it. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function put(value: unknown, [key, ...rest]: string[], what: unknown): unknown {
  if (key === undefined) return what;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = put(copy[key], rest, what);
  return copy;
}

it('the session used here is read whole', async () => {
  const damage: Damage[] = [];
  const lines = SESSION.map((one) => JSON.stringify(one));
  const records = [...readLines(lines, damage)];
  expect([records.length, damage]).toEqual([SESSION.length, []]);
  expect(attemptsOf(records)).toHaveLength(2);
});

it('any text as a journal', async () => {
  await fc.assert(fc.asyncProperty(anyText, read), times(30));
});

it('a journal with one value replaced by any other', async () => {
  const everywhere = SESSION.flatMap((record, index) => places(record).map((path) => ({ index, path })));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...everywhere), anyJson, ({ index, path }, value) => {
      const spoilt = SESSION.map((one, at) => (at === index ? put(one, path, value) : one));
      return read(spoilt.map((one) => JSON.stringify(one)).join('\n'));
    }),
    times(90),
  );
});

it('a journal with lines lost, doubled and in any order', async () => {
  const lines = fc.array(fc.constantFrom(...SESSION.map((one) => JSON.stringify(one))), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(lines, (chosen) => read(chosen.join('\n'))),
    times(30),
  );
});
