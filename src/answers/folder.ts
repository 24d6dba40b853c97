import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Every ordinary file in a folder and the folders in it, in the order of their names, the same on every
 * machine. Hidden files, pipes and devices are left out, and linked folders, which might lead in a circle.
 *
 * @param wanted which paths to return
 * @param skip folders not to enter and files not to return
 */
export async function* filesIn(
  folder: string,
  wanted: (path: string) => boolean,
  skip: (path: string) => boolean,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || skip(path)) continue;
    if (entry.isDirectory()) yield* filesIn(path, wanted, skip);
    else if (wanted(path) && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))) yield path;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
