import { readFileSync } from 'node:fs';
import type { Question, Rubric } from '../../pack/schema.ts';
import { knownRuns, rememberRuns } from '../copies.ts';
import { rubricHash, sha256 } from '../hash.ts';
import { accepts } from './accepts.ts';
import { compileRubric } from './compile.ts';
import { type Compiled, putTogether, takenApart } from './compiled.ts';
import { fromBytes, toBytes } from './numbers-file.ts';

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
  return `${both.replace('sha256:', '').slice(0, 32)}.bin`;
}

/** What the build writes for a rubric. */
export function prepare(rubric: Rubric, question: Question | null): Uint8Array {
  const { texts, examples, exampleOf } = knownRuns(rubric, question);
  const { rest, numbers } = takenApart(compileRubric(rubric, accepts(question)));
  return toBytes(JSON.stringify(rest), [texts, examples, exampleOf, ...numbers]);
}

/** Beside the bundle, and only there: from src/ everything is made ready anew. */
function readPrepared(rubric: Rubric, question: Question | null): Compiled | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(new URL(`./prepared/${preparedName(rubric, question)}`, import.meta.url));
  } catch {
    return null;
  }
  return revive(bytes, rubric);
}

/** Back from what `prepare` made; null when a machine with another order of bytes made it. */
export function revive(bytes: Buffer, rubric: Rubric): Compiled | null {
  const read = fromBytes(bytes);
  if (read === null) return null;
  const [texts, examples, exampleOf, ...numbers] = read.lists;
  rememberRuns(rubric, { texts: texts!, examples: examples!, exampleOf: exampleOf! });
  return putTogether(JSON.parse(read.text), numbers);
}
