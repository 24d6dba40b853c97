import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../src/check/finding.ts';
import { type Assessment, LABELS, type Score, UNSCORED_CODES } from '../../src/grading/assessment.ts';
import { FINDINGS_FORMATS, findingsReports } from '../../src/report/findings-reports.ts';
import { personPages } from '../../src/report/pages.ts';
import type { Graded } from '../../src/report/report.ts';
import { reports } from '../../src/report/reports.ts';
import { context, written } from '../report/made.ts';
import { anyJson, anyText, times } from './any.ts';
import { assertFindingsReport, assertSteersNothing, parseCsv, parseXml } from './parse-back.ts';

const anyId = fc.oneof(fc.constantFrom('compliance', 'star', 'leak-found', '__proto__'), anyText);

/** Stretches of an answer, as evidence. */
const anyEvidence = (answer: string) =>
  fc
    .array(fc.tuple(fc.nat(answer.length), fc.nat(answer.length)), { maxLength: 2 })
    .map((pairs) =>
      pairs
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
        .map(([start, end]) => ({ start, end, quote: answer.slice(start, end) })),
    );

/** Any assessment the schema allows, with any text in any field that holds one, beside its answer. */
const anyGraded: fc.Arbitrary<Graded> = anyText.chain((answer) => {
  const evidence = anyEvidence(answer);
  const part = fc.record({ level: fc.constantFrom(0 as const, 1 as const, 2 as const), evidence });
  const assessment = fc
    .record({
      id: anyText,
      candidate: fc.option(anyText),
      question: fc.option(anyId),
      star: fc.record({ situation: part, task: part, action: part, result: part }),
      criteria: fc.array(fc.record({ id: anyId, met: fc.boolean(), evidence }), { maxLength: 3 }),
      redFlags: fc.array(
        fc.record({ id: anyId, severity: fc.constantFrom('minor', 'major', 'severe'), evidence }),
        { maxLength: 2 },
      ),
      advice: fc.array(fc.record({ about: anyId, text: anyText }), { maxLength: 2 }),
      followUp: fc.option(anyText),
      words: fc.nat(),
      answerHash: anyText,
      grader: fc.record({ name: anyText, version: anyText, model: fc.option(anyText) }),
      rubric: fc.option(fc.record({ version: fc.integer({ min: 1 }), hash: anyText })),
      mark: fc.option(fc.integer({ min: 1, max: 5 })),
      extra: fc
        .array(fc.tuple(fc.oneof(fc.constantFrom('mark_reason', 'id', '__proto__'), anyText), anyJson), {
          maxLength: 3,
        })
        .map((entries) => Object.fromEntries(entries)),
      score: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
      reason: fc.record({ code: fc.constantFrom(...UNSCORED_CODES), message: anyText }),
    })
    .map(
      ({ score, reason, ...rest }) =>
        ({
          ...rest,
          status: score === null ? 'unscored' : 'scored',
          reason: score === null ? reason : null,
          score: score as Score | null,
          exact: score,
          label: score === null ? null : LABELS[score as Score],
        }) as Assessment,
    );
  const all = { assessment, answer: fc.constant(answer), prompt: fc.option(anyText) };
  return fc.record({ ...all, beside: assessment }, { requiredKeys: ['assessment', 'answer', 'prompt'] });
});

const some = fc.array(anyGraded, { maxLength: 4 });

/** In the order of the reports: a second opinion is an answer of its own where formats keep them apart. */
const flat = (all: Graded[]) =>
  all.flatMap(({ beside, ...one }) => [one, ...(beside ? [{ ...one, assessment: beside }] : [])]);

it('JSON and JSON lines say the same as the assessment', async () => {
  const [json, jsonl] = [await reports.json(), await reports.jsonl()];
  fc.assert(
    fc.property(some, (all) => {
      const apart = flat(all);
      const expected = apart.map(({ assessment }) => JSON.parse(JSON.stringify(assessment)));
      const whole = written(json, apart);
      assertSteersNothing(whole);
      expect(JSON.parse(whole).assessments).toEqual(expected);
      const lines = written(jsonl, apart);
      assertSteersNothing(lines);
      expect(
        lines
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line)),
      ).toEqual(expected);
    }),
    times(250),
  );
});

