import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../src/commands/agree.ts';
import type { Assessment, GradeRequest, Score } from '../../src/grading/assessment.ts';
import { unscored } from '../../src/grading/unscored.ts';

// A pack of one question, and a grader that reads its score and the one criterion off the answer: "4 leak".
vi.mock('../../src/pack/load.ts', () => ({
  loadPack: async () => ({
    dir: '',
    questions: [
      { id: 'revenue-cycle', number: 1, title: 'Revenue cycle', prompt: 'Tell me.', also_asked_as: [] },
    ],
    rubrics: new Map([['revenue-cycle', { question: 'revenue-cycle', version: 1 }]]),
  }),
}));
vi.mock('../../src/grading/graders.ts', () => ({
  graders: {
    offline:
      async () =>
      async ({ answer }: GradeRequest): Promise<Assessment> => ({
        ...unscored('grader-failed', '', {
          answer,
          question: 'revenue-cycle',
          grader: { name: 'offline', version: '0', model: null },
          rubric: null,
        }),
        status: 'scored',
        reason: null,
        score: Number(answer[0]) as Score,
        exact: Number(answer[0]),
        criteria: [{ id: 'leak-found', met: answer.includes('leak'), evidence: [] }],
      }),
  },
}));

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const dir = mkdtempSync(join(tmpdir(), 'greenroom-agree-'));

function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

const lines = (count: number, mark: unknown, answer: string, more = {}) =>
  Array.from({ length: count }, () => JSON.stringify({ question: 'revenue-cycle', answer, mark, ...more }));

describe('agree', () => {
  test('says what the field for a mark is called when nothing is marked', async () => {
    await run([file('other.jsonl', lines(3, undefined, '4', { 'My score': 4 }).join('\n'))], {});
    expect(err).toContain('called "mark", not "My score"');
  });

  test('says only what is wrong with the file when there is none', async () => {
    expect(await run([join(dir, 'none.csv')], {})).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('compares marks with scores and prints the figures as JSON', async () => {
    const path = file('m.jsonl', [...lines(15, 4, '4'), ...lines(10, 2, '3')].join('\n'));
    expect(await run([path], { format: 'json' })).toBe(0);
    const figures = JSON.parse(out);
    expect(figures).toMatchObject({ pairs: 25, exact: 0.6, adjacent: 1, bias: 0.4 });
    expect(figures.confusion[1]).toEqual([0, 0, 10, 0, 0]);
    expect(figures.questions['revenue-cycle'].pairs).toBe(25);
    expect(figures.criteria).toEqual({});
    expect(err).toContain('fewer than 100');
  });

  test('reads marks and criteria from a spreadsheet', async () => {
    const rows = [
      ...Array(12).fill('revenue-cycle,4 leak,4,leak-found'),
      ...Array(12).fill('revenue-cycle,2 leak,2,none'),
      ...Array(3).fill('revenue-cycle,3,3,'),
    ];
    const path = file('m.csv', ['question,answer,mark,criteria', ...rows].join('\n'));
    expect(await run([path], { format: 'json' })).toBe(0);
    expect(JSON.parse(out).criteria['leak-found']).toMatchObject({ pairs: 24, both: 12, graderOnly: 12 });
  });

  test('refuses to claim anything from 19 marks: no figure, exit 2', async () => {
    const path = file('few.jsonl', lines(19, 3, '3').join('\n'));
    expect(await run([path], {})).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('19 answers have');
    expect(await run([path], { format: 'json' })).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ pairs: 19, qwk: null, exact: null, bias: null });
  });

  test('leaves out answers without a mark and says how many', async () => {
    const path = file('some.jsonl', [...lines(20, 3, '3'), ...lines(7, '', '5')].join('\n'));
    expect(await run([path], { format: 'json' })).toBe(0);
    expect(JSON.parse(out).pairs).toBe(20);
    expect(err).toContain('7 without a mark');
  });

  test('a bad record, an unknown question or an unknown criterion is told with its place; exit 1', async () => {
    const good = lines(20, 3, '3');
    const bad = ['not json', JSON.stringify({ question: 'revenu-cycle', answer: '3', mark: 3 })];
    const path = file('bad.jsonl', [...good, ...bad].join('\n'));
    expect(await run([path], { format: 'json' })).toBe(1);
    expect(JSON.parse(out).pairs).toBe(20);
    expect(err).toContain(`${path}:21`);
    expect(err).toContain(`${path}:22`);

    err = '';
    const odd = file('odd.jsonl', [...good, ...lines(1, 3, '3', { criteria: ['leek-found'] })].join('\n'));
    expect(await run([odd], {})).toBe(1);
    expect(err).toContain(`${odd}:21`);
    expect(err).toContain('leak-found');
  });

  test('a missing file is a fault, whatever the others say', async () => {
    const path = file('fine.jsonl', lines(20, 3, '3').join('\n'));
    expect(await run([join(dir, 'absent.csv'), path], { format: 'json' })).toBe(2);
    expect(JSON.parse(out).pairs).toBe(20);
  });

  test('prints the largest difference first, and nothing that steers a terminal', async () => {
    const path = file(
      'far.jsonl',
      [...lines(20, 3, '4'), ...lines(1, 1, '5 \u001b]0;owned\u0007 said', { id: 'f\u001b[31mar' })].join(
        '\n',
      ),
    );
    expect(await run([path], {})).toBe(0);
    const listed = out.split('\n').filter((line) => line.startsWith('  you'));
    expect(listed[0]).toContain('you 1, grader 5');
    expect(listed[1]).toContain('you 3, grader 4');
    expect(out).not.toMatch(/[\u0007\u001b]/);
  });

  test('an unknown format is bad usage', async () => {
    await expect(run([], { format: 'xml' })).rejects.toMatchObject({ name: 'UsageError' });
  });
});
