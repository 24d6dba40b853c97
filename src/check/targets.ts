import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { FileError } from '../errors.ts';

/** What to check: a whole pack, some files of a pack, or a file that belongs to none. */
export type Target =
  | { kind: 'pack'; dir: string; only: ReadonlySet<string> | null }
  | { kind: 'file'; file: string };

/**
 * Sorts paths into what they are. Files of one pack become one target, so that a hook which passes
 * changed files one by one reads their pack once.
 *
 * @throws FileError for a path that does not exist, or a folder that is not a pack
 */
export function toTargets(paths: readonly string[]): Target[] {
  const packs = new Map<string, Set<string> | null>();
  const lone = new Set<string>();
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === null) throw new FileError(path, 'there is no such file or folder');
    if (kind === 'folder') {
      if (!isPack(path)) {
        throw new FileError(
          path,
          `not a pack: a pack is a folder with questions/ and rubrics/ in it${nearby(path)}`,
        );
      }
      packs.set(normalize(path), null);
      continue;
    }
    const dir = packAround(path);
    if (dir === null) lone.add(path);
    else if (packs.get(dir) !== null) packs.set(dir, (packs.get(dir) ?? new Set()).add(normalize(path)));
  }
  return [
    ...[...packs].map(([dir, only]) => ({ kind: 'pack' as const, dir, only })),
    ...[...lone].map((file) => ({ kind: 'file' as const, file })),
  ];
}

/** The packs around a folder that is none. */
function nearby(folder: string): string {
  const packs: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && isPack(join(folder, entry.name))) packs.push(join(folder, entry.name));
  }
  if (packs.length > 0) return `; there is ${packs.sort().slice(0, 10).join(', ')}`;
  return isPack(join(folder, '..')) ? `; ${normalize(join(folder, '..'))} is one` : '';
}

/** A folder with questions/ and rubrics/ in it. */
export function isPack(dir: string): boolean {
  return ['questions', 'rubrics'].every((sub) => kindOf(join(dir, sub)) === 'folder');
}

/** The pack a file stands in, or null. */
function packAround(file: string): string | null {
  const folder = dirname(file);
  const dir = normalize(join(folder, '..'));
  const inPlace = ['questions', 'rubrics'].includes(basename(folder)) && /\.ya?ml$/.test(file);
  return inPlace && isPack(dir) ? dir : null;
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new FileError(path, `cannot be read (${code ?? error})`);
  }
}