it('CSV has a row an answer, as wide as its header, and no formula', async () => {
  const csv = await reports.csv();
  fc.assert(
    fc.property(some, (all) => {
      const apart = flat(all);
      const text = written(csv, apart);
      assertSteersNothing(text.replaceAll('\r\n', '\n'));
      const rows = parseCsv(text);
      expect(rows.map(({ score, status }) => [score, status])).toEqual(
        apart.map(({ assessment: { score, status } }) => [String(score ?? ''), status]),
      );
    }),
    times(250),
  );
});

it('JUnit has a test an answer', async () => {
  const junit = await reports.junit();
  fc.assert(
    fc.property(some, (all) => {
      const apart = flat(all);
      const text = written(junit, apart, { minScore: 3 });
      assertSteersNothing(text);
      const [suite] = parseXml(text).children;
      expect(suite!.children.map(({ children: [only] }) => only!.name)).toEqual(
        apart.map(({ assessment: { score } }) =>
          score === null ? 'error' : score < 3 ? 'failure' : 'system-out',
        ),
      );
    }),
    times(250),
  );
});

/** The elements of the page when nothing in it is hostile. */
const OURS = new Set(
  'a abbr article bdi blockquote body div em h1 h2 h3 h4 head html input label li main mark meta ol p rect script section small span strong style sup svg table tbody td th thead title tr ul'.split(
    ' ',
  ),
);
/** Attributes that load, send or run something. */
const ACTS = /\s(?:on\w+|src|srcset|style|action|formaction|href="(?!#))/i;

it('HTML has no element or attribute but its own', async () => {
  const html = await reports.html();
  fc.assert(
    fc.property(some, (all) => {
      const page = written(html, all);
      assertSteersNothing(page);
      const body = page.replace('<!doctype html>', '').replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
      const strange = [...body.matchAll(/<\/?([^\s>/]*)[^>]*>?/g)].filter(
        ([tag, name]) => !OURS.has(name!) || ACTS.test(tag.replace(/"(?!#)[^"]*"/g, '""')),
      );
      expect(strange).toEqual([]);
    }),
    times(150),
  );
});

it('Markdown lets no markup, link or heading through, and pages get names that stay in their folder', async () => {
  const markdown = await reports.markdown();
  fc.assert(
    fc.property(some, (all) => {
      const pages = [...personPages(all, context)];
      for (const { name } of pages) expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.md$/u);
      expect(new Set(pages.map(({ name }) => Buffer.from(name).toString('hex'))).size).toBe(pages.length);
      for (const text of [written(markdown, all), ...pages.map((page) => page.text)]) {
        assertSteersNothing(text);
        expect(text).not.toMatch(/<(?!\/?$)/);
        expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\]\(/);
        const headings = text.match(/^#{1,6} .*$/gm)!.length;
        expect(headings).toBeLessThanOrEqual(4 + 3 * all.length);
      }
    }),
    times(150),
  );
});

it('the table fits its width', async () => {
  const table = await reports.table();
  fc.assert(
    fc.property(some, (all) => {
      const text = written(table, all);
      assertSteersNothing(text);
      const wide = text
        .split('\n')
        .filter((line) => [...line].length > 80 + (line.match(/\p{M}|\p{Cf}/gu)?.length ?? 0));
      expect(wide).toEqual([]);
    }),
    times(150),
  );
});

it('findings in any words, of any file, parse back from every format', async () => {
  const place = fc.integer({ min: 1, max: 1e6 });
  const finding = fc.record({
    code: fc.constantFrom('alias', 'duplicate-key', 'unknown-key'),
    severity: fc.constantFrom('error', 'warning'),
    file: anyText.filter((name) => name !== ''),
    line: place,
    column: place,
    endLine: place,
    endColumn: place,
    message: anyText,
    fix: fc.option(anyText),
  }) as fc.Arbitrary<Finding>;
  const all = fc.array(finding, { maxLength: 14 });
  const same = (text: string) => text;
  const layout = { palette: { bold: same, dim: same, good: same, worry: same }, width: 80, changes: null };
  const kinds = await Promise.all(
    FINDINGS_FORMATS.map(async (name) => [name, await findingsReports[name]()] as const),
  );
  fc.assert(
    fc.property(all, (findings) => {
      const result = { findings, sources: [], examples: 0 };
      for (const [name, report] of kinds) assertFindingsReport(name, report(result, layout), result);
    }),
    times(150),
  );
});
