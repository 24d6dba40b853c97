import { readFileSync } from 'node:fs';
import type { Question, Rubric } from '../../pack/schema.ts';
import { knownRuns, rememberRuns } from '../copies.ts';
import { rubricHash, sha256 } from '../hash.ts';
import { accepts } from './accepts.ts';
import { compileRubric } from './compile.ts';
import { type Compiled, type Plain, plainOf, revive } from './compiled.ts';

/**
 * Rubrics ready for grading: as the build wrote them, where it did and nothing has changed since, else made ready
 * here. Either way once a process.
 */

const rubrics = new WeakMap<Rubric, Compiled>();

/** A rubric ready for matching; what is known of its texts (copies.ts) is remembered along with it. */
export function compiledRubric(rubric: Rubric, question: Question | null): Compiled {
  let compiled = rubrics.get(rubric);
  if (compiled === undefined) {
    compiled = readPrepared(rubric, question) ?? compileRubric(rubric, accepts(question));
    rubrics.set(rubric, compiled);
  }
  return compiled;
}

/** The name of a rubric's prepared file: the content of both decides it, so that a changed one finds none. */
export function preparedName(rubric: Rubric, question: Question | null): string {
  const both = sha256(rubricHash(rubric) + JSON.stringify(question));
  return `${both.replace('sha256:', '').slice(0, 32)}.json`;
}

interface Prepared {
  compiled: Plain;
  texts: number[];
  examples: number[];
  exampleOf: number[];
}

/** What the build writes for a rubric. */
export function prepare(rubric: Rubric, question: Question | null): string {
  const { texts, examples, exampleOf } = knownRuns(rubric, question);
  const prepared: Prepared = {
    compiled: plainOf(compileRubric(rubric, accepts(question))),
    texts: [...texts],
    examples: [...examples],
    exampleOf: [...exampleOf],
  };
  return JSON.stringify(prepared);
}

/** Beside the bundle, and only there: from src/ everything is made ready anew. */
function readPrepared(rubric: Rubric, question: Question | null): Compiled | null {
  let text: string;
  try {
    text = readFileSync(new URL(`./prepared/${preparedName(rubric, question)}`, import.meta.url), 'utf8');
  } catch {
    return null;
  }
  const { compiled, texts, examples, exampleOf } = JSON.parse(text) as Prepared;
  rememberRuns(rubric, {
    texts: new Int32Array(texts),
    examples: new Int32Array(examples),
    exampleOf: new Int32Array(exampleOf),
  });
  return revive(compiled);
}
