import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/greenroom.js');
const home = mkdtempSync(join(tmpdir(), 'greenroom-progress-'));
const run = (args: string[], input = '') => {
  const env = { ...process.env, GREENROOM_HOME: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: 'utf8',
    env,
  });
  return { code: status, out: stdout, err: stderr };
};

beforeAll(() => {
  run(
    ['practice', 'compliance'],
    'Every quarter I review our physician contracts for fair market value with counsel.',
  );
  appendFileSync(join(home, 'journal.jsonl'), 'torn li\n');
});
afterAll(() => rmSync(home, { recursive: true }));

describe('progress', () => {
  it('reads what practice wrote, and reports a damaged line without touching it', () => {
    const { code, out, err } = run(['progress', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ answers: 1, questions: { compliance: {} } });
    expect(err).toMatch(/line 5 /u);
    expect(readFileSync(join(home, 'journal.jsonl'), 'utf8')).toContain('torn li\n');
  });

  it('is text and HTML too, and refuses anything else', () => {
    expect(run(['progress']).out).toContain('Next');
    expect(run(['progress', '--format', 'html']).out).toMatch(/^<!doctype html>/u);
    expect(run(['progress', '--format', 'pdf'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('brief', () => {
  it('goes to stdout or into a file', () => {
    const file = join(home, 'brief.md');
    const { out } = run(['brief']);
    expect(out).toMatch(/^# The day before/u);
    expect(run(['brief', '-o', file])).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(out);
  });

  it('says so when the file cannot be written', () => {
    expect(run(['brief', '-o', join(home, 'no', 'brief.md')])).toMatchObject({ code: 2 });
  });
});
