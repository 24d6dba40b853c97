import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A command line, from where it runs, and what it exits with when all is well (0 unless said). */
export interface Command {
  argv: readonly [program: string, ...args: string[]];
  cwd?: string;
  env?: Record<string, string>;
  exits?: readonly number[];
}

export const ROOT = new URL('../..', import.meta.url).pathname;

/** `greenroom` with these arguments, as it was built last. */
export function greenroom(...args: string[]): Command {
  return { argv: [process.execPath, join(ROOT, 'bin/greenroom.js'), ...args] };
}

/** Node with nothing to do, against which start-up is measured. */
export const BARE_NODE: Command = { argv: [process.execPath, '-e', '0'] };

/** Runs a whole process, its output thrown away, and says how many seconds went by. */
export function wallTime(command: Command): number {
  const start = performance.now();
  execute(command, command.argv);
  return (performance.now() - start) / 1000;
}

/**
 * Runs a whole process and says how many seconds went by, to the millisecond, and how many processors worked on it,
 * with all it started.
 */
export function times(command: Command): { wall: number; processor: number } {
  // bash has a word for it, the same on every Unix; /usr/bin/time knows hundredths only.
  const script = `TIMEFORMAT='%3R %3U %3S'; time "$@" 2>/dev/null`;
  const stderr = execute(command, ['bash', '-c', script, 'bash', ...command.argv]);
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = stderr.trim().split(/\s+/).map(Number);
  return { wall, processor: user + system };
}

/** Runs a whole process and says how many MB of memory it held at most; of several, the largest counts. */
export function peakMemory(command: Command): number {
  return inFolder((folder) => {
    const file = join(folder, 'peak');
    const hook = `import { appendFileSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';
    if (isMainThread) process.on('exit', () => appendFileSync(${JSON.stringify(file)}, process.resourceUsage().maxRSS + '\\n'));`;
    const options = `--import=data:text/javascript,${encodeURIComponent(hook)}`;
    execute({ ...command, env: { ...command.env, NODE_OPTIONS: options } }, command.argv);
    const kilobytes = readFileSync(file, 'utf8').trim().split('\n').map(Number);
    return (Math.max(...kilobytes) * 1024) / 1e6;
  });
}

/** Does something with a folder that is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function execute({ cwd, env, exits = [0] }: Command, [program, ...args]: Command['argv']): string {
  // More certificates to read at every start of Node would flatter every ratio.
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...inherited, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (!exits.includes(status ?? -1)) {
    throw new Error(`${[program, ...args].join(' ')} ended with ${status}\n${stderr.slice(-2000)}`);
  }
  return stderr;
}
