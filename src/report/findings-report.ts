import type { CheckResult } from '../check/check.ts';
import type { Palette } from './lines.ts';

/** Findings -> the whole report as text. */
export type FindingsReporter = (result: CheckResult, layout: { palette: Palette; width: number }) => string;

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
