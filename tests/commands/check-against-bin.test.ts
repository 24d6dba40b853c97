import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
let repo: string;
/** The pack, in a folder below the repository's. */
let pack: string;

const git = (...args: string[]) => execFileSync('git', ['-C', repo, ...args], { stdio: 'ignore' });
const greenroom = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'bin/greenroom.js'), 'check', ...args], {
    cwd: pack,
    encoding: 'utf8',
  });

beforeAll(() => {
  repo = mkdtempSync(join(tmpdir(), 'greenroom-repo-'));
  pack = join(repo, 'hiring/pack');
  mkdirSync(pack, { recursive: true });
  cpSync(join(ROOT, 'src/init/pack'), pack, { recursive: true });
  git('init', '-q');
  git('config', 'user.email', 'someone@example.org');
  git('config', 'user.name', 'Someone');
  git('add', '.');
  git('commit', '-qm', 'sound');
  const rubric = join(pack, 'rubrics/why-lead.yaml');
  writeFileSync(rubric, readFileSync(rubric, 'utf8').replace('    weight: 2\n', '    weight: 4\n'));
  writeFileSync(
    join(repo, 'answers.jsonl'),
    `${JSON.stringify({ id: 'a1', question: 'why-lead', answer: 'I want every teacher in our department to use the same plan. I have wanted it for years.' })}\n`,
  );
});
afterAll(() => rmSync(repo, { recursive: true, force: true }));

describe('greenroom check --against', () => {
  it('compares with a commit, from a folder below the repository', () => {
    const { stdout, stderr } = greenroom('--against', 'HEAD', '--format', 'json');
    expect(stderr).toBe('');
    const { changes } = JSON.parse(stdout);
    expect(changes.against).toBe('HEAD');
    expect(changes.examples.compared).toBe(11);
    const questions = changes.examples.changes.map(({ question }: { question: string }) => question);
    expect(new Set(questions)).toEqual(new Set(['why-lead']));
    expect(changes.answers).toBeNull();
  });

  it('compares with a folder, and answers too', () => {
    const args = ['--against', join(ROOT, 'src/init/pack'), '--answers', join(repo, 'answers.jsonl')];
    const { changes } = JSON.parse(greenroom(...args, '--format', 'json').stdout);
    const [{ name, before, after }] = changes.answers.changes;
    expect(name).toBe('a1');
    expect(after.exact).toBeGreaterThan(before.exact);
    const { stdout } = greenroom(...args);
    expect(stdout).toMatch(/why-lead: answer "a1" \d \(\d\.\d\d\) -> \d \(\d\.\d\d\), \+\d\.\d\d\n$/);
  });

  it('exits 2 for what cannot be compared with', () => {
    for (const args of [
      ['--against', 'no-such-branch'],
      ['--against', '--output=x'],
      ['--against', repo],
      ['--answers', join(repo, 'answers.jsonl')],
      ['--against', 'HEAD', '--answers', join(repo, 'none.jsonl')],
      ['--against', 'HEAD', pack, join(ROOT, 'src/init/pack')],
    ]) {
      expect([args, greenroom(...args).status]).toEqual([args, 2]);
    }
  });
});
