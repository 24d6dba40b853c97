import type { Code } from './words.ts';

const WARNINGS: ReadonlySet<string> = new Set<Code>([
  'file-name',
  'unused-list',
  'list-name-taken',
  'sign-cut-short',
  'top-out-of-reach',
  'bottom-out-of-reach',
  'weight-without-effect',
  'criterion-never-met',
  'criterion-always-met',
  'sign-finds-nothing',
  'sign-finds-everything',
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
