import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../src/answers/record.ts';
import type { GradeRequest, Grader } from '../../src/grading/assessment.ts';
import { ANSWER_LIMIT, gradeRecord } from '../../src/grading/grade-record.ts';
import { findQuestion } from '../answers/reading.ts';
import { assessment, context } from '../report/made.ts';

const pack = { dir: '', ...context };
const signature = { name: 'made', version: '1', model: null };

function record(changed: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    id: 'a-1',
    candidate: 'c-1',
    question: 'compliance',
    prompt: null,
    answer: 'We audit.',
    mark: 3,
    extra: { team: 'red' },
    where: { file: 'a.jsonl', line: 7 },
    ...changed,
  };
}

function grade(one: Parameters<typeof gradeRecord>[0], grader: Grader = async () => assessment()) {
  return gradeRecord(one, { pack, grader, signature, findQuestion });
}

describe('what is graded', () => {
  test('keeps what came with it, in the order of the fields', async () => {
    const graded = await grade(record());
    expect(graded).toMatchObject({ id: 'a-1', candidate: 'c-1', mark: 3, extra: { team: 'red' } });
    expect(Object.keys(graded)).toEqual(Object.keys(assessment()));
  });

  test('reaches the grader with its question and rubric', async () => {
    let seen: GradeRequest | undefined;
    const grader: Grader = async (request) => {
      seen = request;
      return assessment();
    };
    await grade(record({ question: 'Compliance today' }), grader);
    expect([seen?.question?.id, seen?.rubric.question, seen?.prompt]).toEqual([
      'compliance',
      'compliance',
      undefined,
    ]);
    await grade(record({ question: null, prompt: 'Why?' }), grader);
    expect([seen?.question, seen?.rubric.question, seen?.prompt]).toEqual([null, 'star', 'Why?']);
  });
});

describe('what cannot be graded is unscored', () => {
  test.each([
    ['empty', { answer: ' \n' }, 'compliance'],
    ['empty', { answer: '', question: 'nope' }, 'nope'],
    ['too-long', { answer: 'x'.repeat(ANSWER_LIMIT + 1) }, 'compliance'],
    ['unknown-question', { question: 'complianse' }, 'complianse'],
    ['unknown-question', { question: '__proto__' }, '__proto__'],
    ['unknown-question', { question: null }, null],
  ])('%s %#', async (code, changed, question) => {
    const graded = await grade(record(changed));
    expect(graded).toMatchObject({
      status: 'unscored',
      score: null,
      question,
      candidate: 'c-1',
      grader: signature,
    });
    expect(graded.reason?.code).toBe(code);
    expect(graded.reason?.message).toMatch(/^a\.jsonl:7: /);
  });

  test('with a suggestion for a mistyped question', async () => {
    expect((await grade(record({ question: 'complianse' }))).reason?.message).toContain(
      'did you mean "compliance"',
    );
  });

  test.each([
    [{ answer: ' \n' }, 'the answer is blank'],
    [{ answer: 'x'.repeat(100_001) }, 'the answer has 100001 characters; 100000 is the most'],
    [{ question: null }, 'names no question; the questions are revenue-cycle, compliance'],
    [{ question: 'nope' }, 'no question "nope" in this pack; there are revenue-cycle, compliance'],
    [
      { question: 'z'.repeat(81) },
      `no question "${'z'.repeat(80)}…" in this pack; there are revenue-cycle, compliance`,
    ],
    [
      { question: 'z'.repeat(80) },
      `no question "${'z'.repeat(80)}" in this pack; there are revenue-cycle, compliance`,
    ],
  ])('and says why: %#', async (changed, message) => {
    expect((await grade(record(changed))).reason?.message).toBe(`a.jsonl:7: ${message}`);
  });

  test('but not an answer of just the length allowed', async () => {
    expect((await grade(record({ answer: 'x'.repeat(ANSWER_LIMIT) }))).status).toBe('scored');
  });

  test('one of a question of one’s own goes under the general rubric', async () => {
    const blank = await grade(record({ question: null, prompt: 'Why?', answer: '' }));
    expect(blank).toMatchObject({ question: 'star', words: 0, rubric: null });
  });

  test('with its words counted, under the question’s id', async () => {
    const graded = await grade(record({ question: 'Compliance today' }), async () => {
      throw 'a text';
    });
    expect(graded).toMatchObject({ question: 'compliance', words: 2, extra: { team: 'red' } });
    expect(graded.reason?.message).toBe('a.jsonl:7: a text');
  });

  test('a record that could not be read', async () => {
    const graded = await grade({ id: 'a.yaml#3', message: 'odd', where: { file: 'a.yaml', line: null } });
    expect(graded.reason).toEqual({ code: 'bad-record', message: 'a.yaml, record 3: odd' });
    expect(graded.id).toBe('a.yaml#3');
  });

  test('a grader that throws', async () => {
    const graded = await grade(record(), async () => {
      throw new Error('no model');
    });
    expect(graded.reason).toEqual({ code: 'grader-failed', message: 'a.jsonl:7: no model' });
    expect(graded.mark).toBe(3);
  });

  test('but an abort is passed on', async () => {
    const stop = AbortSignal.abort();
    const grader: Grader = async () => {
      throw new Error('stopped');
    };
    await expect(gradeRecord(record(), { pack, grader, signature, findQuestion }, stop)).rejects.toThrow(
      'abort',
    );
  });
});
