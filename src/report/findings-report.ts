import type { CheckResult } from '../check/check.ts';
import type { Against } from '../check/compare.ts';
import type { Palette } from './lines.ts';

export interface FindingsLayout {
  palette: Palette;
  width: number;
  /** What the change to the pack does, where that was asked. */
  changes: Against | null;
}

/** Findings -> the whole report as text. */
export type FindingsReporter = (result: CheckResult, layout: FindingsLayout) => string;

export interface FindingsSummary {
  files: number;
  errors: number;
  warnings: number;
  examples: number;
}

export function summaryOf({ findings, sources, examples }: CheckResult): FindingsSummary {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { files: sources.length, errors, warnings: findings.length - errors, examples };
}

/** The whole in one line, for people. */
export function summaryLine(result: CheckResult): string {
  const { files, errors, warnings, examples } = summaryOf(result);
  const read = `${counted(files, 'file')}, ${counted(examples, 'example')}`;
  if (errors + warnings === 0) return `${read}: nothing to report.`;
  return `${read}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
