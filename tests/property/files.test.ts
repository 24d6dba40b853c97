import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { questionFinder } from '../../src/answers/asked.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { type AnyRecord, isBad } from '../../src/answers/record.ts';
import { FileError } from '../../src/errors.ts';
import { assessmentSchema } from '../../src/grading/assessment-schema.ts';
import { gradeRecord } from '../../src/grading/grade-record.ts';
import { graders } from '../../src/grading/graders.ts';
import { plainJson } from '../../src/report/plain.ts';
import { pack } from '../grading/corpus.ts';
import { anyAnswer, anyJson, anyText, times } from './any.ts';

const folder = mkdtempSync(join(tmpdir(), 'greenroom-files-'));
const ENDINGS = ['jsonl', 'json', 'csv', 'tsv', 'yaml', 'md', 'txt'];
const findQuestion = questionFinder(pack.questions);
const grading = {
  pack,
  findQuestion,
  grader: await graders.offline(),
  signature: { name: 'offline', version: '1', model: null },
};

/** Reads a file to its end: every record is whole, every fault says which file and why. */
async function sound(name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const faults: FileError[] = [];
  const records: AnyRecord[] = [];
  const reading = {
    question: null,
    findQuestion,
    stdin: (async function* () {})(),
    onFault: (error: FileError) => void faults.push(error),
    onNote: () => {},
    skip: () => false,
  };
  for await (const record of readAnswers([file], reading)) records.push(record);
  expect(records.length + faults.length).toBeGreaterThan(0);
  for (const fault of faults) {
    expect(fault).toBeInstanceOf(FileError);
    expect(fault.message.startsWith(file)).toBe(true);
  }
  for (const record of records) {
    expect(record.where.file).toBe(file);
    const assessment = await gradeRecord(record, grading);
    expect(assessmentSchema.safeParse(assessment).error).toBeUndefined();
    if (isBad(record) || assessment.status === 'unscored') expect(assessment.reason?.message).toContain(file);
    JSON.parse(plainJson(assessment));
  }
}

const ending = fc.constantFrom(...ENDINGS);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 80 }),
  anyText.map((text) => Buffer.from(text)),
  anyText.map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
);

it('any bytes in any kind of file: records, or a fault with its place', async () => {
  await fc.assert(
    fc.asyncProperty(ending, bytes, (end, content) => sound(`compliance.${end}`, content)),
    times(500),
  );
});

const record = fc
  .record({ question: fc.constantFrom('compliance', 'nothing'), answer: anyAnswer, x: anyJson })
  .map((fields) => JSON.stringify(fields));
/** A file that is nearly right: whole records with something cut out, put in or said twice. */
const almost = fc
  .tuple(
    fc.array(
      fc.oneof(
        record,
        anyJson.map((value) => JSON.stringify(value)),
      ),
      { maxLength: 4 },
    ),
    anyText,
  )
  .chain(([lines, text]) => {
    const whole = lines.join('\n');
    return fc.tuple(fc.nat(whole.length), fc.nat(6)).map(([at, cut]) => {
      return `${whole.slice(0, at)}${text}${whole.slice(at + cut)}`;
    });
  });

it('records with anything in them, and almost records', async () => {
  const forms = fc.oneof(
    fc.tuple(fc.constantFrom('a.jsonl', 'a.yaml'), almost),
    fc.tuple(
      fc.constantFrom('a.json', 'a.yaml'),
      almost.map((text) => `[${text.replaceAll('\n', ',\n')}]`),
    ),
    fc.tuple(fc.constant('a.jsonl'), record),
    fc.tuple(
      fc.constantFrom('a.csv', 'a.tsv'),
      almost.map((text) => `id,question,answer,constructor\n${text}`),
    ),
    fc.tuple(
      fc.constantFrom('compliance.md', 'a.b.txt'),
      almost.map((text) => `---\n${text}\n---\nI did.`),
    ),
  );
  await fc.assert(
    fc.asyncProperty(forms, ([name, text]) => sound(name, Buffer.from(text))),
    times(500),
  );
});
