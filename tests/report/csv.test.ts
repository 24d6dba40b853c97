import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import type { Graded } from '../../src/report/report.ts';
import { graded, HOSTILE, unread, written } from './made.ts';

const rows = (all: Graded[]): Record<string, string>[] => parse(written(csv, all), { columns: true });

describe('CSV', () => {
  test('one row an answer, with the answers own further columns', () => {
    const [row] = rows([graded({ extra: { team: 'red', score: 'mine', mark_reason: 'Too rosy' } })]);
    expect(row).toMatchObject({
      score: '3',
      shown: 'leak-found',
      missing: 'partnered',
      red_flags: 'not-my-job',
    });
    expect(row).toMatchObject({ team: 'red', given_score: 'mine', mark_reason: 'Too rosy' });
  });

  test('columns that only later answers have are kept together', () => {
    const all = rows([graded({ extra: { team: 'red' } }), graded({ extra: { site: 'north' } }), unread()]);
    expect(all.map(({ team, other_fields }) => [team, other_fields])).toEqual([
      ['red', ''],
      ['', '{"site":"north"}'],
      ['', ''],
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '\u0007=1'])('%j is no formula', (text) => {
    const [row] = rows([graded({ id: text, candidate: text, extra: { [text]: text } }, text)]);
    const cells = [...Object.keys(row!), ...Object.values(row!)];
    expect(cells.filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
    expect(row!.answer).toBe(`'${text.replace('\u0007', '')}`);
  });

  test('every row has as many cells as the head, whatever is in them', () => {
    const table = parse(
      written(
        csv,
        HOSTILE.map((text) => graded({ id: text, extra: { a: `${text},\n"` } }, text)),
      ),
    );
    expect(table).toHaveLength(HOSTILE.length + 1);
    expect(new Set(table.map((row) => row.length)).size).toBe(1);
  });
});
