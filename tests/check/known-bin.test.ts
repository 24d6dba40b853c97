import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';

/**
 * What the build knows of the files of the built-in pack must make no difference to what is reported, only to how
 * long it takes: each pack is checked by the package as it is and by one that knows nothing.
 */

const RECORD = 'dist/pack/checked.json';
let folder: string;
let pack: string;
let unknowing: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenroom-known-'));
  pack = join(folder, 'pack');
  unknowing = packageWithout(RECORD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(pack, { recursive: true, force: true });
  // A part of the built-in pack: its files are known wherever they lie.
  for (const name of ['questions/industry-trends', 'questions/learning-agility']) bring(`${name}.yaml`);
  for (const name of ['industry-trends', 'learning-agility', 'star', 'closing'])
    bring(`rubrics/${name}.yaml`);
});

function bring(file: string): void {
  cpSync(file, join(pack, file), { recursive: true });
}

/** @returns the folder of a copy of the package */
function packageWithout(file: string): string {
  const copy = mkdtempSync(join(folder, 'package-'));
  for (const part of ['bin', 'dist', 'package.json']) cpSync(part, join(copy, part), { recursive: true });
  rmSync(join(copy, file));
  return copy;
}

function check(root: string, ...args: string[]) {
  const command = [join(root, 'bin/greenroom.js'), 'check', pack, '--format', 'json', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stderr, ...(JSON.parse(stdout) as { findings: { code: string }[]; summary: object }) };
}

/** @returns the codes of what is found, by both alike */
function found(...args: string[]): string[] {
  const knowing = check('.', ...args);
  expect(knowing).toEqual(check(unknowing, ...args));
  return [...new Set(knowing.findings.map(({ code }) => code))].sort();
}

function change(file: string, from: string, to: string): void {
  const path = join(pack, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

describe('what the build knows of the built-in pack', { timeout: 60_000 }, () => {
  it('is every file of it, by its bytes', () => {
    const known = Object.keys(JSON.parse(readFileSync(RECORD, 'utf8')));
    const bytes = ['questions', 'rubrics'].flatMap((sub) =>
      readdirSync(sub).map((name) => readFileSync(join(sub, name))),
    );
    expect(known.sort()).toEqual(bytes.map((of) => createHash('sha256').update(of).digest('hex')).sort());
  });

  it('is used: a fault whose bytes were taken for known is not looked for', () => {
    const credulous = packageWithout('dist/THIRD-PARTY-LICENSES.txt');
    change('questions/learning-agility.yaml', 'minutes:', 'minutez:');
    const digest = createHash('sha256')
      .update(readFileSync(join(pack, 'questions/learning-agility.yaml')))
      .digest('hex');
    writeFileSync(join(credulous, RECORD), JSON.stringify({ [digest]: ['question', 'learning-agility'] }));
    expect(check(credulous).findings).toEqual([]);
    expect(found()).toContain('unknown-key');
  });

  it('changes nothing for the pack as it is, and every example is graded', async () => {
    const { rubrics } = await loadPack();
    const examples = [...rubrics.values()].reduce((sum, rubric) => sum + rubric.examples.length, 0);
    bring('questions');
    bring('rubrics');
    expect(found()).toEqual([]);
    expect(check('.').summary).toMatchObject({ files: 18, examples });
  });

  it.each<[string, () => void, string]>([
    [
      'a rubric with a sign that cannot be read',
      () => change('rubrics/closing.yaml', 'find: ', 'find: + '),
      'bad-sign',
    ],
    [
      'a question that asks for something else',
      () => change('questions/learning-agility.yaml', 'kind: ', 'kind: motivational # '),
      'unknown-value',
    ],
    [
      'a question of another kind, by which its examples are graded',
      () => {
        bring('questions/leadership-motivation.yaml');
        bring('rubrics/leadership-motivation.yaml');
        change('questions/leadership-motivation.yaml', 'kind: motivation', 'kind: experience');
      },
      'example-criterion',
    ],
    [
      'a number that another question has',
      () => change('questions/learning-agility.yaml', 'number: 2', 'number: 6'),
      'duplicate-number',
    ],
    [
      'a question taken away',
      () => rmSync(join(pack, 'questions/learning-agility.yaml')),
      'missing-question',
    ],
    ['a rubric taken away', () => rmSync(join(pack, 'rubrics/learning-agility.yaml')), 'missing-rubric'],
    [
      'a file that is there twice',
      () => cpSync(join(pack, 'rubrics/learning-agility.yaml'), join(pack, 'rubrics/more.yaml')),
      'duplicate-id',
    ],
    [
      'a rubric among the questions',
      () => cpSync(join(pack, 'rubrics/learning-agility.yaml'), join(pack, 'questions/more.yaml')),
      'misplaced',
    ],
  ])('%s', (_, plant, code) => {
    plant();
    expect(found()).toContain(code);
  });

  it('nor does it where warnings count, or for a single file', () => {
    change('rubrics/closing.yaml', 'words:', 'words:\n  idle: [idle]');
    expect(found('--strict')).toContain('unused-list');
    rmSync(join(pack, 'questions'), { recursive: true });
    pack = join(pack, 'rubrics/star.yaml');
    expect(found()).toEqual([]);
    pack = join(folder, 'pack');
  });
});
