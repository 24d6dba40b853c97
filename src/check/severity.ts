import type { Code } from './words.ts';

const WARNINGS: ReadonlySet<string> = new Set<Code>([
  'file-name',
  'unused-list',
  'list-name-taken',
  'sign-cut-short',
  'sign-with-comma',
  'weight-without-effect',
  'criterion-never-met',
  'criterion-always-met',
  'repeated-sign',
  'same-signs',
  'same-anchors',
  'judging-words',
  'no-examples',
  'missing-middle',
  'missing-end',
  'no-expectation',
  'unguarded-criterion',
  'unguarded-flag',
  'unguarded-signs',
  'silence-unknown',
  'silence-refused',
  'silence-without-reason',
  'silence-unused',
]);

/** An error makes the pack unusable or untrustworthy; a warning does so only under --strict. */
export function severityOf(code: Code): 'error' | 'warning' {
  return WARNINGS.has(code) ? 'warning' : 'error';
}

/** Errors of meaning: the rubric does not do what it is for, yet every command can use it. */
const OF_MEANING: ReadonlySet<string> = new Set<Code>([
  'top-out-of-reach',
  'bottom-out-of-reach',
  'sign-finds-nothing',
  'sign-finds-everything',
  'flag-on-strong',
  'example-score',
  'example-criterion',
  'example-flag',
  'example-order',
  'example-unscored',
]);

/** Structure and references cannot be silenced: no command could use such a pack. */
export function canBeSilenced(code: Code): boolean {
  return severityOf(code) === 'warning' || OF_MEANING.has(code);
}
