import { plainJson } from './plain.ts';
import type { ReportKind } from './report.ts';

/** One assessment a line, as it comes. */
export const jsonl: ReportKind = {
  holdsAll: false,
  open: () => ({
    add: ({ assessment }) => `${plainJson(assessment)}\n`,
    end: () => [],
    handOver: () => null,
    skip() {},
  }),
};
