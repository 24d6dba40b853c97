import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError, PackError } from '../../src/errors.ts';
import { compile, readCompiled } from '../../src/pack/compiled.ts';
import { loadPack, parsePack } from '../../src/pack/load.ts';

const SOUND = 'src/init/pack';
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-pack-'));
  cpSync(SOUND, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the built-in pack', () => {
  it('asks its eight questions in order, and judges each', async () => {
    const { questions, rubrics } = await loadPack();
    expect(questions.map(({ number, id }) => `${number} ${id}`)).toEqual([
      '1 revenue-cycle',
      '2 learning-agility',
      '3 business-problem',
      '4 leadership-motivation',
      '5 quality-versus-cost',
      '6 industry-trends',
      '7 cross-functional-teams',
      '8 compliance',
    ]);
    for (const { id } of questions) expect(rubrics.get(id)?.question).toBe(id);
    expect([...rubrics.keys()].filter((id) => !questions.some((one) => one.id === id)).sort()).toEqual([
      'closing',
      'star',
    ]);
  });
});

describe('a pack of one’s own', () => {
  it('is loaded in the order of its numbers, not of its file names', async () => {
    writeFileSync(join(dir, 'questions/.swap.yaml'), 'an editor’s own file, not YAML: "');
    const { questions } = await loadPack(dir);
    expect(questions.map(({ id }) => id)).toEqual(['pattern-noticed', 'why-lead']);
  });

  it('is refused at its first fault, with place, remedy and where to see the rest', async () => {
    appendFileSync(join(dir, 'questions/why-lead.yaml'), 'extra: 1\n');
    const error = await loadPack(dir).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PackError);
    const { message } = error as PackError;
    expect(message).toContain(`${join(dir, 'questions/why-lead.yaml')}:43:1: `);
    expect(message).toContain(`greenroom check ${dir}`);
  });

  it('is refused when a question has no rubric', async () => {
    rmSync(join(dir, 'rubrics/why-lead.yaml'));
    await expect(loadPack(dir)).rejects.toThrow(PackError);
  });

  it('must be a folder with questions and rubrics', async () => {
    await expect(loadPack(join(dir, 'questions'))).rejects.toThrow(FileError);
    await expect(loadPack(join(dir, 'none'))).rejects.toThrow(FileError);
  });
});

describe('the compiled pack', () => {
  beforeEach(async () => {
    mkdirSync(join(dir, 'dist/pack'), { recursive: true });
    for (const [name, text] of compile(await parsePack(dir)))
      writeFileSync(join(dir, 'dist/pack', name), text);
  });

  it('is what the YAML says', async () => {
    const compiled = readCompiled(dir)!;
    const parsed = await parsePack(dir);
    expect({ ...compiled, rubrics: new Map(compiled.rubrics) }).toEqual({
      ...parsed,
      rubrics: new Map(parsed.rubrics),
    });
    expect([...compiled.rubrics.keys()]).toEqual([...parsed.rubrics.keys()]);
    expect([...compiled.rubrics.values()]).toEqual([...parsed.rubrics.values()]);
    expect(compiled.rubrics.has('none')).toBe(false);
    expect(compiled.rubrics.get('none')).toBeUndefined();
  });

  it('is not used once a file has changed, even by a character', () => {
    appendFileSync(join(dir, 'rubrics/why-lead.yaml'), '#');
    expect(readCompiled(dir)).toBeNull();
  });

  it('is not used once a file has gone or come', () => {
    cpSync(join(dir, 'rubrics/why-lead.yaml'), join(dir, 'rubrics/star.yaml'));
    expect(readCompiled(dir)).toBeNull();
    rmSync(join(dir, 'rubrics/star.yaml'));
    expect(readCompiled(dir)).not.toBeNull();
    rmSync(join(dir, 'rubrics/why-lead.yaml'));
    expect(readCompiled(dir)).toBeNull();
  });

  it('is not needed', () => {
    rmSync(join(dir, 'dist'), { recursive: true });
    expect(readCompiled(dir)).toBeNull();
  });
});
