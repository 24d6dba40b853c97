import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/check/check.ts';
import { FileError } from '../../src/errors.ts';
import { graders } from '../../src/grading/graders.ts';
import { startPack } from '../../src/init/start.ts';
import { loadPack } from '../../src/pack/load.ts';
import { VERSION } from '../../src/version.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-init-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a started pack', () => {
  it('passes its check with nothing to report and nothing unguarded', async () => {
    await startPack(join(dir, 'deep/pack'));
    const target = { kind: 'pack', dir: join(dir, 'deep/pack'), only: null } as const;
    const { findings, examples } = await check([target], { grader: await graders.offline(), mutate: true });
    expect(findings).toEqual([]);
    expect(examples).toBeGreaterThanOrEqual(10);
  });

  it('names schemas that are there, in every file', async () => {
    for (const file of await startPack(dir)) {
      if (!/^(questions|rubrics)/.test(file)) continue;
      const schema = /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(join(dir, file), 'utf8'));
      expect(existsSync(join(dir, dirname(file), schema![1]!))).toBe(true);
    }
  });

  it('has a workflow that checks it with this version', async () => {
    await startPack(dir);
    const workflow = parse(readFileSync(join(dir, '.github/workflows/greenroom.yml'), 'utf8'));
    const steps: { run?: string }[] = workflow.jobs.check.steps;
    expect(steps.at(-1)!.run).toContain(`greenroom@${VERSION} check .`);
  });

  it('can be used by every command', async () => {
    await startPack(dir);
    expect((await loadPack(dir)).questions).toHaveLength(2);
  });

  it('does not mix with a pack that is there', async () => {
    mkdirSync(join(dir, 'questions'));
    writeFileSync(join(dir, 'questions/other.yaml'), 'id: other\n');
    await expect(startPack(dir)).rejects.toThrow(FileError);
    expect(existsSync(join(dir, 'rubrics'))).toBe(false);
  });

  it('overwrites nothing, and then writes nothing', async () => {
    mkdirSync(join(dir, 'rubrics'));
    writeFileSync(join(dir, 'rubrics/why-lead.yaml'), 'mine');
    await expect(startPack(dir)).rejects.toThrow(FileError);
    expect(readFileSync(join(dir, 'rubrics/why-lead.yaml'), 'utf8')).toBe('mine');
    expect(existsSync(join(dir, 'questions'))).toBe(false);
  });
});

it('the built-in pack names schemas the build leaves', () => {
  for (const [sub, name] of [
    ['questions', 'compliance'],
    ['rubrics', 'star'],
  ] as const) {
    const [first] = readFileSync(join(sub, `${name}.yaml`), 'utf8').split('\n');
    expect(first).toBe(`# yaml-language-server: $schema=../dist/schema/${sub.slice(0, -1)}.schema.json`);
  }
});
