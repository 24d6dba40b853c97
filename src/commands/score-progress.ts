import { statSync } from 'node:fs';

/** How far a long run is, on one line of a terminal's stderr. */
export interface Progress {
  bytes(count: number): void;
  /** An answer was read, and will be graded. */
  taken(): void;
  answers(count: number): void;
  /** Takes the line away, so that something else can be printed. */
  clear(): void;
}

/** Shorter runs show nothing. */
const QUIET_MS = 1000;
const EVERY_MS = 200;
const BAR = 20;

/**
 * @param paths what is read; how much is left can be told when all are files that are read as they are graded
 * @param shown false where the line would get between other output
 */
export function progressOf(paths: string[], shown: boolean): Progress {
  if (!shown) return { bytes() {}, taken() {}, answers() {}, clear() {} };
  const started = performance.now();
  const total = sizeOf(paths);
  let drawn = 0;
  let read = 0;
  let taken = 0;
  return {
    bytes(count) {
      read += count;
    },
    taken() {
      taken++;
    },
    answers(count) {
      const now = performance.now();
      if (now - started < QUIET_MS || now - drawn < EVERY_MS) return;
      drawn = now;
      // What is read is ahead of what is graded, by some thousand answers when workers are at it.
      const share = total === null ? null : (read / total) * (count / taken);
      const line = progressLine(count, now - started, share, process.stderr.columns ?? 80);
      process.stderr.write(`\r\x1b[K${line}`);
    },
    clear() {
      if (drawn > 0) process.stderr.write('\r\x1b[K');
    },
  };
}

/**
 * @param elapsed milliseconds
 * @param share of the work that is done, 0 to 1; null when it is not known
 * @param columns of the terminal; the last stays free, since some terminals go on to the next line there
 */
export function progressLine(
  answers: number,
  elapsed: number,
  share: number | null,
  columns: number,
): string {
  const rate = Math.round((1000 * answers) / elapsed);
  const told = `${answers.toLocaleString('en-GB')} answers, ${rate.toLocaleString('en-GB')} a second`;
  const fitting = (lines: string[]) => lines.find((line) => line.length < columns) ?? '';
  if (share === null || share <= 0) return fitting([told, `${answers}`]);
  const done = Math.min(1, share);
  const filled = Math.round(BAR * done);
  const left = Math.ceil((elapsed * (1 - done)) / done / 1000);
  const bar = '#'.repeat(filled) + '-'.repeat(BAR - filled);
  const percent = `${Math.floor(100 * done)}%`.padStart(4);
  const rest = `${inTime(left)} left`;
  return fitting([
    `[${bar}]${percent}  ${told}, ${rest}`,
    `${percent}  ${told}, ${rest}`,
    `${percent}, ${rest}`,
    percent,
  ]);
}

function inTime(seconds: number): string {
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

function sizeOf(paths: string[]): number | null {
  if (!paths.every((path) => /\.(jsonl|ndjson|csv|tsv)$/i.test(path))) return null;
  const sizes = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0) || null;
}
