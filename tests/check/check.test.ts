import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { toTargets } from '../../src/check/targets.ts';
import { FileError } from '../../src/errors.ts';
import { graders } from '../../src/grading/graders.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-check-'));
  cpSync('src/init/pack', dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = async (...paths: string[]) =>
  check(toTargets(paths), { grader: await graders.offline(), mutate: false });
const codes = async (...paths: string[]) => (await run(...paths)).findings.map(({ code }) => code);

describe('what is checked', () => {
  it('one file of a pack: its own findings, with the pack for context', async () => {
    appendFileSync(join(dir, 'questions/why-lead.yaml'), 'extra: 1\n');
    appendFileSync(join(dir, 'questions/pattern-noticed.yaml'), 'extra: 1\n');
    const { findings, sources, examples } = await run(join(dir, 'questions/why-lead.yaml'));
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['unknown-key', 43]]);
    expect(sources).toHaveLength(1);
    expect(examples).toBe(0);
  });

  it('several files of one pack, read once', async () => {
    const { sources, examples } = await run(
      join(dir, 'rubrics/why-lead.yaml'),
      join(dir, 'questions/../questions/why-lead.yaml'),
    );
    expect(sources).toHaveLength(2);
    expect(examples).toBe(5);
  });

  it('a file of its own outside any pack, by what is in it', async () => {
    const alone = join(dir, 'alone.yaml');
    cpSync(join(dir, 'rubrics/why-lead.yaml'), alone);
    expect((await run(alone)).examples).toBe(5);
    cpSync(join(dir, 'questions/why-lead.yaml'), alone);
    expect(await codes(alone)).toEqual([]);
    writeFileSync(alone, 'question: x\n');
    expect(new Set(await codes(alone))).toEqual(new Set(['missing-key']));
  });

  it('an empty pack', async () => {
    for (const sub of ['questions', 'rubrics']) {
      for (const name of ['why-lead', 'pattern-noticed']) rmSync(join(dir, sub, `${name}.yaml`));
    }
    expect(await codes(dir)).toEqual(['no-questions']);
  });

  it('a path that does not exist, or is no pack, is a fault and not a finding', async () => {
    await expect(run(join(dir, 'none'))).rejects.toThrow(FileError);
    await expect(run(join(dir, 'questions'))).rejects.toThrow(FileError);
    await expect(run(join(dir, 'questions/why-lead.yaml/none'))).rejects.toThrow(FileError);
  });

  it('a folder that is no pack: which one is near', async () => {
    await expect(run(join(dir, 'questions'))).rejects.toThrow(dir);
    cpSync('src/init/pack', join(dir, 'more/inner'), { recursive: true });
    await expect(run(join(dir, 'more'))).rejects.toThrow(join(dir, 'more/inner'));
  });

  it('a file in a folder of that name, without a pack around it, stands for itself', async () => {
    const alone = join(dir, 'more/rubrics/why-lead.yaml');
    cpSync(join(dir, 'rubrics/why-lead.yaml'), alone);
    const { sources, examples, findings } = await run(alone);
    expect([sources.length, examples, findings]).toEqual([1, 5, []]);
  });

  it('a folder named like a file is a finding', async () => {
    rmSync(join(dir, 'questions/why-lead.yaml'));
    cpSync(join(dir, 'rubrics'), join(dir, 'questions/why-lead.yaml'), { recursive: true });
    expect(await codes(dir)).toContain('unreadable');
  });
});

describe('no fault is', () => {
  const change = (name: string, from: string, to: string) => {
    const file = join(dir, 'rubrics', name);
    const text = readFileSync(file, 'utf8');
    expect(text.split(from).length).toBe(2);
    writeFileSync(
      file,
      text.replace(from, () => to),
    );
  };

  it('a range of one score', async () => {
    change('why-lead.yaml', '      score: 3\n', '      score: [3, 3]\n');
    expect(await codes(dir)).toEqual([]);
  });

  it('a flag with the signs of a criterion, where meeting it rules the flag out', async () => {
    const planted = (unless: string) =>
      `red_flags:\n  - id: asks\n    statement: Asks colleagues\n    severity: minor\n${unless}    signs: [{ find: <found-out> | went through | compare | ask + <records> | <pupils>, by: me }]\n    instead: Ask nobody.\n    follow_up: Why?\n`;
    change('pattern-noticed.yaml', 'red_flags:\n', planted('    unless_met: [cause]\n'));
    expect(await codes(dir)).not.toContain('top-out-of-reach');
    change(
      'pattern-noticed.yaml',
      '    unless_met: [cause]\n    signs: [{ find: <found-out> | went',
      '    signs: [{ find: <found-out> | went',
    );
    expect(await codes(dir)).toContain('top-out-of-reach');
  });
});

describe('a comment that silences', () => {
  const plant = (words: string) => {
    const file = join(dir, 'rubrics/why-lead.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('words:\n', () => `words:\n${words}`),
    );
  };

  it('speaks of its own line', async () => {
    plant('  heads: [head] # greenroom-ignore unused-list: the next example needs it\n');
    expect(await codes(dir)).toEqual([]);
  });

  it('or of the next line that is not a comment', async () => {
    plant(
      '  # greenroom-ignore unused-list: the next example needs it\n  # heads of school\n\n  heads: [head]\n',
    );
    expect(await codes(dir)).toEqual([]);
  });

  it('speaks of one code only', async () => {
    plant('  heads: [head] # greenroom-ignore list-circle: the next example needs it\n');
    expect((await codes(dir)).sort()).toEqual(['silence-refused', 'unused-list']);
  });

  it('speaks of its own line where there is none below', async () => {
    appendFileSync(
      join(dir, 'rubrics/why-lead.yaml'),
      '# greenroom-ignore unused-list: not needed yet\n\n# so\n',
    );
    const lines = readFileSync(join(dir, 'rubrics/why-lead.yaml'), 'utf8').split('\n').length;
    const { findings } = await run(dir);
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['silence-unused', lines - 3]]);
    plant('# greenroom-ignore unused-list: the next example needs it\n  heads: [head]\n');
    expect(await codes(dir)).toEqual(['silence-unused']);
  });

  it('is no comment inside a text', async () => {
    const file = join(dir, 'rubrics/why-lead.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace(
        '    tip: Tell the lesson',
        '    tip: >-\n      # greenroom-ignore unused-list: x\n      Tell the lesson',
      ),
    );
    expect(await codes(dir)).toEqual([]);
  });
});
