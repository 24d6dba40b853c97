import type { ReportKind } from './report.ts';

/** Every format of `score`; adding one is one file and one line here. */
export const reports = {
  table: async () => (await import('./table.ts')).table,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  json: async () => (await import('./json.ts')).json,
  csv: async () => (await import('./csv.ts')).csv,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
  junit: async () => (await import('./junit.ts')).junit,
} satisfies Record<string, () => Promise<ReportKind>>;

export type ReportFormat = keyof typeof reports;
export const REPORT_FORMATS = Object.keys(reports) as ReportFormat[];
