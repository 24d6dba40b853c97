import { FileError } from '../errors.ts';
import { toRecord } from './fields.ts';
import { recordList } from './list.ts';
import type { Reading, Source } from './reading.ts';
import type { AnyRecord } from './record.ts';
import { wholeText } from './utf8.ts';

/**
 * One JSON document: a list of records, an object with such a list, or one record.
 *
 * @throws FileError when it is not JSON, or holds no records
 */
export async function* readJson(source: Source, reading: Reading): AsyncGenerator<AnyRecord> {
  const text = await wholeText(source);
  if (text.trim() === '') throw new FileError(source.file, 'the file is empty');
  const { records, key } = recordList(parsed(text, source.file), source.file);
  const lines = elementLines(text, key === null ? 1 : 2);
  for (const [index, value] of records.entries()) {
    const line = lines.length === records.length ? lines[index]! : null;
    yield toRecord(value, { file: source.file, line, number: index + 1 }, reading);
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const offset = /at position (\d+)/.exec(message)?.[1];
    if (offset === undefined) throw new FileError(file, `not JSON (${message})`);
    const before = text.slice(0, Number(offset)).split('\n');
    const place = `${file}:${before.length}:${before.at(-1)!.length + 1}`;
    throw new FileError(place, `not JSON (${message.replace(/ ?\(?(in JSON )?at position.*$/, '')})`);
  }
}

/**
 * The line each element of the list at this depth starts on, for messages.
 *
 * @param depth 1 when the document is the list, 2 when the list is in an object. With other lists at
 *   the same depth there are too many lines; the caller then does without.
 */
function elementLines(text: string, depth: 1 | 2): number[] {
  const lines: number[] = [];
  const open: string[] = [];
  let line = 1;
  let awaited = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n') line++;
    if (char === ' ' || char === '\n' || char === '\r' || char === '\t') continue;
    if (awaited && char !== ']') lines.push(line);
    awaited = false;
    if (char === '"') i = endOfString(text, i);
    else if (char === '[' || char === '{') open.push(char);
    else if (char === ']' || char === '}') open.pop();
    awaited = open.length === depth && open.at(-1) === '[' && (char === '[' || char === ',');
  }
  return lines;
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return text.length;
}
