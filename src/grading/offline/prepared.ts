import { readFileSync } from 'node:fs';
import type { Rubric } from '../../pack/schema.ts';
import { rubricHash } from '../hash.ts';
import { compileRubric } from './compile.ts';
import { type Compiled, type CompiledSign, revive } from './compiled.ts';

/**
 * Rubrics ready for matching: as the build wrote them, where it did and nothing has changed since, else compiled
 * here. Either way once a process.
 */

const rubrics = new WeakMap<Rubric, Compiled>();

/** As `compileRubric`, but done once a rubric. */
export function compiledRubric(rubric: Rubric, as: CompiledSign['as']): Compiled {
  let compiled = rubrics.get(rubric);
  if (compiled === undefined) {
    compiled = written(signsFile(rubricHash(rubric))) ?? compileRubric(rubric, as);
    rubrics.set(rubric, compiled);
  }
  return compiled;
}

/** The name of the file the build writes for a rubric: its content decides it, so a changed one finds none. */
export function signsFile(hash: string): string {
  return `${hash.replace('sha256:', '').slice(0, 32)}.json`;
}

/** Beside the bundle, and only there: from src/ everything is compiled anew. */
function written(name: string): Compiled | null {
  try {
    return revive(readFileSync(new URL(`./signs/${name}`, import.meta.url), 'utf8'));
  } catch {
    return null;
  }
}
