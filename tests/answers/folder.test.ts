import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { folder, read } from './reading.ts';

test('a folder is walked in order; links in a circle, pipes and hidden files are left out', async () => {
  const root = mkdtempSync(join(folder, 'walk-'));
  const write = (name: string) => writeFileSync(join(root, name), 'We audit.');
  mkdirSync(join(root, 'b'));
  for (const name of ['c.compliance.md', 'a.compliance.txt', 'b/z.compliance.md', '.hidden.md', 'x.docx'])
    write(name);
  symlinkSync('..', join(root, 'b', 'loop'));
  symlinkSync('nowhere', join(root, 'broken.md'));
  symlinkSync('a.compliance.txt', join(root, 'd.compliance.md'));
  execFileSync('mkfifo', [join(root, 'pipe.md')]);
  const { answers, faults } = await read([root]);
  expect(answers.map(({ where }) => relative(root, where.file))).toEqual([
    'a.compliance.txt',
    join('b', 'z.compliance.md'),
    'c.compliance.md',
    'd.compliance.md',
  ]);
  expect(faults).toEqual([]);
  const skipped = await read([root], { skip: (path) => path === join(root, 'b') });
  expect(skipped.answers).toHaveLength(3);
});

test('what cannot be read is named, and the rest is read', async () => {
  const root = mkdtempSync(join(folder, 'faults-'));
  writeFileSync(join(root, 'compliance.md'), 'We audit.');
  writeFileSync(join(root, 'notes.docx'), 'x');
  mkdirSync(join(root, 'none'));
  execFileSync('mkfifo', [join(root, 'pipe.jsonl')]);
  const paths = ['missing.csv', 'notes.docx', 'none', 'pipe.jsonl', 'compliance.md/x.md', 'compliance.md'];
  const { answers, faults } = await read(paths.map((name) => join(root, name)));
  expect(answers).toHaveLength(1);
  expect(faults.map((message) => relative(root, message.split(': ')[0]!))).toEqual(paths.slice(0, 5));
});
