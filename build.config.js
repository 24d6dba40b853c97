// Bundles src/ into dist/. What ships is all there: only the published types need a library, zod.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

rmSync('dist', { recursive: true, force: true });

const common = {
  bundle: true,
  outdir: 'dist',
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  metafile: true,
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};

// The program is CommonJS, since making Node ready for ES modules takes longer than `--version` itself; a file for
// each command and each large library, since a start takes longer the more it reads.
const APART = /^(\.\/commands\/\w+\.ts|csv-parse|openai|yaml)$/;
// What no run needs that finds the built-in pack as it was built: the schemas, with the library they are written in,
// and YAML, which is loaded when the first of its names is used.
const LATE = { schema: /^\.\.\/pack\/schema\.ts$/, yaml: /^yaml$/ };
const files = new Map([['cli', 'src/cli.ts']]);
const apart = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: APART }, ({ path, kind }) => {
      if (kind === 'entry-point') return;
      const name = basename(path, '.ts');
      files.set(name, path.startsWith('.') ? `src/${path}` : path);
      return LATE.yaml.test(path) ? { path, namespace: 'late' } : { path: `./${name}.cjs`, external: true };
    });
    onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => /^(?!default$)\w+$/.test(name));
      const getters = names.map(
        (name) => `get ${name}() { return (all ??= require('./${path}.cjs')).${name}; }`,
      );
      return { contents: `let all; module.exports = { __esModule: true, ${getters.join(', ')} };` };
    });
    onResolve({ filter: /^\.\/yaml\.cjs$/, namespace: 'late' }, ({ path }) => ({ path, external: true }));
    // commander loads child processes for commands that are programs of their own; there are none.
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('commander') ? { path, namespace: 'nothing' } : null,
    );
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
    onResolve({ filter: LATE.schema }, ({ kind }) => {
      if (kind !== 'dynamic-import') return;
      files.set('pack-schema', 'src/pack/schema.ts');
      return { path: './pack-schema.cjs', external: true };
    });
  },
};
const results = [];
for (const [name, path] of files) {
  const program = await build({
    ...common,
    entryPoints: { [name]: path },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__here' },
    banner: { js: "const __here = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [apart],
  });
  results.push(program);
}

// The library is an ES module, and so is what runs in workers.
const library = await build({
  ...common,
  entryPoints: {
    index: 'src/index.ts',
    'score-worker': 'src/commands/score-worker.ts',
    // What tinypool looks for beside itself to start them.
    'entry/worker': 'node_modules/tinypool/dist/entry/worker.js',
  },
  splitting: true,
  format: 'esm',
  // Some libraries are CommonJS and call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
results.push(library);

// The licences of the libraries that went in, which ask to go wherever the code goes.
const outputs = results.flatMap(({ metafile }) => Object.values(metafile.outputs));
const bundled = outputs
  .flatMap(({ inputs }) => Object.entries(inputs))
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .map(([file]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
  .filter((folder) => folder !== undefined);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', [...new Set(bundled)].sort().map(licence).join('\n'));

function licence(folder) {
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  );
  if (!license) throw new Error(`${folder} does not say under which licence it may be passed on`);
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const text = texts.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim()).join('\n\n');
  const unwritten = `By ${author?.name ?? author}, ${homepage}. The package has no text of its licence with it.`;
  return `=== ${name} ${version} (${license})\n\n${text || unwritten}\n`;
}

// What `greenroom init` starts a pack with.
cpSync('src/init/pack', 'dist/init', { recursive: true });

// The JSON Schemas, for editors.
const { jsonSchema, SCHEMA_NAMES } = await tsImport('./src/pack/json-schema.ts', import.meta.url);
mkdirSync('dist/schema');
for (const name of SCHEMA_NAMES) writeFileSync(`dist/schema/${name}.schema.json`, jsonSchema(name));

// The built-in pack, parsed and validated once, here (see src/pack/compiled.ts), and its rubrics made ready for
// grading (see src/grading/offline/prepared.ts).
const { compile } = await tsImport('./src/pack/compiled.ts', import.meta.url);
const { parsePack } = await tsImport('./src/pack/load.ts', import.meta.url);
try {
  const pack = await parsePack('.');
  mkdirSync('dist/pack');
  for (const [name, text] of compile(pack)) writeFileSync(`dist/pack/${name}`, text);
  const { preparedFiles } = await tsImport('./src/grading/offline/prepared-files.ts', import.meta.url);
  mkdirSync('dist/prepared');
  for (const [name, bytes] of preparedFiles(pack)) writeFileSync(`dist/prepared/${name}`, bytes);
  // What `check` need not look at word by word again (see src/check/known.ts).
  const { recordOf } = await tsImport('./src/check/known-files.ts', import.meta.url);
  writeFileSync('dist/pack/checked.json', JSON.stringify(await recordOf('.')));
} catch (error) {
  // Whoever is half-way through editing the pack can build all the same; every start then says what is wrong.
  if (error.name !== 'PackError') throw error;
  console.warn(`The built-in pack was left out of the build.\n${error.message}`);
}
