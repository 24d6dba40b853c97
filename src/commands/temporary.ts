import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = /^\.greenroom-(\d+)-[0-9a-f]{12}\.tmp$/;

/** Folders that were looked through in this run. */
const swept = new Set<string>();

/**
 * A name for a temporary file in the folder of `target`, so that renaming it stays on one disk. Those that
 * runs now dead have left there are removed.
 */
export function temporaryBeside(target: string): string {
  const folder = dirname(target);
  if (!swept.has(folder)) {
    swept.add(folder);
    sweep(folder);
  }
  return join(folder, `.greenroom-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Removes a file; what the disk will not let go of stays for the next run. */
export function removeSoftly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It is swept another time.
  }
}

function sweep(folder: string): void {
  for (const name of namesIn(folder)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) removeSoftly(join(folder, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
