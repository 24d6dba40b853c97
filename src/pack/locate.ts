import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: the built-in pack's questions/ and rubrics/ are in it. */
export function packageRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'package.json'))) {
    const parent = dirname(dir);
    if (parent === dir) throw new Error('the package folder cannot be found');
    dir = parent;
  }
  return dir;
}

/** Where the build leaves what the workers of `score` run. */
export function workerFile(root: string): string {
  return join(root, 'dist', 'score-worker.js');
}

/** The folder where the build leaves the built-in pack, parsed and found sound. */
export function compiledPack(root: string): string {
  return join(root, 'dist', 'pack');
}
