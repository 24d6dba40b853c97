import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const packed = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
)[0].files.map((file: { path: string }) => file.path) as string[];

it('publishes what the program needs', () => {
  const needed = ['bin/greenroom.js', 'dist/index.js', 'dist/types/index.d.ts', 'LICENSE', 'README.md'];
  for (const folder of ['questions', 'rubrics'])
    needed.push(...readdirSync(folder).map((name) => `${folder}/${name}`));
  expect(packed).toEqual(expect.arrayContaining(needed));
});

it('publishes nothing else', () => {
  const stray = packed.filter(
    (path) =>
      !/^(bin|questions|rubrics|dist)\//.test(path) &&
      !['package.json', 'LICENSE', 'README.md'].includes(path),
  );
  expect(stray).toEqual([]);
  expect(packed.filter((path) => /\.map$|(?<!\.d)\.ts$|\.test\.|answers\.jsonl/.test(path))).toEqual([]);
});

it('depends on nothing that runs a script when it is installed', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>;
  };
  const scripted = Object.entries(lock.packages).filter(([path, one]) => path !== '' && one.hasInstallScript);
  // The bundler, used in building only, has one: the lockfile does say so.
  expect(scripted.map(([path]) => path)).toContain('node_modules/esbuild');
  expect(scripted.filter(([, { dev }]) => !dev)).toEqual([]);
});
