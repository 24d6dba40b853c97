import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Labelled, readLabelled } from '../../bench/labelled.ts';
import { criterionLines, errorLines } from '../../bench/listing.ts';
import type { Graded } from '../../bench/measure.ts';
import type { Score } from '../../src/grading/assessment.ts';
import { unscored } from '../../src/grading/unscored.ts';

function graded(id: string, raters: number, grader: number, there: string[], found: string[]): Graded {
  const answer = `text of ${id}`;
  const about = { answer, question: 'q', grader: { name: 'test', version: '0', model: null }, rubric: null };
  const labelled: Labelled = {
    id,
    question: 'q',
    prompt: null,
    by: 'w1',
    answer,
    words: 3,
    score: raters,
    star: { situation: 0, task: 0, action: 0, result: 0 },
    met: there,
    flags: [],
    type: null,
  };
  const evidence = [{ start: 0, end: 4, quote: `proof-${id}` }];
  const criteria = found.map((name) => ({ id: name, met: true, evidence }));
  return {
    labelled,
    assessment: { ...unscored('empty', '', about), score: grader as Score, exact: grader, criteria },
  };
}

describe('criterionLines', () => {
  const all = [
    graded('wrong', 3, 3, [], ['leak']),
    graded('missed', 3, 3, ['leak'], []),
    graded('right', 3, 3, ['leak'], ['leak']),
    graded('neither', 3, 3, ['other'], ['other']),
  ];
  const parts = (name: string) => criterionLines(all, name).join('\n').split(/^== /m).slice(1);

  test('puts each answer under false alarms, misses or hits, with text or quote', () => {
    const [alarms, misses, hits] = parts('leak');
    expect(alarms).toContain('text of wrong');
    expect(alarms).toContain('proof-wrong');
    expect(misses).toContain('text of missed');
    expect(misses).not.toContain('proof');
    expect(hits).toContain('proof-right');
    expect(parts('leak').join()).not.toContain('neither');
  });

  test('can be held to one question', () => {
    expect(parts('q/leak')[0]).toContain('wrong');
    expect(parts('other-question/leak').join()).not.toContain('wrong');
  });
});

test('errorLines lists answers two or more off, the worst first', () => {
  const lines = errorLines([
    graded('one', 3, 4, [], []),
    graded('two', 2, 4, [], []),
    graded('four', 5, 1, [], []),
  ]).filter((line) => line.startsWith('##'));
  expect(lines.map((line) => line.split(' ')[1])).toEqual(['four', 'two']);
});

describe('readLabelled', () => {
  const dir = mkdtempSync(join(tmpdir(), 'greenroom-labelled-'));
  const write = (...lines: unknown[]) => {
    const file = join(dir, 'some.jsonl');
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    return file;
  };
  const consensus = {
    overall: 2,
    star: { situation: 1, task: 0, action: 2, result: 0 },
    type: 'story',
  };

  test("judges people's answers by the general rubric, and knows that criteria were not judged", () => {
    const file = write({ id: 'x', person: 'p07', prompt: 'Why?', answer: 'Because  of it.', consensus });
    expect(readLabelled(file)).toEqual([
      {
        id: 'x',
        question: 'star',
        prompt: 'Why?',
        by: 'p07',
        answer: 'Because  of it.',
        words: 3,
        score: 2,
        star: consensus.star,
        met: null,
        flags: null,
        type: 'story',
      },
    ]);
  });

  test('names the line that is not a labelled answer', () => {
    const good = { id: 'x', person: 'p07', prompt: 'Why?', answer: 'So.', consensus };
    expect(() => readLabelled(write(good, { ...good, consensus: { overall: 2 } }))).toThrow(/:2: .*star/);
    expect(() => readLabelled(write({ ...good, person: undefined }))).toThrow(/:1: .*person/);
  });
});
