import { FileError } from '../errors.ts';
import { toRecord } from './fields.ts';
import type { Reading, Source } from './reading.ts';
import type { AnyRecord } from './record.ts';
import { utf8 } from './utf8.ts';

const NEWLINE = 10;
/** A line longer than this is not held in memory. */
const LINE_LIMIT = 32 * 1024 * 1024;

/**
 * JSON lines, one record a line, in bounded memory. Buffers are split on byte 10: three times as fast as
 * readline.
 *
 * @throws FileError when there is no record at all, or the bytes are not text
 */
export async function* readJsonl(source: Source, reading: Reading): AsyncGenerator<AnyRecord> {
  let line = 0;
  let number = 0;
  for await (const bytes of lines(utf8(source))) {
    line++;
    const text = bytes?.toString('utf8').trim();
    if (text === '') continue;
    number++;
    const origin = { file: source.file, line, number };
    yield text === undefined ? bad(origin, 'the line is longer than 32 MB') : parsed(text, origin, reading);
  }
  if (number === 0) throw new FileError(source.file, 'no answers in it');
}

function parsed(
  text: string,
  origin: { file: string; line: number; number: number },
  reading: Reading,
): AnyRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return bad(origin, `not JSON (${(error as Error).message})`);
  }
  return toRecord(value, origin, reading);
}

function bad(
  { file, line, number }: { file: string; line: number; number: number },
  message: string,
): AnyRecord {
  return { id: `${file}#${number}`, where: { file, line }, message };
}

/** The lines in a stream of bytes, without their line ends; null for one that is over the limit. */
async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const piece = chunk.subarray(start, end);
      yield size === 0 ? piece : size > LINE_LIMIT ? null : Buffer.concat([...held, piece]);
      held = [];
      size = 0;
      start = end + 1;
    }
    size += chunk.length - start;
    if (size > LINE_LIMIT) held = [];
    else if (start < chunk.length) held.push(chunk.subarray(start));
  }
  if (size > 0) yield size > LINE_LIMIT ? null : Buffer.concat(held);
}
