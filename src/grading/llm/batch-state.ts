import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { FileError } from '../../errors.ts';

/** What is remembered of a batch, so that it survives this process: no answers, only the keys of readings. */
const batchSchema = z.object({
  v: z.literal(1),
  /** Ours, and in the batch's metadata: it finds the batch again when its id never reached us. */
  token: z.string().regex(/^[0-9a-f]{16}$/),
  baseURL: z.string(),
  model: z.string(),
  /** When it was submitted, ISO 8601. */
  at: z.string(),
  keys: z.array(z.string()),
  /** The server's names for the uploaded file and the batch, once it has given them. */
  file: z.string().nullable(),
  batch: z.string().nullable(),
});

export type Batch = z.infer<typeof batchSchema>;

export function newBatch(about: Pick<Batch, 'baseURL' | 'model' | 'keys'>): Batch {
  const token = randomBytes(8).toString('hex');
  return { v: 1, token, ...about, at: new Date().toISOString(), file: null, batch: null };
}

/**
 * Puts a batch on the disk, whole.
 *
 * @throws FileError when it cannot be written
 */
export function saveBatch(folder: string, batch: Batch): void {
  const file = noteOf(folder, batch);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.tmp`, JSON.stringify(batch), { mode: 0o600, flush: true });
    renameSync(`${file}.tmp`, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FileError(folder, `batches cannot be remembered here (${code}); nothing more was submitted`);
  }
}

export function forgetBatch(folder: string, batch: Batch): void {
  rmSync(noteOf(folder, batch), { force: true });
}

/** The batches submitted to this server and not yet collected, oldest first. */
export function openBatches(folder: string, baseURL: string): Batch[] {
  return names(folder)
    .flatMap((name) => {
      const { data } = batchSchema.safeParse(content(join(folder, name)));
      return data === undefined || data.baseURL !== baseURL ? [] : [data];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function names(folder: string): string[] {
  try {
    const all = readdirSync(folder);
    for (const name of all) if (name.endsWith('.tmp')) sweep(join(folder, name));
    return all.filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

/** A temporary file older than this was left by a run that was killed, in milliseconds. */
const STALE = 60 * 60 * 1000;

function sweep(file: string): void {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE) rmSync(file, { force: true });
  } catch {
    // Another time.
  }
}

function content(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The file in which a batch is remembered. */
export function noteOf(folder: string, { token }: Pick<Batch, 'token'>): string {
  return join(folder, `${token}.json`);
}
