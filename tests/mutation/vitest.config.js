import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { tests } from './areas.js';

/** In the order in which they are named, so that most mutants fail soon. */
class AsNamed extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => tests.findIndex((test) => moduleId.endsWith(test));
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: { include: tests, sequence: { sequencer: AsNamed }, testTimeout: 20_000 },
});
