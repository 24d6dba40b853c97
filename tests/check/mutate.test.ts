import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { graders } from '../../src/grading/graders.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-mutate-'));
  cpSync('src/init/pack', dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const FILE = 'rubrics/pattern-noticed.yaml';
function change(from: string, to: string): void {
  const path = join(dir, FILE);
  const text = readFileSync(path, 'utf8');
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}
const mutated = async () => {
  const checking = { grader: await graders.offline(), mutate: true };
  const { findings } = await check([{ kind: 'pack', dir, only: null }], checking);
  const lines = readFileSync(join(dir, FILE), 'utf8').split('\n');
  return findings.map(({ code, line }) => `${code}: ${lines[line - 1]!.trim()}`);
};

describe('taking one thing away at a time', () => {
  it('finds nothing where every criterion, flag and sign has an example that needs it', async () => {
    expect(await mutated()).toEqual([]);
  });

  it('names a flag that no example shows', async () => {
    change(
      '  - id: handed-off',
      '  - id: bored\n    statement: Found it dull\n    severity: minor\n    signs: [it was dull + lesson]\n    instead: x\n    follow_up: x\n  - id: handed-off',
    );
    expect(await mutated()).toEqual(['unguarded-flag: - id: bored']);
  });

  it('names a criterion whose loss would change no landing', async () => {
    // Met by an example that neither says so nor scores otherwise without it.
    change(
      '  - id: result\n',
      '  - id: bus\n    statement: Speaks of the bus\n    weight: 0.1\n    signs: [the bus + came]\n    tip: x\n    follow_up: x\n  - id: result\n',
    );
    expect(await mutated()).toEqual(['unguarded-criterion: - id: bus']);
  });

  it('tells signs found nowhere from signs found beside others', async () => {
    change(
      '      - <colleagues> + agreed |',
      '      - quartet + <colleagues>\n      - showed the list + head of year\n      - <colleagues> + agreed |',
    );
    const checking = { grader: await graders.offline(), mutate: true };
    const { findings } = await check([{ kind: 'pack', dir, only: null }], checking);
    expect(findings.map(({ code }) => code)).toEqual(['unguarded-signs']);
    const lineOf = (text: string) =>
      readFileSync(join(dir, FILE), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(text)) + 1;
    expect(findings[0]!.message).toContain(`no example: line ${lineOf('- quartet')}`);
    expect(findings[0]!.message).toContain(`beside others: line ${lineOf('- showed the list')}`);
  });
});
