import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAsBuilt } from '../pack/compiled.ts';
import type { Pack } from '../pack/pack.ts';
import type { Question, Rubric } from '../pack/schema.ts';

/**
 * Files of the built-in pack that this build has read and checked, each by itself, and found nothing wrong with: to
 * do so again in every run would only find the same. What a file is worth beside the others of its pack, and where
 * its examples land, depends on more than its own bytes and is no part of this; it is looked into every time.
 */

export type Known = { kind: 'question'; value: Question } | { kind: 'rubric'; value: Rubric };

/** By the SHA-256 of a file's bytes: what it is, and the id of what it holds. */
export type Checked = { [digest: string]: [kind: Known['kind'], id: string] };

export const RECORD = 'checked.json';

let built: { record: Checked; pack: Pack } | null | undefined;

/** What the build made of these very bytes; null when it has not seen them, or found anything to report. */
export function knownFile(bytes: Uint8Array): Known | null {
  built ??= readBuilt();
  const entry = built?.record[digestOf(bytes)];
  if (built == null || entry === undefined) return null;
  const [kind, id] = entry;
  if (kind === 'question') {
    const value = built.pack.questions.find((question) => question.id === id);
    return value === undefined ? null : { kind, value };
  }
  const value = built.pack.rubrics.get(id);
  return value === undefined ? null : { kind, value };
}

export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/** Beside the bundle, and only there: from src/ everything is checked anew. */
function readBuilt(): { record: Checked; pack: Pack } | null {
  const dir = fileURLToPath(new URL('./pack', import.meta.url));
  let text: string;
  try {
    text = readFileSync(`${dir}/${RECORD}`, 'utf8');
  } catch {
    return null;
  }
  const pack = readAsBuilt(dir);
  return pack && { record: JSON.parse(text) as Checked, pack };
}
