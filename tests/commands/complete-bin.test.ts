import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

function complete(...words: string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['bin/greenroom.js', 'complete', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, words: stdout.split('\n').flatMap((line) => line.split('\t').slice(0, 1)) };
}

describe('greenroom complete', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('prints what %s sources', (shell) => {
    const { status, stdout } = complete(shell);
    expect(status).toBe(0);
    expect(stdout).toMatch(/greenroom complete '?--/);
  });

  it('refuses another shell', () => {
    expect(complete('tcsh').status).toBe(2);
  });

  it.each([
    [['sc'], ['score', 'schema']],
    [['check', '--str'], ['--strict']],
    [['check', '--format', 's'], ['sarif']],
    [['questions', 'comp'], ['compliance']],
    [['score', '--question', 'rev'], ['revenue-cycle']],
    [['check', 'READ'], ['README.md']],
    [
      ['questions', '--pack', 'src/init/p'],
      ['src/init/pack/', 'src/init/pack/questions/', 'src/init/pack/rubrics/'],
    ],
    [['check', 'no-such-folder/'], []],
  ])('%j: %j', (typed, offered) => {
    expect(complete('--', ...typed).words).toEqual([...offered, ':4', '']);
  });
});
