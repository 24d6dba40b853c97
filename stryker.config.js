import { mutate } from './tests/mutation/areas.js';

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.js', related: false },
  mutate,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  incremental: false,
  incrementalFile: 'reports/mutation.json',
  ignorePatterns: ['/bench', '/docs', '/dist', '/reports', '/tsconfig*.json'],
  concurrency: 2,
  timeoutMS: 30000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutants-${process.env.AREA ?? 'all'}.json` },
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
};
