import { describe, expect, test } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { html } from '../../src/report/html.ts';
import { json } from '../../src/report/json.ts';
import { jsonl } from '../../src/report/jsonl.ts';
import { junit } from '../../src/report/junit.ts';
import { markdown } from '../../src/report/markdown.ts';
import { plainText } from '../../src/report/plain.ts';
import { table } from '../../src/report/table.ts';
import { graded, HOSTILE, unread, written } from './made.ts';

const KINDS = { table, jsonl, json, csv, markdown, html, junit };

describe.each(Object.entries(KINDS))('%s', (_, kind) => {
  test('lets nothing through that steers a terminal, whatever field it is in', () => {
    const all = HOSTILE.map((text) => ({
      ...graded(
        {
          id: text,
          candidate: text,
          question: text,
          advice: [{ about: text, text }],
          followUp: text,
          mark: 2,
          extra: { mark_reason: text, [text]: text },
        },
        text,
      ),
      prompt: text,
    }));
    const text = written(kind, all).replaceAll('\r\n', '\n');
    expect(text).toBe(plainText(text));
    expect(text.length).toBeGreaterThan(1000);
  });

  test("shows a person's mark and its reason, and says why an answer is unscored", () => {
    const text = written(kind, [graded({ mark: 2, extra: { mark_reason: 'Too rosy' } }), unread()]);
    expect(text).toContain('Too rosy');
    expect(text).toContain('b:2: not JSON');
  });

  test('is sound for no answers at all', () => {
    expect(() => written(kind, [])).not.toThrow();
  });
});

test('the formats that keep nothing write each answer as it comes', () => {
  for (const [name, kind] of Object.entries(KINDS)) {
    const report = kind.open({ questions: [], rubrics: new Map(), minScore: null, width: 80 });
    expect([name, report.add(graded()) === '']).toEqual([name, kind.holdsAll]);
  }
});

test('json: the assessments and their summary', () => {
  const all = [graded({ score: 4 }), graded({ score: 1 }), unread()];
  const document = JSON.parse(written(json, all));
  expect(document.assessments).toEqual(all.map(({ assessment }) => assessment));
  expect(document.summary).toEqual({ answers: 3, scored: 2, unscored: 1, mean: 2.5 });
  expect(JSON.parse(written(json, []))).toEqual({
    assessments: [],
    summary: { answers: 0, scored: 0, unscored: 0, mean: null },
  });
});

test('jsonl: escaped characters come back as they were', () => {
  const extra = { note: HOSTILE.slice(0, 7).join('') };
  expect(JSON.parse(written(jsonl, [graded({ extra })])).extra).toEqual(extra);
});

test('table: fits its width', () => {
  const all = [
    ...HOSTILE.map((text) =>
      graded({ id: text, candidate: text, question: text, advice: [{ about: 'a', text }], mark: 2 }),
    ),
    graded({ candidate: '漢字'.repeat(40) }),
    unread(),
  ];
  for (const line of written(table, all).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('junit: what is below the least score fails, what is unscored is an error', () => {
  const text = written(junit, [graded({ score: 3 }), graded({ score: 2 }), unread()], { minScore: 3 });
  expect(text.match(/<testsuite [^>]*>/)?.[0]).toContain('tests="3" failures="1" errors="1"');
  expect(text.match(/<failure /g)).toHaveLength(1);
  expect(text.match(/<error type="bad-record"/g)).toHaveLength(1);
});
