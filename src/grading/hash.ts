import { hash } from 'node:crypto';
import type { Rubric } from '../pack/schema.ts';

/** `sha256:` and the hex digest of a text's UTF-8 bytes. */
export function sha256(text: string): string {
  return `sha256:${hash('sha256', text)}`;
}

const rubricHashes = new WeakMap<Rubric, string>();

/** What identifies a rubric's content: two rubrics that judge alike word for word share it. */
export function rubricHash(rubric: Rubric): string {
  let hash = rubricHashes.get(rubric);
  if (hash === undefined) {
    hash = sha256(JSON.stringify(rubric));
    rubricHashes.set(rubric, hash);
  }
  return hash;
}

/** For a rubric that was read from what `JSON.stringify` made of it, which then need not be made again. */
export function rememberHash(rubric: Rubric, json: string): void {
  rubricHashes.set(rubric, sha256(json));
}
