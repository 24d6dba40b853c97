import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/finding.ts';
import { graders } from '../../src/grading/graders.ts';

/**
 * Each folder in cases/ plants one fault into the pack that `greenroom init` writes. Its fault.yaml says
 * which text of which file becomes what, and what must be reported; « and »
 * stand around the place of the finding and are taken out before the check.
 */
interface Fault {
  file: string;
  /** The text to replace; without it, `put` is the whole file. */
  find?: string;
  put?: string;
  /** The whole file as base64, for bytes that are not text. */
  bytes?: string;
  /** Take the file away. */
  remove?: true;
  finding: string;
  /** The place of the finding, where it is not in `put`. */
  at?: string;
  /** Codes of what else is rightly reported. */
  also?: string[];
  /** Other findings follow from the fault, and which depends on how examples are graded. */
  others?: true;
}

const SOUND = 'src/init/pack';
const cases = readdirSync('tests/check/cases');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenroom-cases-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (dir: string) =>
  (await check([{ kind: 'pack', dir, only: null }], { grader: await graders.offline(), mutate: false }))
    .findings;

describe('a pack with one fault', () => {
  it('is sound without it', async () => {
    expect(await run(SOUND)).toEqual([]);
  });

  it.each(cases)('%s', async (name) => {
    const fault = parse(readFileSync(join('tests/check/cases', name, 'fault.yaml'), 'utf8')) as Fault;
    const dir = join(folder, name);
    cpSync(SOUND, dir, { recursive: true });
    const at = plant(dir, fault) ?? fault.at;
    const findings = await run(dir);
    const expected = findings.find(({ code }) => code === fault.finding);
    expect([expected?.code, placed(expected, dir)]).toEqual([fault.finding, at]);
    expect((fault.others ? [expected!] : findings).map((one) => told(one, dir)).join('\n')).toMatchSnapshot();
    if (fault.others) return;
    const codes = findings.map(({ code }) => code);
    expect(codes.sort()).toEqual([fault.finding, ...(fault.also ?? [])].sort());
  });
});

/** @returns where the marks stood, as `file:line:column-line:column` */
function plant(dir: string, { file, find, put, bytes, remove }: Fault): string | null {
  const path = join(dir, file);
  if (remove) rmSync(path);
  else mkdirSync(dirname(path), { recursive: true });
  if (bytes !== undefined) writeFileSync(path, Buffer.from(bytes, 'base64'));
  if (put === undefined) return null;
  let text = put;
  if (find !== undefined) {
    const sound = readFileSync(path, 'utf8');
    expect(sound.split(find).length, 'times the text is there').toBe(2);
    text = sound.replace(find, () => put);
  }
  writeFileSync(path, text.replace(/[«»]/g, ''));
  const [before, marked] = text.split(/[«»]/);
  if (marked === undefined) return null;
  return `${file}:${place(before!)}-${place(before! + marked)}`;
}

function place(text: string): string {
  const lines = text.split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

/** A finding in full; the words are kept in __snapshots__, to be read there when they change. */
function told(finding: Finding, dir: string): string {
  const { code, severity, message, fix } = finding;
  // Fitted numbers move the hundredths of a score.
  const words = `${message}${fix === null ? '' : ` | ${fix}`}`
    .replaceAll(dir, '.')
    .replace(/\(\d\.\d+\)/g, '(…)');
  return `${placed(finding, dir)} ${severity} ${code}: ${words}`;
}

function placed(finding: Finding | undefined, dir: string): string | null {
  if (finding === undefined) return null;
  const { file, line, column, endLine, endColumn } = finding;
  return `${file.slice(dir.length + 1)}:${line}:${column}-${endLine}:${endColumn}`;
}
