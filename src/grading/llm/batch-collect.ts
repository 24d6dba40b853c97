import { FileError } from '../../errors.ts';
import type { BatchServer, Standing } from './batch-server.ts';
import { forgetBatch, noteOf } from './batch-state.ts';
import { remember, type Started } from './batch-submit.ts';
import { costOf, textOf } from './completion.ts';
import { Failure } from './failure.ts';
import type { Setup } from './setup.ts';
import type { Source } from './source.ts';
import { openSpool } from './spool.ts';

/** A batch and how it stands. */
export type Known = Standing & { batch: Started };

/** How every batch under way stands, oldest first. */
export async function standings(setup: Setup, server: BatchServer, folder: string): Promise<Known[]> {
  const known: Known[] = [];
  for (const batch of await remember(setup, server, folder)) {
    known.push({ ...(await had(folder, batch, server.standing(batch.batch))), batch });
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

/** Downloads the results of every batch that is over, and serves them by the key of the reading they are for. */
export async function openCollection(setup: Setup, server: BatchServer, folder: string): Promise<Collection> {
  const known = await standings(setup, server, folder);
  const spool = await openSpool(folder);
  try {
    for (const { batch, outputs } of known) {
      for (const output of outputs) await had(folder, batch, server.download(output, spool.add));
    }
  } catch (error) {
    spool.close();
    throw error;
  }
  const asked = new Set<string>();
  const underWay = new Set(known.filter(({ over }) => !over).flatMap(({ batch }) => batch.keys));
  return {
    known,
    discard: spool.close,
    source: {
      repairs: false,
      scrub: server.scrub,
      async ask(_body, key) {
        const line = await spool.read(key);
        if (line === null)
          throw new Failure('not-in-batch', underWay.has(key) ? ': it is still under way' : '');
        asked.add(key);
        return replyIn(line, setup);
      },
    },
    async settle() {
      let others = 0;
      for (const { batch, over, outputs } of known) {
        const left = batch.keys.filter((key) => spool.has(key) && !asked.has(key)).length;
        others += left;
        if (!over || left > 0 || setup.cache === null) continue;
        forgetBatch(folder, batch);
        await server.remove([batch.file, ...outputs]);
      }
      return others;
    },
  };
}

/** What the server has thrown away will not come back, and would be in the way of all that comes after it. */
async function had<T>(folder: string, batch: Started, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'model') throw error;
    throw new FileError(
      noteOf(folder, batch),
      `the server no longer has ${batch.batch}, or its results; remove this file to submit those answers again`,
    );
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
