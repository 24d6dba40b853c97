import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-check-'));
  cpSync(join(ROOT, 'src/init/pack'), dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function greenroom(args: string[], cwd = ROOT, env: Record<string, string> = {}) {
  const options = { cwd, encoding: 'utf8' as const, env: { ...process.env, ...env } };
  return spawnSync(process.execPath, [join(ROOT, 'bin/greenroom.js'), ...args], options);
}

/** Changes a file of the pack; the text must be there once. */
function change(file: string, from: string, to: string): void {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

describe('greenroom check, as a process', () => {
  it('says nothing against a sound pack, and exits 0', () => {
    const { status, stdout, stderr } = greenroom(['check', dir]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe('4 files, 11 examples: nothing to report.\n');
  });

  it('takes the pack one is in', () => {
    change('rubrics/why-lead.yaml', 'question: why-lead', 'question: why-leed');
    const { status, stdout } = greenroom(['check', '--format', 'json'], dir);
    expect(status).toBe(1);
    const files = JSON.parse(stdout).findings.map(({ file }: { file: string }) => file);
    expect(files).toContain('rubrics/why-lead.yaml');
  });

  it('shows the line with a mark under the place', () => {
    change('rubrics/why-lead.yaml', '    weight: 2', '    wieght: 2');
    const { status, stdout } = greenroom(['check', '.'], dir);
    expect(status).toBe(1);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^rubrics\/why-lead\.yaml:\d+:5 {2}error unknown-key$/);
    expect(lines[2]!.indexOf('^')).toBe(lines[1]!.indexOf('wieght'));
    expect(lines[2]!.match(/\^/g)).toHaveLength('wieght'.length);
  });

  it('gives json the shape programs rely on, and nothing else on stdout', () => {
    change('rubrics/why-lead.yaml', '    weight: 2', '    weight: two');
    const { status, stdout, stderr } = greenroom(['check', dir, '--format', 'json']);
    expect([status, stderr]).toEqual([1, '']);
    const { findings, summary } = JSON.parse(stdout);
    expect(Object.keys(findings[0])).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'message',
      'fix',
    ]);
    // The rubric's own examples are not graded: a broken rubric would only echo its fault.
    expect(summary).toEqual({ files: 4, errors: 1, warnings: 0, examples: 6 });
  });

  it('lets warnings pass unless --strict', () => {
    change('rubrics/why-lead.yaml', 'words:\n', 'words:\n  heads: [head]\n');
    expect(greenroom(['check', dir]).status).toBe(0);
    const { status, stdout } = greenroom(['check', dir, '--strict', '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).summary).toMatchObject({ errors: 1, warnings: 0 });
  });

  it('exits 2 for usage and for paths that are not there, with nothing on stdout', () => {
    for (const args of [
      ['check', join(dir, 'none')],
      ['check', join(dir, 'questions')],
      ['check', dir, '--format', 'xml'],
      ['check', dir, '--no-such-flag'],
    ]) {
      const { status, stdout, stderr } = greenroom(args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).not.toBe('');
    }
  });

  it('lets nothing in a pack steer the terminal', () => {
    change('rubrics/why-lead.yaml', 'question: why-lead', 'question: "why\\e[31m\\e]8;;x\\a"');
    const raw = '\u001b[2J';
    change('questions/why-lead.yaml', 'kind: motivation', `kind: "motivation${raw}"`);
    const { status, stdout } = greenroom(['check', dir]);
    expect(status).toBe(1);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u0007');
  });

  it('is coloured only on request', () => {
    change('rubrics/why-lead.yaml', '    weight: 2', '    weight: two');
    expect(greenroom(['check', dir]).stdout).not.toContain('\u001b');
  });
});

describe('every other command', () => {
  it('names the first finding of a broken pack and exits 2', () => {
    change('rubrics/why-lead.yaml', '    weight: 2', '    weight: two');
    for (const args of [['questions'], ['score', '-']]) {
      const { status, stdout, stderr } = greenroom([...args, '--pack', dir]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`${join(dir, 'rubrics/why-lead.yaml')}:21:13`);
    }
  });
});
