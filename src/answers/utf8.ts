import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { FileError } from '../errors.ts';
import type { Source } from './reading.ts';

/** A whole file is held in memory only up to this many bytes. */
const WHOLE_FILE_LIMIT = 256 * 1024 * 1024;

/**
 * A file's bytes as UTF-8, whatever Unicode encoding they came in: a byte order mark is dropped, and
 * UTF-16 (which must have one) is decoded. No chunk ends within a character.
 *
 * @throws FileError when they are not text
 */
export async function* utf8({ file, bytes }: Source): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let started = false;
  let utf16: TextDecoder | null = null;
  for await (const chunk of bytes) {
    if (utf16 !== null) {
      yield decoded(utf16, chunk, file);
      continue;
    }
    held = held.length === 0 ? asBuffer(chunk) : Buffer.concat([held, chunk]);
    if (!started) {
      if (held.length < 3) continue;
      started = true;
      utf16 = utf16Decoder(held);
      if (utf16 !== null) {
        yield decoded(utf16, held, file);
        continue;
      }
      held = withoutMark(held);
    }
    const end = wholeCharacters(held);
    yield checked(held.subarray(0, end), file);
    held = held.subarray(end);
  }
  if (utf16 !== null) yield decoded(utf16, null, file);
  else if (held.length > 0) {
    const short = started ? null : utf16Decoder(held);
    yield short === null ? checked(withoutMark(held), file) : decoded(short, held, file);
  }
}

/** A whole file as one text; see `utf8`. */
export async function wholeText(source: Source): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of utf8(source)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > WHOLE_FILE_LIMIT) {
      throw new FileError(
        source.file,
        'larger than 256 MB; use JSON lines (.jsonl) or .csv, which are streamed',
      );
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function utf16Decoder(start: Buffer): TextDecoder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return null;
}

function withoutMark(start: Buffer): Buffer {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start;
}

/** Where the last whole character ends: a UTF-8 character has one to four bytes. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return size > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function checked(bytes: Buffer, file: string): Buffer {
  if (bytes.includes(0)) throw new FileError(file, 'not a text file (it has zero bytes)');
  if (!isUtf8(bytes)) throw new FileError(file, 'not text in UTF-8; save it as UTF-8 and try again');
  return bytes;
}

function decoded(decoder: TextDecoder, bytes: Uint8Array | null, file: string): Buffer {
  try {
    const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    return checked(Buffer.from(text, 'utf8'), file);
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(file, 'starts like UTF-16 text but is not; save it as UTF-8 and try again');
  }
}
