import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url);
const BIN = new URL('bin/greenroom.js', ROOT).pathname;
const CORPUS = new URL('tests/corpus/answers.jsonl', ROOT).pathname;
const lines = readFileSync(CORPUS, 'utf8').trim().split('\n');

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'greenroom-score-'));
});

function score(args: string[], input = '') {
  return spawnSync(process.execPath, [BIN, 'score', ...args], { cwd, encoding: 'utf8', input });
}

const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const text = (name: string) => readFileSync(join(cwd, name), 'utf8');
const parsed = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const ONE = '{"question":"compliance","answer":"I ran an audit of forty charts."}\n';

describe('reports on stdout', () => {
  test('JSON lines in the order of the input, evidence quoted from the answer', () => {
    const { status, stdout, stderr } = score([CORPUS, '--format', 'jsonl']);
    expect([status, stderr]).toEqual([0, '']);
    const records = lines.map((line) => JSON.parse(line));
    const all = parsed(stdout);
    expect(all.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    for (const [index, { criteria, redFlags, star, score, extra }] of all.entries()) {
      expect(score).toBeGreaterThanOrEqual(1);
      expect(extra.writer).toBe(records[index].writer);
      for (const { evidence } of [...criteria, ...redFlags, ...Object.values(star)]) {
        for (const { start, end, quote } of evidence)
          expect(records[index].answer.slice(start, end)).toBe(quote);
      }
    }
  });

  test('JSON with a summary, the same whether from a file or stdin', () => {
    const input = lines.slice(0, 5).join('\n');
    const { assessments, summary } = JSON.parse(score(['-', '--format', 'json'], input).stdout);
    expect(summary).toMatchObject({ answers: 5, scored: 5, unscored: 0 });
    const scores = assessments.map((one: { score: number }) => one.score);
    expect(summary.mean).toBeCloseTo(scores.reduce((a: number, b: number) => a + b) / 5, 2);
  });

  test('a table of at most 80 columns', () => {
    const { stdout } = score([CORPUS]);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain('240 answers');
  });

  test('a prompt of its own is judged by the general rubric', () => {
    const [one] = parsed(
      score(['-', '--format', 'jsonl'], '{"prompt":"A hard day?","answer":"I stayed late."}').stdout,
    );
    expect(one).toMatchObject({ question: 'star', status: 'scored' });
  });

  test('a reader that leaves early is no error', async () => {
    const child = spawn(process.execPath, [BIN, 'score', CORPUS, CORPUS, CORPUS, '--format', 'jsonl']);
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
    expect(stderr).toBe('');
  });
});

describe('faults', () => {
  test('of a record: unscored with file and line, the rest is graded, exit 1', () => {
    write(
      'a.jsonl',
      `${ONE}{bad\n{"question":"complianse","answer":"a"}\n{"question":"compliance","answer":" "}\n${ONE}`,
    );
    const { status, stdout, stderr } = score(['a.jsonl', '--format', 'jsonl']);
    expect(status).toBe(1);
    const codes = parsed(stdout).map(({ reason }) => reason?.code ?? null);
    expect(codes).toEqual([null, 'bad-record', 'unknown-question', 'empty', null]);
    for (const line of [2, 3, 4]) {
      expect(parsed(stdout)[line - 1].reason.message).toContain(`a.jsonl:${line}: `);
      expect(stderr).toContain(`a.jsonl:${line}: `);
    }
  });

  test('of a file: named, the others are graded, exit 2 even beside findings', () => {
    write('a.jsonl', `${ONE}{bad\n`);
    write('b.csv', 'name\nAna\n');
    const { status, stdout, stderr } = score(['missing.csv', 'a.jsonl', 'b.csv', '--format', 'jsonl']);
    expect(status).toBe(2);
    expect(parsed(stdout)).toHaveLength(2);
    expect(stderr).toMatch(/missing\.csv: [\s\S]*a\.jsonl:2: [\s\S]*b\.csv: /);
  });

  test.each([
    [['--format', 'csx']],
    [['--min-score', '9']],
    [['--question', 'complianse']],
    [['--shard', '3/2']],
    [['-o', 'a.docx']],
    [['-o', 'a.csv', '-o', 'a.csv']],
    [['-o', 'none/a.csv']],
    [['-o', 'a.jsonl']],
  ])('of usage: %j', (flags) => {
    write('a.jsonl', ONE);
    const { status, stdout, stderr } = score(['a.jsonl', ...flags]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^greenroom: /);
    expect(text('a.jsonl')).toBe(ONE);
  });

  test('--min-score: a lower score means exit 1, also to the table', () => {
    write('a.jsonl', '{"question":"compliance","answer":"Legal handles that."}\n');
    expect(score(['a.jsonl', '--min-score', '1']).status).toBe(0);
    expect(score(['a.jsonl', '--min-score', '3']).status).toBe(1);
  });
});

describe('reports in files', () => {
  test('every format from one run, and nothing else on stdout', () => {
    write('a.jsonl', ONE.replace('{', '{"candidate":"Ana","mark":4,'));
    const names = ['a.json', 'b.jsonl', 'a.csv', 'a.md', 'a.html', 'a.xml'];
    const { status, stdout } = score([
      'a.jsonl',
      'a.jsonl',
      ...[...names, 'pages/'].flatMap((name) => ['-o', name]),
    ]);
    expect([status, stdout]).toEqual([0, '']);
    expect(JSON.parse(text('a.json')).summary.answers).toBe(2);
    expect(parsed(text('b.jsonl'))).toHaveLength(2);
    for (const name of names.slice(2)) expect(text(name)).toContain('Ana');
    expect(text('pages/ana.md')).toContain('forty charts');
    expect(readdirSync(cwd).toSorted()).toEqual([...names, 'a.jsonl', 'pages'].toSorted());
  });

  test('a CSV file begins with a byte order mark for Excel, on stdout there is none, and both are read alike', () => {
    write('a.jsonl', '{"question":"compliance","candidate":"Zoë","answer":"I ran an audit – twice."}\n');
    const { stdout } = score(['a.jsonl', '-o', 'b.csv', '--format', 'csv']);
    expect(stdout.startsWith('id,candidate,')).toBe(true);
    expect(text('b.csv')).toBe(`\ufeff${stdout}`);
    write('c.csv', stdout);
    const [marked, plain] = ['b.csv', 'c.csv'].map((name) =>
      parsed(score([name, '--format', 'jsonl']).stdout),
    );
    expect(marked).toEqual(plain);
    expect(marked![0]).toMatchObject({ id: 'a.jsonl#1', candidate: 'Zoë' });
  });

  test('a CSV report can be read in again, and says the same', () => {
    const first = score([CORPUS, '-o', 'a.csv', '--format', 'jsonl']);
    const again = score(['a.csv', '--format', 'jsonl']);
    const scores = (stdout: string) => parsed(stdout).map(({ id, exact }) => [id, exact]);
    expect(scores(again.stdout)).toEqual(scores(first.stdout));
  });

  test('stay as they were when nothing could be read or the run was broken off', async () => {
    write('old.csv', 'old');
    expect(score(['missing.jsonl', '-o', 'old.csv']).status).toBe(2);
    const child = spawn(process.execPath, [BIN, 'score', '-', '-o', 'old.csv'], { cwd });
    child.stdin.on('error', () => {});
    child.stdin.write(lines.join('\n'));
    const temporary = () => readdirSync(cwd).some((name) => name.endsWith('.tmp'));
    while (!temporary()) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    expect(await new Promise((done) => child.on('close', done))).toBe(130);
    expect([text('old.csv'), temporary()]).toEqual(['old', false]);
  });

  test('keep links and permissions, and are not read as answers', () => {
    mkdirSync(join(cwd, 'in'));
    write('in/compliance.md', 'I ran an audit.');
    writeFileSync(join(cwd, 'real.json'), '{}', { mode: 0o600 });
    symlinkSync('../real.json', join(cwd, 'in', 'out.json'));
    const { status } = score(['in', '-o', 'in/out.json', '-o', 'in/pages/']);
    const again = score(['in', '-o', 'in/out.json', '-o', 'in/pages/']);
    expect([status, again.status, again.stderr.includes('out.json:')]).toEqual([0, 0, false]);
    expect(JSON.parse(text('real.json')).summary.answers).toBe(1);
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(cwd, 'in', 'pages', 'no-name.md'))).toBe(true);
  });
});

