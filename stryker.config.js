import { mutate } from './tests/mutation/areas.js';

/** Mutation testing; CONTRIBUTING.md says how to run it, and what survives. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.js', related: false },
  mutate,
  coverageAnalysis: 'perTest',
  // Tables and patterns that are made when a file is loaded: each would need all tests of its area.
  ignoreStatic: true,
  // Stryker rewrites a tsconfig with the compiler's API, which TypeScript 7 does not have; the tests need none.
  ignorePatterns: ['/bench', '/docs', '/dist', '/reports', '/tsconfig*.json'],
  concurrency: 2,
  // Endless loops are found by counting; time alone would kill mutants on a busy machine.
  timeoutMS: 30_000,
  incremental: true,
  incrementalFile: 'reports/mutants-so-far.json',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'reports/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
};
