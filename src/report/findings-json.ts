import { type FindingsReporter, summaryOf } from './findings-report.ts';

/** For programs: the findings and their count. */
export const json: FindingsReporter = (result) =>
  `${JSON.stringify({ findings: result.findings, summary: summaryOf(result) }, null, 2)}\n`;
