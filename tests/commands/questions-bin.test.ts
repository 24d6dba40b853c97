import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

function greenroom(...args: string[]) {
  return spawnSync(process.execPath, ['bin/greenroom.js', ...args], { cwd: ROOT, encoding: 'utf8' });
}

describe('greenroom questions, as a process', () => {
  it('gives the question objects in pack order as json', async () => {
    const { status, stdout, stderr } = greenroom('questions', '--format', 'json');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual((await loadPack()).questions);
  });

  it('lists every question with its id', async () => {
    const { stdout } = greenroom('questions');
    for (const { id, title } of (await loadPack()).questions) {
      expect(stdout).toContain(id);
      expect(stdout).toContain(title);
    }
  });

  it.each(['text', 'markdown'])('tells one in full as %s', async (format) => {
    const { status, stdout } = greenroom('questions', 'compliance', '--format', format);
    expect(status).toBe(0);
    const pack = await loadPack();
    const rubric = pack.rubrics.get('compliance')!;
    const flat = stdout.replace(/\n *(> ?)?/g, ' ');
    const question = pack.questions.find(({ id }) => id === 'compliance')!;
    for (const text of [question.why_it_matters, ...question.listen_for]) expect(flat).toContain(text.trim());
    expect(flat).toContain(rubric.red_flags[0]!.statement);
    expect(flat).toContain(rubric.examples[0]!.answer.trim().slice(0, 60));
    expect(stdout).not.toContain('\u001b');
  });

  it('finds a question by its title, and says what a mistyped one may mean', () => {
    const [one] = JSON.parse(greenroom('questions', 'why leadership', '--format', 'json').stdout);
    expect(one.id).toBe('leadership-motivation');
    const { status, stdout, stderr } = greenroom('questions', 'complaince');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('"compliance"');
  });

  it('refuses a format there is not', () => {
    expect(greenroom('questions', '--format', 'html').status).toBe(2);
  });
});

describe('greenroom schema, as a process', () => {
  it.each(['question', 'rubric', 'assessment'])('prints the schema of a %s', (what) => {
    const { status, stdout, stderr } = greenroom('schema', what);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('refuses anything else', () => {
    const { status, stderr } = greenroom('schema', 'rubrik');
    expect(status).toBe(2);
    expect(stderr).toContain('"rubric"');
    expect(greenroom('schema').status).toBe(2);
  });
});
