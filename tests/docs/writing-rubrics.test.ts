import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/**
 * Does what docs/writing-rubrics.md says, block by block. A block named after a file is that file, or, when
 * it begins with "- id:" or "- name:", the entry of it with that name; a new entry goes to the end of the
 * list named after the file. An output block is what the commands before it print; "…" stands for anything.
 */
const ROOT = new URL('../..', import.meta.url).pathname;
const text = readFileSync(join(ROOT, 'docs/writing-rubrics.md'), 'utf8');
const blocks = [...text.matchAll(/^```(\S+)(?: (\S+))?(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, lang = '', file = '', list = '', body = '']) => ({ lang, file, list, body }),
);

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'greenroom-docs-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('does what it says', { timeout: 60_000 }, () => {
  let printed = '';
  for (const { lang, file, list, body } of blocks) {
    if (lang === 'sh') printed = body.trim().split('\n').map(run).join('');
    else if (lang === 'output') expect(printed).toMatch(pattern(body));
    else if (/^ {2}- /.test(body)) put(join(dir, file), list, body);
    else write(join(dir, file), body);
  }
  expect(blocks.filter(({ lang }) => lang === 'sh').length).toBeGreaterThan(8);
});

it('ends with a pack that tells strong from weak on answers it has not seen', () => {
  const answers = readFileSync(join(ROOT, 'tests/docs/ten-answers.jsonl'), 'utf8').trim().split('\n');
  write(
    join(dir, 'ten.jsonl'),
    answers.map((line) => `${line.slice(0, -1)},"question":"outage"}\n`).join(''),
  );
  const scored = run('greenroom score ten.jsonl --pack my-pack --format jsonl').trim().split('\n');
  const exact = (kind: string) =>
    scored.map((line) => JSON.parse(line)).flatMap((one) => (one.id.startsWith(kind) ? [one.exact] : []));
  expect(exact('strong')).toHaveLength(5);
  expect(Math.min(...exact('strong'))).toBeGreaterThan(Math.max(...exact('weak')) + 1);
});

it('has no block that is not run', () => {
  expect(new Set(blocks.map(({ lang }) => lang))).toEqual(new Set(['sh', 'output', 'yaml', 'jsonl']));
  expect(text.match(/^```/gm)).toHaveLength(2 * blocks.length);
  for (const { lang, file } of blocks) expect([lang, file !== '']).toEqual([lang, /yaml|jsonl/.test(lang)]);
});

/** @returns what the command prints; one that does not exit 0 must be followed by an output block */
function run(command: string): string {
  const [program = '', ...args] = command.split(' ');
  const ours = program === 'greenroom';
  const { status, stdout, stderr } = spawnSync(
    ours ? process.execPath : program,
    ours ? [join(ROOT, 'bin/greenroom.js'), ...args] : args,
    { cwd: dir, encoding: 'utf8' },
  );
  expect([command, stderr]).toEqual([command, '']);
  expect(status).toBeLessThanOrEqual(1);
  return stdout;
}

function pattern(output: string): RegExp {
  const parts = output.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}

function write(path: string, body: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
}

/** Puts an entry in the place of the one with the same first line, or at the end of a list. */
function put(path: string, list: string, body: string): void {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const entry = body.trimEnd().split('\n');
  const isInside = (line: string | undefined) => line !== undefined && /^ {3}|^$/.test(line);
  const at = lines.indexOf(entry[0]!);
  if (at >= 0) {
    let end = at + 1;
    while (isInside(lines[end])) end++;
    lines.splice(at, end - at, ...entry);
  } else {
    let end = lines.indexOf(`${list}:`) + 1;
    expect(end, `a list called ${list}`).toBeGreaterThan(0);
    while (/^ /.test(lines[end] ?? '')) end++;
    lines.splice(end, 0, ...entry);
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}
