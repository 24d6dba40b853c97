import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../interview/interview.ts';

/** An answer that is not finished. */
export interface Draft {
  /** Which of the session's questions, from 0. */
  place: number;
  kind: Kind;
  text: string;
  seconds: number;
}

/** The folder for what is not finished: one draft a session. */
export function draftsFolder(home: string): string {
  return join(home, 'drafts');
}

function draftFile(home: string, session: string): string {
  return join(draftsFolder(home), `${session}.json`);
}

/** Keeps a draft in place of the one before. A crash leaves the old or the new one, never half of one. */
export function saveDraft(home: string, session: string, draft: Draft): void {
  mkdirSync(draftsFolder(home), { recursive: true, mode: 0o700 });
  const file = draftFile(home, session);
  writeFileSync(`${file}.new`, JSON.stringify(draft), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** The draft of a session; null when it has none that can be read. */
export function loadDraft(home: string, session: string): Draft | null {
  try {
    const draft = JSON.parse(readFileSync(draftFile(home, session), 'utf8')) as Partial<Draft> | null;
    const { place, kind, text, seconds } = draft ?? {};
    if (!isCount(place) || typeof text !== 'string' || !isCount(seconds)) return null;
    return { place, kind: kind === 'again' || kind === 'follow-up' ? kind : 'first', text, seconds };
  } catch {
    return null;
  }
}

/** What a program that was killed leaves in the folder is removed after this, a week in milliseconds. */
const STALE = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes what crashes left beside the drafts: half-written ones, and texts that were open in an editor,
 * for which somebody may come looking first.
 */
export function sweepDrafts(home: string, now: Date = new Date()): void {
  const folder = draftsFolder(home);
  for (const name of namesIn(folder)) {
    if (!name.endsWith('.new') && !name.startsWith('editor-')) continue;
    try {
      const file = join(folder, name);
      if (now.getTime() - statSync(file).mtimeMs > STALE) rmSync(file, { recursive: true, force: true });
    } catch {
      // Another time.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

/** Takes the draft of a session away. What the disk will not let go of stays; the journal has the answer. */
export function dropDraft(home: string, session: string): void {
  const file = draftFile(home, session);
  for (const one of [file, `${file}.new`]) {
    try {
      rmSync(one, { force: true });
    } catch {
      // It says nothing that is not in the journal.
    }
  }
}
