import { readdirSync, readFileSync } from 'node:fs';

/**
 * What is mutated, by area, and the tests a mutant meets. Left out of the mutants is what holds no logic: types, schemas,
 * lists of words, fitted numbers, the wording of findings. Left out of the tests is what runs the program, waits for a
 * clock, tries thousands of texts or reads the built-in rubrics: it would take days. Quick ones that see much come first.
 */
const AREAS = {
  journal: {
    folder: 'src/journal',
    without: ['schema'],
    tests: tested('tests/journal', 'history progress brief draft disk journal scored-line'),
  },
  grading: {
    folder: 'src/grading',
    without: ['assessment', 'assessment-schema', 'numbers'],
    tests: tested('tests/grading', 'advice copies grade-record scored unscored verdict'),
  },
  offline: {
    folder: 'src/grading/offline',
    without: ['language', 'lists', 'star-numbers', 'structure-lists'],
    tests: [
      ...tested('tests/grading/golden', 'golden'),
      ...tested('tests/grading/offline', 'tokens clauses changes sign forms compile find scan'),
    ],
  },
  llm: {
    folder: 'src/grading/llm',
    without: ['prompt', 'reply-schema'],
    tests: tested(
      'tests/grading/llm',
      'reading sent pace grader key mask injection cache batch live batch-calls batch-faults faults',
    ),
  },
  check: {
    folder: 'src/check',
    without: [
      'about',
      'finding',
      'severity',
      'wording',
      'wording-yaml',
      'words',
      'words-meaning',
      'words-structure',
    ],
    tests: tested('tests/check', 'examples near known-files sign-cost pack-files cases check compare mutate'),
  },
};

function tested(folder, names) {
  return names.split(' ').map((name) => `${folder}/${name}.test.ts`);
}

/** `AREA=journal,check`; all without it. */
const areas = (process.env.AREA ?? Object.keys(AREAS).join()).split(',').map((name) => AREAS[name]);
/** `SAMPLE=5`: only every fifth line of each file. */
const every = Number(process.env.SAMPLE ?? 1);

export const tests = areas.flatMap((area) => area.tests);

export const mutate = areas.flatMap(({ folder, without }) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !without.includes(name.slice(0, -3)))
    .flatMap((name, file) => (every === 1 ? `${folder}/${name}` : sampled(`${folder}/${name}`, file))),
);

function sampled(path, file) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((_, i) => (i % every === file % every ? [`${path}:${i + 1}-${i + 1}`] : []));
}
