import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftsFolder } from '../../journal/draft.ts';

/**
 * Lets the candidate go on with a text in an editor of their own (VISUAL or EDITOR). The file lies in
 * greenroom's folder for as long as the editor is open, not where other users could read it.
 *
 * @returns the text as it was left, or why there is none
 */
export function inEditor(home: string, text: string): { text: string } | { problem: string } {
  const editor =
    process.env.VISUAL || process.env.EDITOR || (process.platform === 'win32' ? 'notepad' : 'vi');
  let folder: string | null = null;
  try {
    mkdirSync(draftsFolder(home), { recursive: true, mode: 0o700 });
    folder = mkdtempSync(join(draftsFolder(home), 'editor-'));
    const file = join(folder, 'answer.md');
    writeFileSync(file, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    const { status, error } = open(editor, file);
    if (error !== undefined || status !== 0) {
      return { problem: `The editor "${editor}" did not open. Set EDITOR to the one you use.` };
    }
    return { text: readFileSync(file, 'utf8').replace(/\r\n?/gu, '\n').trim() };
  } catch (error) {
    return { problem: `The text cannot be put into a file for an editor: ${(error as Error).message}.` };
  } finally {
    if (folder !== null) remove(folder);
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is swept with the drafts.
  }
}

/** EDITOR may hold arguments ("code --wait"), so a shell takes it apart, as git does it. */
function open(editor: string, file: string): { status: number | null; error?: Error } {
  if (process.platform === 'win32')
    return spawnSync(`${editor} "${file}"`, { stdio: 'inherit', shell: true });
  return spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
}
