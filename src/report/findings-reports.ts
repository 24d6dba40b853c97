import type { FindingsReporter } from './findings-report.ts';

/** Every format of `check`; adding one is one file and one line here. */
export const findingsReports = {
  text: async () => (await import('./findings-text.ts')).text,
  json: async () => (await import('./findings-json.ts')).json,
} satisfies Record<string, () => Promise<FindingsReporter>>;

export type FindingsFormat = keyof typeof findingsReports;
export const FINDINGS_FORMATS = Object.keys(findingsReports) as FindingsFormat[];
