import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { FileError, UsageError } from '../errors.ts';
import type { Score } from '../grading/assessment.ts';
import { apart } from '../report/beside.ts';
import type { Graded, ReportContext, ReportKind } from '../report/report.ts';
import { type ReportFormat, reports } from '../report/reports.ts';
import type { Flags, OutputFile } from './score-flags.ts';
import { fileSink, type Sink, stdoutSink, writeWhole } from './score-sink.ts';

/** One report on its way to one place. */
export interface Output {
  /** What to call it; null for stdout. */
  name: string | null;
  holdsAll: boolean;
  add(graded: Graded): Promise<void>;
  /** What a worker needs to write on for this report, once an answer was added; null where only it itself can. */
  handOver(): HandedOver | null;
  /** Adds what a worker wrote for answers that scored so. */
  append(text: string[], scores: (Score | null)[]): Promise<void>;
  end(): Promise<void>;
  discard(): void;
}

/** Excel takes a .csv without it for text in its own old encoding. Programs at the end of a pipe would trip over it. */
const BYTE_ORDER_MARK = '\ufeff';

/** A report to be written on, as plain data. */
export interface HandedOver {
  format: ReportFormat;
  after: unknown;
}

/**
 * Opens every report asked for, before the first answer is read, so that what cannot be written is known
 * at once. The caller discards what was opened.
 *
 * @throws FileError when one cannot be written
 */
export async function* openOutputs(flags: Flags, context: ReportContext): AsyncGenerator<Output> {
  if (flags.stdout !== null) yield await reportTo(flags.stdout, stdoutSink, null, context);
  for (const { path, format } of flags.files) {
    if (format === 'pages') yield await pagesIn(path, context);
    else yield await reportTo(format, () => fileSink(path), path, context);
  }
}

async function reportTo(
  format: ReportFormat,
  open: () => Sink,
  name: string | null,
  context: ReportContext,
): Promise<Output> {
  const kind: ReportKind = await reports[format]();
  const sink = open();
  if (format === 'csv' && name !== null) await sink.write(BYTE_ORDER_MARK);
  const report = kind.open(context);
  return {
    name,
    holdsAll: kind.holdsAll,
    async add(graded) {
      for (const one of kind.sideBySide ? [graded] : apart(graded)) await sink.write(report.add(one));
    },
    handOver: () => (report.handOver === undefined ? null : { format, after: report.handOver() }),
    async append(text, scores) {
      for (const score of scores) report.skip?.(score);
      for (const piece of text) await sink.write(piece);
    },
    async end() {
      for (const piece of report.end()) await sink.write(piece);
      await sink.end();
    },
    discard: sink.discard,
  };
}

async function pagesIn(folder: string, context: ReportContext): Promise<Output> {
  const { personPages } = await import('../report/pages.ts');
  const all: Graded[] = [];
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new FileError(folder, `cannot be made a folder (${(error as NodeJS.ErrnoException).code})`);
  }
  return {
    name: folder,
    holdsAll: true,
    async add(graded) {
      all.push(graded);
    },
    handOver: () => null,
    async append() {},
    async end() {
      for (const { name, text } of personPages(all, context)) {
        await writeWhole(join(folder, name), text);
      }
    },
    discard() {},
  };
}

/** Is this path one that the run writes to? Such files are not read as answers when a folder is walked. */
export function writesTo(files: OutputFile[]): (path: string) => boolean {
  const written = files.map(({ path, format }) => ({ path: realPath(path), folder: format === 'pages' }));
  return (path) => {
    const full = realPath(path);
    return written.some((one) => full === one.path || (one.folder && full.startsWith(one.path + sep)));
  };
}

/** Where a path leads, behind links; they would let a report take an answer file's place. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** @throws UsageError when an answer file would be overwritten */
export function refuseInputs(paths: string[], isWritten: (path: string) => boolean): void {
  const both = paths.find((path) => path !== '-' && isWritten(path));
  if (both !== undefined) throw new UsageError(`${both} is read and written; give the output another name`);
}
