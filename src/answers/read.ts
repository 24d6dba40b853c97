import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { FileError } from '../errors.ts';
import { filesIn } from './folder.ts';
import type { Reading, Source } from './reading.ts';
import type { AnyRecord } from './record.ts';

type Reader = (source: Source, reading: Reading) => AsyncGenerator<AnyRecord>;

/** Each format's code, and the library it needs, is loaded when a file of it turns up. */
const readers = {
  jsonl: async () => (await import('./jsonl.ts')).readJsonl,
  json: async () => (await import('./json.ts')).readJson,
  table: async () => (await import('./table.ts')).readTable,
  yaml: async () => (await import('./yaml.ts')).readYaml,
  prose: async () => (await import('./prose.ts')).readProse,
} satisfies Record<string, () => Promise<Reader>>;

const formats = new Map<string, keyof typeof readers>([
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.json', 'json'],
  ['.csv', 'table'],
  ['.tsv', 'table'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.md', 'prose'],
  ['.txt', 'prose'],
]);

/** What people try first, and what to do instead. */
const OFFICE = new Map([
  ...['.xlsx', '.xls', '.ods', '.numbers'].map((name) => [name, 'save the sheet as .csv'] as const),
  ...['.docx', '.doc', '.odt', '.rtf', '.pdf', '.pages'].map(
    (name) => [name, 'save the text as .txt'] as const,
  ),
]);

/** Read in larger pieces, most would not be freed before memory had grown by tens of megabytes. */
const CHUNK = 64 * 1024;

/**
 * The answers in files, in folders (walked through) and, for `-`, in JSON lines on stdin, as a stream in
 * the order given. A file that cannot be used is reported by `reading.onFault`, and the next one read.
 */
export async function* readAnswers(paths: string[], reading: Reading): AsyncGenerator<AnyRecord> {
  for (const path of paths) {
    try {
      if (path === '-') yield* (await readers.jsonl())({ file: 'stdin', bytes: reading.stdin }, reading);
      else yield* readPath(path, reading);
    } catch (error) {
      reading.onFault(toFileError(error, path));
    }
  }
}

async function* readPath(path: string, reading: Reading): AsyncGenerator<AnyRecord> {
  const status = await stat(path);
  if (status.isFile()) {
    yield* readFile(path, reading);
    return;
  }
  if (!status.isDirectory()) {
    throw new FileError(path, 'not a file or a folder; to read from a pipe, send JSON lines to "-"');
  }
  let files = 0;
  for await (const file of filesIn(path, (name) => formatOf(name) !== undefined, reading.skip)) {
    files++;
    try {
      yield* readFile(file, reading);
    } catch (error) {
      reading.onFault(toFileError(error, file));
    }
  }
  if (files === 0)
    throw new FileError(path, `no answer files in this folder (${[...formats.keys()].join(' ')})`);
}

async function* readFile(file: string, reading: Reading): AsyncGenerator<AnyRecord> {
  const format = formatOf(file);
  if (format === undefined) {
    const kinds = [...formats.keys()].join(' ');
    const how = OFFICE.get(extname(file).toLowerCase());
    throw new FileError(file, `not a kind of file that can be read; ${how ?? `use one of ${kinds}`}`);
  }
  const reader = await readers[format]();
  const bytes = createReadStream(file, { highWaterMark: CHUNK });
  yield* reader({ file, bytes: counted(bytes, reading) }, reading);
}

async function* counted(chunks: AsyncIterable<Buffer>, { onBytes }: Reading): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

function formatOf(file: string): keyof typeof readers | undefined {
  return formats.get(extname(file).toLowerCase());
}

const TOLD: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'a folder, not a file',
  ENOTDIR: 'there is no such file',
  ELOOP: 'a link that leads in a circle',
};

/** Words the system's own errors about a file; anything else is a fault of ours and is thrown on. */
function toFileError(error: unknown, path: string): FileError {
  if (error instanceof FileError) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return new FileError(path, TOLD[code] ?? `cannot be read (${code})`);
}
