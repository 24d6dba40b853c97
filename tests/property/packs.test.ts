import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { PackError } from '../../src/errors.ts';
import { graders } from '../../src/grading/graders.ts';
import { parsePack } from '../../src/pack/load.ts';
import { findingsReports } from '../../src/report/findings-reports.ts';
import { anyJson, anyText, times } from './any.ts';
import { assertFindingsReport } from './parse-back.ts';

const RUBRIC = 'rubrics/why-lead.yaml';
let dir: string;
let sound: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-packs-'));
  cpSync('src/init/pack', dir, { recursive: true });
  sound = readFileSync(join(dir, RUBRIC), 'utf8');
});

const same = (text: string) => text;
const palette = { bold: same, dim: same, good: same, worry: same };

/** Checks the pack with this in place of a rubric: it ends in findings, in every format, and loading agrees. */
async function ends(content: string | Uint8Array): Promise<void> {
  writeFileSync(join(dir, RUBRIC), content);
  const result = await check([{ kind: 'pack', dir, only: null }], {
    grader: await graders.offline(),
    mutate: false,
  });
  for (const { line, column, endLine, endColumn, message } of result.findings) {
    expect(Math.min(line, column, endLine, endColumn)).toBeGreaterThanOrEqual(1);
    expect(endLine).toBeGreaterThanOrEqual(line);
    expect(message.length).toBeLessThan(2000);
  }
  for (const [format, load] of Object.entries(findingsReports)) {
    const text = (await load())(result, { palette, width: 80, changes: null });
    assertFindingsReport(format as keyof typeof findingsReports, text, result);
  }
  const faults = result.findings.filter(({ severity }) => severity === 'error');
  const loaded = await parsePack(dir).catch((error: unknown) => error);
  if (loaded instanceof Error) {
    expect(loaded).toBeInstanceOf(PackError);
    expect(faults.length).toBeGreaterThan(0);
  }
}

it('any bytes as a rubric', async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(anyText, fc.uint8Array({ maxLength: 60 })), ends), times(20));
});

it('any YAML as a rubric', async () => {
  const keys = ['question', 'version', 'anchors', 'star', 'criteria', 'red_flags', 'words', 'examples'];
  const document = fc
    .array(fc.tuple(fc.constantFrom(...keys), anyJson), { maxLength: 8 })
    .map((entries) => entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join(''));
  await fc.assert(fc.asyncProperty(document, ends), times(20));
});

it('a rubric with one stretch of it replaced', async () => {
  const place = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), anyText);
  await fc.assert(
    fc.asyncProperty(place, ([where, cut, text]) => {
      const at = Math.floor(where * sound.length);
      return ends(`${sound.slice(0, at)}${text}${sound.slice(at + cut)}`);
    }),
    times(20),
  );
});

it('a rubric whose texts are anything', async () => {
  const texts = [...sound.matchAll(/: ([A-Z][^\n:#]{8,})$/gm)].map(([, text]) => text!);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), anyText, (text, other) =>
      ends(sound.replace(text, () => JSON.stringify(other))),
    ),
    times(20),
  );
});
