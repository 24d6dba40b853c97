import type { FindingsReporter } from './findings-report.ts';

/** Every format of `check`; adding one is one file and one line here. */
export const findingsReports = {
  text: async () => (await import('./findings-text.ts')).text,
  json: async () => (await import('./findings-json.ts')).json,
  github: async () => (await import('./findings-github.ts')).github,
  sarif: async () => (await import('./findings-sarif.ts')).sarif,
  junit: async () => (await import('./findings-junit.ts')).junit,
} satisfies Record<string, () => Promise<FindingsReporter>>;

export type FindingsFormat = keyof typeof findingsReports;
export const FINDINGS_FORMATS = Object.keys(findingsReports) as FindingsFormat[];
