import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError } from '../../errors.ts';

/** Results of batches on the disk, by the key of the reading each is for: memory holds the keys alone. */
export interface Spool {
  /** Takes JSON lines in, each of which names its key as `custom_id`; what is no result is passed over. */
  add(bytes: AsyncIterable<Uint8Array>): Promise<void>;
  has(key: string): boolean;
  /** @returns the last line with this key; null when there is none */
  read(key: string): Promise<string | null>;
  /** Lets go of it all; may be called twice. */
  close(): void;
}

/** A line that grows longer than this is no result. In bytes. */
const LINE_LIMIT = 1024 * 1024;

/**
 * Opens an empty spool.
 *
 * @throws FileError when the folder cannot be written to, now or when lines come
 */
export async function openSpool(folder: string): Promise<Spool> {
  const kept = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new FileError(folder, `results of batches cannot be kept here (${code})`);
    }
  };
  await kept(mkdir(folder, { recursive: true, mode: 0o700 }));
  const path = join(folder, `results-${randomBytes(8).toString('hex')}.tmp`);
  const file = await kept(open(path, 'w+', 0o600));
  // Gone from the folder from the start, so that nothing is left behind however this process ends.
  rmSync(path, { force: true });
  const places = new Map<string, { at: number; length: number }>();
  let size = 0;
  return {
    async add(bytes) {
      for await (const line of lines(bytes)) {
        const key = keyWithin(line);
        if (key === undefined) continue;
        await kept(file.write(line, 0, line.length, size));
        places.set(key, { at: size, length: line.length });
        size += line.length;
      }
    },
    has: (key) => places.has(key),
    async read(key) {
      const place = places.get(key);
      if (place === undefined) return null;
      const bytes = Buffer.alloc(place.length);
      await file.read(bytes, 0, place.length, place.at);
      return bytes.toString('utf8');
    },
    close: () => void file.close().catch(() => {}),
  };
}

async function* lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk]);
    for (let end = held.indexOf(10); end !== -1; end = held.indexOf(10)) {
      yield held.subarray(0, end);
      held = held.subarray(end + 1);
    }
    // The rest of a line that is too long is dropped as it comes; what remains of it is no JSON.
    if (held.length > LINE_LIMIT) held = Buffer.from('!');
  }
  yield held;
}

function keyWithin(line: Buffer): string | undefined {
  try {
    const { custom_id } = JSON.parse(line.toString('utf8')) as { custom_id?: unknown };
    return typeof custom_id === 'string' ? custom_id : undefined;
  } catch {
    return undefined;
  }
}
