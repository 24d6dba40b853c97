import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;
const text = readFileSync(join(ROOT, 'docs/cohorts.md'), 'utf8');
const blocks = [...text.matchAll(/^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, lang = '', file = '', body = '']) => ({ lang, file, body }),
);

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-cohorts-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The files are as the page shows them, its commands are run, and "…" in what they print stands for anything. */
it('docs/cohorts.md does what it says', { timeout: 60_000 }, () => {
  let printed = '';
  for (const { lang, file, body } of blocks) {
    if (lang === 'csv') writeFileSync(join(dir, file), body);
    else if (lang === 'output') expect(printed).toMatch(pattern(body));
    else if (body.startsWith('greenroom ')) printed = run(body.trim());
  }
  expect(readdirSync(dir)).toEqual(expect.arrayContaining(['cohort.html', 'marks.csv', 'feedback']));
  expect(readdirSync(join(dir, 'feedback'))).toEqual(['ana-lee.md', 'ben-ortiz.md']);
});

/** Too few marks for `agree` to say anything are exit code 2, which the page says as well. */
function run(command: string): string {
  const args = command.split(' ').slice(1);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/greenroom.js'), ...args], {
    cwd: dir,
    encoding: 'utf8',
  });
  expect([command, status, stderr]).toEqual([command, args[0] === 'agree' ? 2 : 0, expect.any(String)]);
  return stdout;
}

function pattern(output: string): RegExp {
  const parts = output.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}
