import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { FileError } from '../errors.ts';
import { type Columns, columnsOf } from './columns.ts';
import { toRecord } from './fields.ts';
import type { Reading, Source } from './reading.ts';
import type { AnyRecord } from './record.ts';
import { utf8 } from './utf8.ts';

/** More than this in one row mostly means a quote that is never closed. */
const ROW_LIMIT = 4 * 1024 * 1024;

/**
 * A spreadsheet saved as .csv or .tsv, with a header row: one answer a row, or one candidate a row with a
 * column for each question. Read in bounded memory.
 *
 * @throws FileError when needed columns are missing, there are no rows, or a quote is never closed
 */
export async function* readTable(source: Source, reading: Reading): AsyncGenerator<AnyRecord> {
  let columns: Columns | null = null;
  let row = 0;
  let number = 0;
  for await (const { cells, line } of rows(source)) {
    if (columns === null) {
      columns = columnsOf(cells, source.file, reading);
      continue;
    }
    row++;
    if (cells.length > columns.names.length) {
      number++;
      yield {
        id: `${source.file}#${number}`,
        where: { file: source.file, line },
        message: `${cells.length} cells in a table of ${columns.names.length} columns; is a comma in the answer not in quotes?`,
      };
      continue;
    }
    for (const fields of columns.records(cells, row)) {
      number++;
      yield toRecord(fields, { file: source.file, line, number }, reading);
    }
  }
  if (columns === null) throw new FileError(source.file, 'the file is empty');
  for (const name of columns.unread()) {
    reading.onNote(
      `${source.file}: not marked, as no question of the pack is called so: the column ${JSON.stringify(name)}`,
    );
  }
  if (number === 0) throw new FileError(source.file, 'no answers in it');
}

interface Row {
  cells: string[];
  /** The line it starts on. */
  line: number;
}

async function* rows(source: Source): AsyncGenerator<Row> {
  const chunks = utf8(source);
  const first = await chunks.next();
  if (first.done) return;
  const parser = parse({
    delimiter: delimiterOf(first.value.toString('utf8'), source.file),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: ROW_LIMIT,
  });
  const input = Readable.from(chained(first.value, chunks), { objectMode: false });
  // pipe() passes no errors on; without this a file that stops being text would never end.
  input.on('error', (error) => parser.destroy(error));
  let end = 0;
  let twice = 0;
  try {
    for await (const { record: cells, info } of input.pipe(parser) as AsyncIterable<Parsed>) {
      // csv-parse counts a CR LF inside a cell as two lines, and gives the line a row ends on.
      twice += count(cells, /\r\n/g);
      end = info.lines - twice;
      yield { cells, line: end - count(cells, /\r\n|\n|\r/g) };
    }
  } catch (error) {
    throw toFileError(error, `${source.file}:${end + 1}`);
  } finally {
    input.destroy();
  }
}

type Parsed = { record: string[]; info: { lines: number } };

async function* chained(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** A fault in the table's own form ends its reading: from there on nothing is certain. */
function toFileError(error: unknown, place: string): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return new FileError(place, 'a quotation mark here is never closed; the rest of the file was not read');
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const why = 'this row is over 4 MB; is a quotation mark never closed?';
    return new FileError(place, `${why} The rest of the file was not read`);
  }
  return code?.startsWith('CSV_') ? new FileError(place, message) : error;
}

/** Spreadsheets in much of Europe save .csv with semicolons: take whichever the header row has most of. */
function delimiterOf(start: string, file: string): string {
  if (file.toLowerCase().endsWith('.tsv')) return '\t';
  const header = (/^[^\r\n]*/.exec(start)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const uses = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (uses(mark) > uses(best) ? mark : best));
}

function count(cells: string[], what: RegExp): number {
  return cells.reduce((sum, cell) => sum + (cell.match(what)?.length ?? 0), 0);
}
