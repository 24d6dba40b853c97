import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inEditor } from '../../../src/commands/practice/editor.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'greenroom editor-'));
  vi.stubEnv('VISUAL', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('the editor', () => {
  it('goes on with the text, takes arguments, and leaves no file behind', () => {
    const script = join(home, 'editor.sh');
    writeFileSync(script, '#!/bin/sh\nprintf "%s and more\\r\\n" "$1" >> "$2"\n', { mode: 0o755 });
    vi.stubEnv('EDITOR', `"${script}" --wait`);
    expect(inEditor(home, 'begun')).toEqual({ text: 'begun\n--wait and more' });
    expect(readdirSync(join(home, 'drafts'))).toEqual([]);
  });

  it.each(['false', 'no-such-editor-anywhere'])('says so when it fails: %s', (editor) => {
    vi.stubEnv('EDITOR', `${editor} 2>/dev/null`);
    expect(inEditor(home, 'begun')).toEqual({ problem: expect.stringContaining('EDITOR') });
  });
});
