import { rmSync } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchServer, Standing } from './batch-server.ts';
import { type Batch, forgetBatch } from './batch-state.ts';
import { remember } from './batch-submit.ts';
import { costOf, textOf } from './completion.ts';
import { Failure } from './failure.ts';
import type { Setup } from './setup.ts';
import type { Source } from './source.ts';

/** A batch and how it stands. */
export type Known = Standing & { batch: Batch };

/** How every batch under way stands, oldest first. */
export async function standings(setup: Setup, server: BatchServer, folder: string): Promise<Known[]> {
  const known: Known[] = [];
  for (const batch of await remember(setup, server, folder)) {
    known.push({ ...(await server.standing(batch.batch ?? '')), batch });
  }
  return known;
}

export interface Collection {
  source: Source;
  known: Known[];
  /**
   * Forgets each batch of which every result has been asked for, here and at the server.
   *
   * @returns how many results belong to answers that were not in this run
   */
  settle(): Promise<number>;
  /** Lets go of the downloaded results; may be called twice. */
  discard(): void;
}

interface Place {
  at: number;
  length: number;
}

/** Downloads the results of every batch that is over, and serves them by the key of the reading they are for. */
export async function openCollection(setup: Setup, server: BatchServer, folder: string): Promise<Collection> {
  const known = await standings(setup, server, folder);
  const spool = join(folder, `results-${known[0]?.batch.token ?? 'none'}.tmp`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(spool, 'w+', 0o600);
  // Gone from the folder from the start, so that nothing is left behind however this process ends.
  rmSync(spool, { force: true });
  const discard = () => void file.close().catch(() => {});
  const places = new Map<string, Place>();
  try {
    let at = 0;
    for (const { outputs } of known) {
      for (const output of outputs) at = await spoolResults(await server.download(output), file, at, places);
    }
  } catch (error) {
    discard();
    throw error;
  }
  const asked = new Set<string>();
  const underWay = new Set(known.filter(({ over }) => !over).flatMap(({ batch }) => batch.keys));
  return {
    known,
    discard,
    source: {
      repairs: false,
      scrub: server.scrub,
      async ask(_body, key) {
        const place = places.get(key);
        if (place === undefined)
          throw new Failure('not-in-batch', underWay.has(key) ? ': it is still under way' : '');
        asked.add(key);
        const bytes = Buffer.alloc(place.length);
        await file.read(bytes, 0, place.length, place.at);
        return replyIn(bytes.toString('utf8'), setup);
      },
    },
    async settle() {
      let others = 0;
      for (const { batch, over, outputs } of known) {
        const left = batch.keys.filter((key) => places.has(key) && !asked.has(key)).length;
        others += left;
        if (!over || left > 0 || setup.cache === null) continue;
        forgetBatch(folder, batch);
        await server.remove([...(batch.file === null ? [] : [batch.file]), ...outputs]);
      }
      return others;
    },
  };
}

/** A line longer than this is no result. In bytes. */
const LINE_LIMIT = 1024 * 1024;

/** Writes results to the spool and notes where each begins; memory holds the keys alone. @returns its new length */
async function spoolResults(
  bytes: AsyncIterable<Uint8Array>,
  file: FileHandle,
  from: number,
  places: Map<string, Place>,
): Promise<number> {
  let at = from;
  let held = Buffer.alloc(0);
  const keep = async (line: Buffer) => {
    const key = line.length > LINE_LIMIT ? undefined : keyWithin(line);
    if (key === undefined) return;
    await file.write(line, 0, line.length, at);
    places.set(key, { at, length: line.length });
    at += line.length;
  };
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk]);
    for (let end = held.indexOf(10); end !== -1; end = held.indexOf(10)) {
      await keep(held.subarray(0, end));
      held = held.subarray(end + 1);
    }
    // The rest of a line that is too long is dropped as it comes; what remains of it is no JSON.
    if (held.length > LINE_LIMIT) held = Buffer.from('!');
  }
  await keep(held);
  return at;
}

function keyWithin(line: Buffer): string | undefined {
  try {
    const { custom_id } = JSON.parse(line.toString('utf8')) as { custom_id?: unknown };
    return typeof custom_id === 'string' ? custom_id : undefined;
  } catch {
    return undefined;
  }
}

function replyIn(line: string, { tell }: Setup): string {
  const { response } = JSON.parse(line) as { response?: { status_code?: unknown; body?: unknown } | null };
  if (response?.status_code !== 200) {
    throw new Failure('server', `status ${Number(response?.status_code) || 'unknown'} in the batch`);
  }
  tell(costOf(response.body));
  return textOf(response.body);
}
