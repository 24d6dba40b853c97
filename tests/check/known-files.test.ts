import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOf } from '../../src/check/known-files.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-known-files-'));
  cpSync('src/init/pack', dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** What is recorded of the file with these very bytes. */
async function recorded(): Promise<Record<string, unknown>> {
  const record = await recordOf(dir);
  const files = ['questions', 'rubrics'].flatMap((sub) =>
    readdirSync(join(dir, sub)).map((name) => join(sub, name)),
  );
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(dir, file)))
      .digest('hex');
  const known = files.flatMap((file) => {
    const entry = record[digest(file)];
    return entry === undefined ? [] : [[file, entry]];
  });
  expect(Object.keys(record)).toHaveLength(known.length);
  return Object.fromEntries(known);
}

const sound = {
  'questions/pattern-noticed.yaml': ['question', 'pattern-noticed'],
  'questions/why-lead.yaml': ['question', 'why-lead'],
  'rubrics/pattern-noticed.yaml': ['rubric', 'pattern-noticed'],
  'rubrics/why-lead.yaml': ['rubric', 'why-lead'],
};

describe('what the build knows of a pack', () => {
  it('is every file with nothing wrong in it', async () => expect(await recorded()).toEqual(sound));

  it.each([
    ['a key too many', 'questions/why-lead.yaml', '', 'extra: 1\n'],
    ['a name that is not given', 'rubrics/why-lead.yaml', 'met: [', 'met: [nobody, '],
    ['a sign that cannot be read', 'rubrics/why-lead.yaml', 'signs:\n', 'signs:\n      - + + +\n'],
    ['a list nobody uses', 'rubrics/why-lead.yaml', 'words:\n', 'words:\n  heads: [head]\n'],
    [
      'two anchors that say the same',
      'rubrics/why-lead.yaml',
      / {2}1: .*\n {2}2: .*\n/,
      '  1: So.\n  2: So.\n',
    ],
    ['a comment that silences', 'rubrics/why-lead.yaml', '', '# greenroom-ignore unused-list: not yet\n'],
    ['another kind of file', 'questions/why-lead.yaml', /[\s\S]*/, 'question: x\ncriteria: []\n'],
  ])('and not one with %s', async (_, file, from, to) => {
    const text = readFileSync(join(dir, file), 'utf8');
    if (from === '') appendFileSync(join(dir, file), to);
    else
      writeFileSync(
        join(dir, file),
        text.replace(from, () => to),
      );
    expect(readFileSync(join(dir, file), 'utf8')).not.toBe(text);
    const { [file as keyof typeof sound]: _gone, ...others } = sound;
    expect(await recorded()).toEqual(others);
  });

  it('holds a rubric without its question, as far as it stands by itself', async () => {
    rmSync(join(dir, 'questions/why-lead.yaml'));
    const { 'questions/why-lead.yaml': _gone, ...others } = sound;
    expect(await recorded()).toEqual(others);
  });
});
