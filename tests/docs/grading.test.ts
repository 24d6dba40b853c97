import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figuresTable } from '../../bench/figures-table.ts';
import { gradeAll } from '../../bench/grade.ts';
import { readLabelled, WRITTEN } from '../../bench/labelled.ts';
import { measure } from '../../bench/measure.ts';

it('the figures for the written corpus are those of today (npm run bench:accuracy -- --table)', async () => {
  const page = readFileSync(new URL('../../docs/grading.md', import.meta.url), 'utf8');
  const graded = await gradeAll(readLabelled(WRITTEN), (message) => {
    throw new Error(message);
  });
  expect(page).toContain(figuresTable(measure(graded)));
});
