import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const DIST = join(ROOT, 'dist');
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What the modules behind an entry import from outside the repository. */
async function importedFrom(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    write: false,
    metafile: true,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const names = imports.filter(({ external }) => external).map(({ path }) => path);
  return [...new Set(names)].filter((name) => !isBuiltin(name));
}

const declared = (name: string) => Object.keys(dependencies).some((one) => `${name}/`.startsWith(`${one}/`));

it('ships code that needs no library but those an install brings', async () => {
  for (const entry of ['dist/cli.cjs', 'dist/index.js']) {
    expect((await importedFrom(entry)).filter((name) => !declared(name))).toEqual([]);
  }
});

it('publishes types that need no library but those an install brings', () => {
  const seen = new Set<string>();
  const outside = new Set<string>();
  (function follow(file: string): void {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)/g)) {
      if (from?.startsWith('.')) follow(join(dirname(file), from.replace(/\.ts$/, '.d.ts')));
      else outside.add(from ?? '');
    }
  })(join(DIST, 'types/index.d.ts'));
  expect([...outside].filter((name) => !declared(name))).toEqual([]);
  expect(seen.size).toBeGreaterThan(5);
});

it('passes on the licence of every library it ships', async () => {
  const licences = readFileSync(join(DIST, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
  const used = new Set((await importedFrom('src/cli.ts')).map(packageOf));
  const external = new Set((await importedFrom('dist/cli.cjs')).map(packageOf));
  expect(used.size).toBeGreaterThan(5);
  for (const name of used) if (!external.has(name)) expect(licences).toContain(`=== ${name} `);
});
