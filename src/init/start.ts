import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError } from '../errors.ts';
import { jsonSchema } from '../pack/json-schema.ts';
import { packageRoot } from '../pack/locate.ts';
import { VERSION } from '../version.ts';

/**
 * Writes a pack that passes its check: two questions from school leadership, whose comments teach the
 * format, schemas for the editor, and a file for CI.
 *
 * @param dir where; made if need be
 * @returns the files written, relative to `dir`
 * @throws FileError before anything is written, when one of them is already there, or a pack is
 */
export async function startPack(dir: string): Promise<string[]> {
  const files = await packFiles();
  const taken = [...files.keys()].find((path) => existsSync(join(dir, path)));
  if (taken !== undefined) throw new FileError(join(dir, taken), 'is already there; nothing was written');
  // Among other questions, the numbers and files of ours would only be in the way.
  const questions = await readdir(join(dir, 'questions')).catch(() => []);
  if (questions.some((name) => /\.ya?ml$/.test(name))) {
    throw new FileError(dir, 'there is a pack already; nothing was written');
  }
  const begun: string[] = [];
  for (const [path, text] of files) {
    const file = join(dir, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      const made = await open(file, 'wx');
      begun.push(file);
      await made.writeFile(text).finally(() => made.close());
    } catch (error) {
      // Half a pack would be in the way of the next try.
      for (const one of begun) await rm(one, { force: true }).catch(() => {});
      throw new FileError(file, `cannot be written (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  return [...files.keys()];
}

async function packFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const from = templateFolder();
  for (const sub of ['questions', 'rubrics']) {
    for (const name of (await readdir(join(from, sub))).sort()) {
      files.set(join(sub, name), await readFile(join(from, sub, name), 'utf8'));
    }
  }
  for (const name of ['question', 'rubric'] as const) {
    files.set(join('schema', `${name}.schema.json`), jsonSchema(name));
  }
  return files.set(join('.github', 'workflows', 'greenroom.yml'), workflow());
}

/** The build leaves a copy beside the bundle, since the package ships no sources. */
function templateFolder(): string {
  const built = join(packageRoot(), 'dist', 'init');
  return existsSync(built) ? built : join(packageRoot(), 'src', 'init', 'pack');
}

function workflow(): string {
  return `# Checks the pack on every push. In a repository with other things in it, move this file to the .github
# at its top, and give the folder of the pack after "check".
name: greenroom
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes greenroom@${VERSION} check . --strict --mutate --format github
`;
}
