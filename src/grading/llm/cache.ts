import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Setup } from './setup.ts';

/** Readings on disk, under a key each. */
export interface Cache {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
}

const NONE: Cache = { get: async () => null, put: async () => {} };
/** A temporary file older than this was left by a run that was killed, in milliseconds. */
const STALE = 60 * 60 * 1000;

/**
 * Opens the cache in a folder. It fails softly: what cannot be read is not there, and what cannot be written
 * is asked for again another time. Files are whole or absent, and closed to other users.
 */
export function openCache({ cache: folder, tell }: Pick<Setup, 'cache' | 'tell'>): Cache {
  if (folder === null) return NONE;
  const temporary = join(folder, 'tmp');
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  let swept = false;
  let told = false;
  return {
    async get(key) {
      try {
        return JSON.parse(await readFile(fileOf(key), 'utf8'));
      } catch {
        return null;
      }
    },
    async put(key, value) {
      const scratch = join(temporary, randomBytes(8).toString('hex'));
      try {
        await mkdir(join(folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
        await mkdir(temporary, { recursive: true, mode: 0o700 });
        if (!swept) {
          swept = true;
          await sweep(temporary);
        }
        await writeFile(scratch, JSON.stringify(value), { mode: 0o600 });
        await rename(scratch, fileOf(key));
      } catch (error) {
        await rm(scratch).catch(() => {});
        if (told) return;
        told = true;
        const { code } = error as NodeJS.ErrnoException;
        tell({ event: 'cache-unusable', folder, code: `${code}` });
      }
    },
  };
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > STALE) await rm(file, { force: true });
  }
}
