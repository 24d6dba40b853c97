import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { meaningFindings } from '../../src/check/meaning.ts';
import { readSource } from '../../src/check/source.ts';
import { toTargets } from '../../src/check/targets.ts';
import { graders } from '../../src/grading/graders.ts';
import { parsePack } from '../../src/pack/load.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-pack-files-'));
  cpSync('src/init/pack', dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Each finding with the text it points at. */
async function found(): Promise<[code: string, text: string][]> {
  const checking = { grader: await graders.offline(), mutate: false };
  const { findings } = await check(toTargets([dir]), checking);
  return findings.map(({ code, file, line, column, endLine, endColumn }) => {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .slice(line - 1, endLine);
    const last = lines.length - 1;
    lines[last] = lines[last]!.slice(0, endColumn - 1);
    lines[0] = lines[0]!.slice(column - 1);
    return [code, lines.join('\n')];
  });
}

describe('the files of a pack', () => {
  it('end in .yaml or .yml, and hidden ones are none', async () => {
    renameSync(join(dir, 'rubrics/why-lead.yaml'), join(dir, 'rubrics/why-lead.yml'));
    writeFileSync(join(dir, 'rubrics/.why-lead.yaml'), ': nonsense');
    writeFileSync(join(dir, 'rubrics/notes.txt'), ': nonsense');
    writeFileSync(join(dir, 'rubrics/why-lead.yaml.bak'), ': nonsense');
    expect(await found()).toEqual([]);
  });

  it.each([
    ['questions', 'rubrics', 'id'],
    ['rubrics', 'questions', 'question'],
  ])('are told when they lie in the other folder: %s among %s', async (of, among, key) => {
    cpSync(join(dir, of, 'why-lead.yaml'), join(dir, among, 'other.yaml'));
    expect(await found()).toEqual([['misplaced', key]]);
  });

  it('are what their folder says, where they could be either', async () => {
    appendFileSync(join(dir, 'rubrics/why-lead.yaml'), 'id: why-lead\nprompt: Why?\n');
    expect((await found()).map(([code]) => code)).toEqual(['unknown-key', 'unknown-key']);
  });

  it.each(['questions', 'rubrics'])('have the name of what is in them: %s', async (sub) => {
    renameSync(join(dir, sub, 'why-lead.yaml'), join(dir, sub, 'leading.yaml'));
    expect(await found()).toEqual([['file-name', 'why-lead']]);
  });

  it.each([
    ['tip: Tell the lesson', "tip: 'Tell the lesson"],
    ['tip: Tell the lesson', 'tip: "Tell the lesson'],
    ['tip: Tell the lesson', 'tip: [Tell the lesson'],
  ])('are to be mended where something was opened: %s, %s', async (from, to) => {
    const file = join(dir, 'rubrics/why-lead.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(file, text.replace(from, to));
    const [[code, place]] = (await found()) as [[string, string]];
    expect(code).toBe('yaml-syntax');
    expect(place.startsWith(to.slice('tip: '.length))).toBe(true);
  });

  it('lie in a folder that is named where one above it was given', async () => {
    cpSync('src/init/pack', join(dir, 'more/inner'), { recursive: true });
    mkdirSync(join(dir, 'more/other'));
    writeFileSync(join(dir, 'more/file'), '');
    const targets = () => toTargets([join(dir, 'more')]);
    expect(targets).toThrow(`in it; there is ${join(dir, 'more/inner')}`);
    expect(targets).not.toThrow(/other|file$/);
  });
});

describe('examples that show the scale', () => {
  it.each([
    [4, 'strong'],
    [3, 'middling'],
    [1, 'weak'],
  ])('need one at %i: %s', async (gone, level) => {
    const file = 'src/init/pack/rubrics/why-lead.yaml';
    const rubric = (await parsePack('src/init/pack')).rubrics.get('why-lead')!;
    const at = ({ expect: { score } }: (typeof rubric.examples)[number]) => [score].flat();
    const without = rubric.examples.filter((one) =>
      gone === 3
        ? !(at(one)[0]! <= 3 && at(one).at(-1)! >= 3)
        : gone === 4
          ? at(one)[0]! < 4
          : at(one).at(-1)! > 2,
    );
    expect(without.length).toBeLessThan(rubric.examples.length);
    const source = readSource(file, readFileSync(file));
    const findings = meaningFindings(source, { ...rubric, examples: without }, null);
    expect(findings.map(({ code }) => code)).toEqual([gone === 3 ? 'missing-middle' : 'missing-end']);
    expect(findings[0]!.message).toContain(level === 'middling' ? 'middl' : level);
  });
});
