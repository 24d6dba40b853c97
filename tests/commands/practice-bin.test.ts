import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/greenroom.js');
const answer =
  'Forty of our MRI claims a month came back unpaid. I sat with the billing lead every Tuesday and found that the notes left out the reason for the scan. We changed the template, and denials fell from 12% to 4% in six months.';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'greenroom-practice-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function practice(input: string | Buffer, args: string[] = [], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, GREENROOM_HOME: home, ...env },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
const journal = () =>
  readFileSync(join(home, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('practice from a pipe', () => {
  it('says how to use it at immediate end of input, and touches nothing', () => {
    const { code, out, err } = practice('');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('greenroom practice');
    expect(() => journal()).toThrow();
  });

  it('scores sections in order, skips empty ones and reports those left over', () => {
    const { code, out, err } = practice(`${answer}\n---\n\n---\n${answer}\n`, [
      'practice',
      'revenue-cycle',
      'compliance',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^[1-5] (poor|weak|adequate|strong|outstanding) · /mu);
    expect(out).toContain('"');
    expect(err).toMatch(/1 section/u);
    expect(
      journal()
        .filter(({ event }) => event === 'answered')
        .map(({ question }) => question),
    ).toEqual(['revenue-cycle']);
  });

  it('asks all questions in the order of the pack when none is named', () => {
    practice(Array.from({ length: 8 }, () => answer).join('\n---\n'), ['practice']);
    const answered = journal().filter(({ event }) => event === 'answered');
    expect(answered.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(answered[0].question).toBe('revenue-cycle');
  });

  it('has every answer in the journal before the first score', () => {
    practice(`${answer}\n---\n${answer}`, ['practice']);
    expect(journal().map(({ event }) => event)).toEqual([
      'started',
      'answered',
      'answered',
      'scored',
      'scored',
      'ended',
    ]);
  });

  it('judges a question of one’s own', () => {
    const { out } = practice(answer, ['practice', '--ask', 'Tell me about a time you failed']);
    expect(out).toContain('Tell me about a time you failed');
    expect(journal().find(({ event }) => event === 'scored').assessment.question).toBe('star');
  });

  it('exits 1 when an answer cannot be scored', () => {
    expect(practice(`word ${'x'.repeat(100_001)}`, ['practice']).code).toBe(1);
  });

  it.each([
    [['practice', 'revenue-cycel'], 'revenue-cycle'],
    [['practice', '--count', 'many'], '--count'],
    [['practice', '--resume'], '--resume'],
  ])('exits 2 for %j and says what to do', (args, told) => {
    const { code, err } = practice(answer, args);
    expect(code).toBe(2);
    expect(err).toContain(told);
    expect(err).not.toContain('    at ');
  });

  it('tells bytes that are no text, and a home that is no folder', () => {
    expect(practice(Buffer.from([0x61, 0xff, 0x00, 0xfe]), ['practice'])).toMatchObject({ code: 2 });
    const file = join(home, 'file');
    writeFileSync(file, '');
    const { code, err } = practice(answer, ['practice'], { GREENROOM_HOME: file });
    expect(code).toBe(2);
    expect(err).toContain('GREENROOM_HOME');
  });
});
