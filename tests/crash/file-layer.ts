/*
 * Stands between the program and the disk, and lets one call go wrong. Used in the tests' own process, and,
 * loaded before the program, in a process that is to be killed.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

/** An error the system gives; a write that stops half-way; a disk that is full from there on; or an end. */
export type Fault = 'ENOSPC' | 'EIO' | 'EPERM' | 'EXDEV' | 'short' | 'full' | NodeJS.Signals | 'none';

type AnyFunction = (...args: unknown[]) => unknown;

const SYNC = [
  'openSync closeSync writeSync readSync fsyncSync fstatSync statSync realpathSync renameSync rmSync mkdirSync',
  'mkdtempSync readdirSync readFileSync writeFileSync',
].flatMap((names) => names.split(' '));
const CALLBACK = ['open', 'read', 'close'];
const PROMISED = 'open readFile writeFile mkdir rename rm stat readdir'.split(' ');
/** Calls that need room on the disk. */
const FILLS = /^(?:write|mkdir|mkdtemp)/;

export interface Layer {
  /** Calls so far. */
  count(): number;
  /** What went wrong, such as `writeSync`; null when nothing has yet. */
  hit(): string | null;
  restore(): void;
}

/**
 * @param root only calls about files in this folder count
 * @param at which call goes wrong, from 1
 */
export function layer(root: string, at: number, fault: Fault): Layer {
  const module = fs as unknown as Record<string, AnyFunction>;
  const promises = fs.promises as unknown as Record<string, AnyFunction>;
  const only = (from: Record<string, AnyFunction>, names: string[]) =>
    Object.fromEntries(names.map((name) => [name, from[name]!]));
  const before = { module: only(module, [...SYNC, ...CALLBACK]), promises: only(promises, PROMISED) };
  const ours = new Set<unknown>();
  let calls = 0;
  let hit: string | null = null;
  let within = false;

  const concerns = ([first]: unknown[]) =>
    typeof first === 'number' ? ours.has(first) : String(first).startsWith(root + sep) || first === root;
  /** Counts a call; does it go wrong? */
  const strikes = (name: string, args: unknown[]) => {
    if (within || !concerns(args)) return false;
    calls++;
    const now = fault === 'full' ? calls >= at && FILLS.test(name) : calls === at && fault !== 'none';
    if (now && !(fault === 'short' && !name.startsWith('write'))) hit ??= name;
    return now;
  };
  const failure = (name: string, args: unknown[]) => {
    const code = fault === 'full' || fault === 'short' ? 'ENOSPC' : fault;
    return Object.assign(new Error(`${code}: made up, ${name} '${args[0]}'`), { code, syscall: name });
  };
  const half = (args: unknown[]) => {
    const [target, data, ...rest] = args as [number, Buffer, ...unknown[]];
    return [target, data.subarray(0, Math.ceil(data.length / 2)), ...rest];
  };
  /** Does as much as is done before it goes wrong, then fails; short writes just return. */
  const fail = (name: string, args: unknown[], real: AnyFunction): unknown => {
    // These two are heard when the call is over; SIGKILL comes in the middle of it.
    if (fault === 'SIGINT' || fault === 'SIGTERM') {
      process.kill(process.pid, fault);
      return real(...args);
    }
    within = true;
    try {
      if (name === 'closeSync') real(...args);
      if (name === 'writeSync' && fault !== 'EIO') {
        const written = real(...half(args));
        if (fault === 'short') return written;
      }
      if (name === 'writeFileSync') real(args[0], String(args[1]).slice(0, 20), args[2]);
    } finally {
      within = false;
    }
    if (fault === 'SIGKILL') process.kill(process.pid, fault);
    if (fault === 'short' && !name.startsWith('write')) return real(...args);
    throw failure(name, args);
  };

  for (const name of SYNC) {
    const real = module[name]!;
    module[name] = (...args) => {
      if (strikes(name, args)) return fail(name, args, real);
      // The tests need not wait for the disk.
      if (name === 'fsyncSync' && concerns(args)) return undefined;
      const outer = within;
      within = true;
      try {
        const result = real(...args);
        if (name === 'openSync' && concerns(args)) ours.add(result);
        return result;
      } finally {
        within = outer;
      }
    };
  }
  for (const name of CALLBACK) {
    const real = module[name]!;
    module[name] = (...args) => {
      const done = args.at(-1) as AnyFunction;
      const wrong = strikes(name, args);
      if (wrong && fault.startsWith('SIG')) process.kill(process.pid, fault);
      else if (wrong && fault !== 'short') return void setImmediate(() => done(failure(name, args)));
      return real(...args.slice(0, -1), (error: unknown, result: unknown, ...more: unknown[]) => {
        if (name === 'open' && concerns(args)) ours.add(result);
        done(error, result, ...more);
      });
    };
  }
  for (const name of PROMISED) {
    const real = promises[name]!;
    promises[name] = async (...args: unknown[]) => {
      const wrong = strikes(name, args);
      if (wrong && fault.startsWith('SIG')) process.kill(process.pid, fault);
      else if (wrong && fault !== 'short') throw failure(name, args);
      return real.apply(promises, args);
    };
  }
  syncBuiltinESMExports();
  return {
    count: () => calls,
    hit: () => hit,
    restore() {
      Object.assign(module, before.module);
      Object.assign(promises, before.promises);
      syncBuiltinESMExports();
    },
  };
}
