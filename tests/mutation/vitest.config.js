import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { tests } from './areas.js';

/** The golden answers first: they are quick, and most mutants of the grader fail there. */
class GoldenFirst extends BaseSequencer {
  async sort(files) {
    return [...files].sort((a, b) => Number(isGolden(b)) - Number(isGolden(a)));
  }
}
const isGolden = ({ moduleId }) => moduleId.includes('/golden/');

export default defineConfig({
  test: {
    include: tests,
    sequence: { sequencer: GoldenFirst },
    testTimeout: 20_000,
  },
});
