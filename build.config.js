// Bundles src/ into dist/. Splitting keeps a command's code (and the libraries only it needs) out of
// every other command's start-up.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

rmSync('dist', { recursive: true, force: true });

await build({
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  // Some libraries are CommonJS and call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

// What `greenroom init` starts a pack with.
cpSync('src/init/pack', 'dist/init', { recursive: true });

// The JSON Schemas, for editors.
const { jsonSchema, SCHEMA_NAMES } = await tsImport('./src/pack/json-schema.ts', import.meta.url);
mkdirSync('dist/schema');
for (const name of SCHEMA_NAMES) writeFileSync(`dist/schema/${name}.schema.json`, jsonSchema(name));

// The built-in pack, parsed and validated once, here (see src/pack/compiled.ts), and its signs made ready for
// matching (see src/grading/offline/prepared.ts).
const { compile } = await tsImport('./src/pack/compiled.ts', import.meta.url);
const { parsePack } = await tsImport('./src/pack/load.ts', import.meta.url);
try {
  const pack = await parsePack('.');
  writeFileSync('dist/pack.json', compile(pack));
  const { writtenSigns } = await tsImport('./src/grading/offline/written.ts', import.meta.url);
  mkdirSync('dist/signs');
  for (const [name, text] of writtenSigns(pack)) writeFileSync(`dist/signs/${name}`, text);
} catch (error) {
  // Whoever is half-way through editing the pack can build all the same; every start then says what is wrong.
  if (error.name !== 'PackError') throw error;
  console.warn(`The built-in pack was left out of the build.\n${error.message}`);
}
