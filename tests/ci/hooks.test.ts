import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = new URL('../..', import.meta.url).pathname;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-ci-'));
  cpSync(join(ROOT, 'src/init/pack'), dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function breakPack(): void {
  const path = join(dir, 'rubrics/why-lead.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('    weight: 2\n', '    wieght: 2\n'));
}

interface Step {
  name: string;
  run: string;
  if?: string;
  env?: Record<string, string>;
}
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

/** Runs the action's steps as a runner does, but for the first, which builds. */
function runAction(given: Record<string, string>) {
  const inputs: Record<string, string> = {};
  for (const [name, { default: usual }] of Object.entries<{ default: string }>(action.inputs)) {
    inputs[name] = given[name] ?? usual;
  }
  const filled = (text: string) => text.replace(/^\$\{\{ inputs\.(\w+) \}\}$/, (_, name) => inputs[name]!);
  let last = { status: 0 as number | null, stdout: '' };
  for (const step of (action.runs.steps as Step[]).slice(1)) {
    if (step.if !== undefined && inputs.sarif === '') continue;
    const env: Record<string, string> = { PATH: process.env.PATH!, GITHUB_ACTION_PATH: ROOT };
    for (const [name, value] of Object.entries(step.env ?? {})) env[name] = filled(value);
    const bash = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run];
    last = spawnSync('bash', bash, { cwd: dir, env, encoding: 'utf8' });
    if (last.status !== 0) break;
  }
  return last;
}

describe('action.yml', () => {
  it('passes a sound pack', () => {
    expect(runAction({})).toMatchObject({
      status: 0,
      stdout: '4 files, 11 examples: nothing to report.\n',
    });
  });

  it('annotates a broken one, fails, and leaves the report for code scanning all the same', () => {
    breakPack();
    const { status, stdout } = runAction({ sarif: 'out.sarif' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=rubrics\/why-lead\.yaml,line=21,/);
    const [run] = JSON.parse(readFileSync(join(dir, 'out.sarif'), 'utf8')).runs;
    expect(run.results).toHaveLength(1);
  });

  it('fails on a path that is not there, whatever report was asked for', () => {
    expect(runAction({ path: 'none', sarif: 'out.sarif' }).status).toBe(2);
  });

  it('never lets an input become part of a script', () => {
    for (const { run } of action.runs.steps as Step[]) expect(run).not.toContain('${{');
    expect(runAction({ path: '$(touch owned)' }).status).toBe(2);
    expect(spawnSync('ls', [join(dir, 'owned')]).status).not.toBe(0);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));

  it('is given the files of packs, wherever they are, and no others', () => {
    const files = new RegExp(hook.files);
    for (const path of ['rubrics/star.yaml', 'hiring/pack/questions/why.yml']) expect(path).toMatch(files);
    for (const path of ['rubrics.yaml', 'my-rubrics/a.yaml', 'rubrics/a/b.yaml', 'rubrics/readme.md']) {
      expect(path).not.toMatch(files);
    }
  });

  it('checks the files that changed', () => {
    const run = () =>
      spawnSync(join(ROOT, hook.entry), ['rubrics/why-lead.yaml'], { cwd: dir, encoding: 'utf8' });
    expect(run().status).toBe(0);
    breakPack();
    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout).toContain('rubrics/why-lead.yaml:21:5');
  });
});