test('shards share all records between them, whatever file they are in', () => {
  const files = [0, 1, 2].map((part) => {
    write(`${part}.jsonl`, lines.slice(part * 5, part * 5 + 5).join('\n'));
    return `${part}.jsonl`;
  });
  const ids = (extra: string[]) =>
    parsed(score([...files, '--format', 'jsonl', ...extra]).stdout).map(({ id }) => id);
  const shards = [1, 2, 3, 4].map((part) => ids(['--shard', `${part}/4`]));
  const all = ids([]);
  expect(shards[0]).toEqual(all.filter((_, index) => index % 4 === 0));
  expect(shards.flat().toSorted()).toEqual(all.toSorted());
});

test('--anonymise: no name anywhere, the same scores', () => {
  write('Ana Lee.compliance.md', 'I ran an audit of forty charts.');
  const named = parsed(score(['Ana Lee.compliance.md', '--format', 'jsonl']).stdout)[0];
  const { stdout } = score([
    'Ana Lee.compliance.md',
    '--anonymise',
    '--format',
    'jsonl',
    '-o',
    'a.html',
    '-o',
    'pages/',
  ]);
  expect(parsed(stdout)[0].exact).toBe(named.exact);
  for (const out of [stdout, text('a.html'), ...readdirSync(join(cwd, 'pages'))])
    expect(out).not.toContain('Ana');
});
