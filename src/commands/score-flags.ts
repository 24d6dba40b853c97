import { extname } from 'node:path';
import { UsageError } from '../errors.ts';
import { nearest } from '../pack/nearest.ts';
import type { Question } from '../pack/schema.ts';
import { REPORT_FORMATS, type ReportFormat } from '../report/reports.ts';

/** What the flags of `score` ask for. */
export interface Flags {
  /** The report on stdout; null when only files were asked for. */
  stdout: ReportFormat | null;
  files: OutputFile[];
  minScore: number | null;
  /** Of records numbered from 1, those that leave `index` modulo `of`. */
  shard: { index: number; of: number } | null;
  anonymise: boolean;
}

/** A file to write, or a folder that gets a page for each person. */
export interface OutputFile {
  path: string;
  format: ReportFormat | 'pages';
}

const EXTENSIONS = new Map<string, ReportFormat>([
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.csv', 'csv'],
  ['.md', 'markdown'],
  ['.html', 'html'],
  ['.xml', 'junit'],
]);

/** @throws UsageError naming the flag and what it takes */
export function readFlags(options: Record<string, unknown>): Flags {
  const outputs = (options.output ?? []) as string[];
  const twice = outputs.find((path, index) => outputs.indexOf(path) !== index);
  if (twice !== undefined) throw new UsageError(`--output ${twice}: given twice`);
  return {
    stdout: options.format === undefined && outputs.length > 0 ? null : toFormat(options.format ?? 'table'),
    files: outputs.map((path) => ({ path, format: formatOf(path) })),
    minScore: toMinScore(options.minScore),
    shard: toShard(options.shard),
    anonymise: options.anonymise === true,
  };
}

/**
 * The question that `--question` names, by id, title or wording.
 *
 * @throws UsageError when there is none such
 */
export function toQuestion(
  value: unknown,
  questions: Question[],
  find: (name: string) => string | null,
): string | null {
  if (value === undefined) return null;
  const id = find(String(value));
  if (id !== null) return id;
  const ids = questions.map((question) => question.id);
  const meant = nearest(String(value), ids);
  throw new UsageError(
    `--question ${value}: no such question; ${meant === null ? `there are ${ids.join(', ')}` : `did you mean ${meant}?`}`,
  );
}

function toFormat(value: unknown): ReportFormat {
  const format = REPORT_FORMATS.find((name) => name === value);
  if (format !== undefined) return format;
  throw new UsageError(`--format ${value}: there is ${REPORT_FORMATS.join(', ')}`);
}

function formatOf(path: string): OutputFile['format'] {
  if (/[/\\]$/.test(path)) return 'pages';
  const format = EXTENSIONS.get(extname(path).toLowerCase());
  if (format !== undefined) return format;
  throw new UsageError(
    `--output ${path}: the name says the format: ${[...EXTENSIONS.keys()].join(' ')}, or end it in / for a page per candidate`,
  );
}

function toMinScore(value: unknown): number | null {
  if (value === undefined) return null;
  const score = Number(value);
  if (score >= 1 && score <= 5) return score;
  throw new UsageError(`--min-score ${value}: a score is a number from 1 to 5`);
}

function toShard(value: unknown): Flags['shard'] {
  if (value === undefined) return null;
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(String(value))?.map(Number) ?? [];
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new UsageError(`--shard ${value}: which part of how many, such as 1/4`);
}
