import { createPrompt, useEffect, useKeypress } from '@inquirer/core';
import type { Key } from './keys.ts';
import { ownLine } from './own-line.ts';

export interface KeyRequest {
  /** What to show; its last line should say which keys there are. */
  lines: string[];
  /** The keys that mean something; `enter` may be one. */
  keys: string[];
}

const MARK = '> ';

/** Waits for one of a few keys and returns it. */
export const keyPrompt = createPrompt<string, KeyRequest>((request, done) => {
  useEffect((readline) => ownLine(readline, MARK, MARK.length), []);
  useKeypress((key: Key, readline) => {
    ownLine(readline, MARK, MARK.length);
    const name = nameOf(key, request.keys);
    if (request.keys.includes(name)) done(name);
  });
  return [...request.lines, MARK].join('\n');
});

/** The key as `keys` calls it. Ctrl-D, "that was all", is q where there is a q. */
function nameOf({ name, sequence, ctrl, meta }: Key, keys: string[]): string {
  if (ctrl && name === 'd') return keys.includes('q') ? 'q' : 'enter';
  if (name === 'return') return 'enter';
  return ctrl || meta ? '' : (sequence ?? '').toLowerCase();
}
