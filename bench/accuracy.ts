/**
 * How well the offline grader agrees with careful raters.
 *
 *   npm run bench:accuracy                        the written corpus
 *   npm run bench:accuracy -- people.jsonl        and any other labelled file (`--question star`: only it)
 *   npm run bench:accuracy -- --baselines         beside counting words and a bag of words
 *   npm run bench:accuracy -- --errors            with the answers two or more points off
 *   npm run bench:accuracy -- --writers w1,w2 --persons odd
 *   npm run bench:accuracy -- --table              the table of docs/grading.md
 *   npm run bench:accuracy -- --question revenue-cycle --criterion leak-found
 *
 * The corpus' writers and its raters were language models: these are figures of agreement with a rating guide
 * carefully applied, not with a hiring panel.
 */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { baselines } from './baselines.ts';
import { figuresTable } from './figures-table.ts';
import { gradeAll } from './grade.ts';
import { type Labelled, readLabelled, WRITTEN } from './labelled.ts';
import { criterionLines, errorLines } from './listing.ts';
import { measure } from './measure.ts';
import { baselineLines, figureLines } from './print.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    question: { type: 'string' },
    writers: { type: 'string' },
    persons: { type: 'string' },
    criterion: { type: 'string' },
    errors: { type: 'boolean', default: false },
    baselines: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

/** `star` selects the answers to any other question; `--persons odd` those of p01, p03 and so on. */
function wanted({ question, by }: Labelled): boolean {
  if (values.question !== undefined && question !== values.question) return false;
  if (values.writers !== undefined && by.startsWith('w')) return values.writers.split(',').includes(by);
  if (values.persons !== undefined && by.startsWith('p')) {
    return Number(by.slice(1)) % 2 === (values.persons === 'odd' ? 1 : 0);
  }
  return true;
}

const complaints = new Set<string>();
const report: Record<string, unknown> = {};
for (const file of [fileURLToPath(WRITTEN), ...positionals]) {
  const answers = readLabelled(file).filter(wanted);
  if (answers.length === 0) continue;
  const graded = await gradeAll(answers, (message) => complaints.add(message));
  const figures = measure(graded);
  const beside = values.baselines ? baselines(readLabelled(WRITTEN), answers) : null;
  report[basename(file)] = beside ? { ...figures, baselines: beside } : figures;
  if (values.table) console.log(figuresTable(figures));
  if (values.json || values.table) continue;
  const lines = values.criterion
    ? criterionLines(graded, values.criterion)
    : [
        ...figureLines(basename(file), figures),
        ...(beside ? baselineLines(beside) : []),
        ...(values.errors ? errorLines(graded) : []),
      ];
  console.log(lines.join('\n'));
}
if (values.json) console.log(JSON.stringify(report, null, 2));
if (Object.keys(report).length === 0) {
  console.error(
    'no labelled answer is left to grade: do the filters name a question, writers and persons there are?',
  );
  process.exitCode = 2;
}
for (const complaint of complaints) console.error(complaint);
