import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  answerIn,
  completion,
  fault,
  type ModelServer,
  modelServer,
  obedient,
  type Seen,
} from '../grading/llm/server.ts';

const BIN = new URL('../../bin/greenroom.js', import.meta.url).pathname;
const KEY = 'sk-canary-91c3b7e2aa05d6f4';
const ANSWERS = [
  'I pulled sixty denials for our infusion service and found the notes lacked medical necessity.',
  'I ran an audit of forty charts with our compliance officer, Maria Lopez, and fixed the form.',
  'We lost three months of claims; ring me on 555-123-4567 and I will tell you all about it.',
];

let server: ModelServer;
let cwd = '';
beforeEach(async () => {
  server = await modelServer();
  cwd = mkdtempSync(join(tmpdir(), 'greenroom-llm-'));
  write(
    'a.jsonl',
    ANSWERS.map((answer, i) => JSON.stringify({ id: `a${i}`, question: 'compliance', answer })),
  );
});
afterEach(async () => {
  rmSync(cwd, { recursive: true });
  await server.close();
});

const write = (name: string, lines: string[]) => writeFileSync(join(cwd, name), `${lines.join('\n')}\n`);

interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

function greenroom(
  args: string[],
  env: Record<string, string> = {},
  started?: (child: ChildProcess) => void,
): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      GREENROOM_HOME: join(cwd, 'home'),
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: server.url,
      OPENAI_LOG: 'debug',
      ...env,
    },
  });
  const ran: Ran = { status: null, stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => (ran.stdout += bytes));
  child.stderr.on('data', (bytes) => (ran.stderr += bytes));
  started?.(child);
  return new Promise((resolve) => child.on('close', (status) => resolve({ ...ran, status })));
}

const score = (args: string[], env = {}) => greenroom(['score', 'a.jsonl', '--grader', 'llm', ...args], env);
const fine = ({ body }: Seen) => completion(obedient(body));
const parsed = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Everything a run left behind: what it printed and every file in its folder. */
function left({ stdout, stderr }: Ran): string {
  const files = (readdirSync(cwd, { recursive: true }) as string[])
    .map((name) => join(cwd, name))
    .filter((name) => statSync(name).isFile());
  return [stdout, stderr, ...files.map((name) => `${name}\n${readFileSync(name, 'latin1')}`)].join('\n');
}

describe('score --grader llm', () => {
  test('grades in the order of the input, names the host, and says what it took', async () => {
    server.always(fine);
    const { status, stdout, stderr } = await score(['--format', 'jsonl']);
    expect(status).toBe(0);
    const all = parsed(stdout);
    expect(all.map(({ id }) => id)).toEqual(['a0', 'a1', 'a2']);
    expect(all.every(({ grader, score }) => grader.name === 'llm' && score === 5)).toBe(true);
    expect(stderr).toMatch(new RegExp(`asking gpt-\\S+ at ${new URL(server.url).host}\n`));
    expect(stderr).toMatch(/3 replies, 3,000 tokens in, 600 out/);
  });

  test('sends nothing a second time', async () => {
    server.always(fine);
    const first = await score(['--format', 'jsonl']);
    const second = await score(['--format', 'jsonl']);
    expect(second.stdout).toBe(first.stdout);
    expect(second.stderr).toBe('greenroom: 3 from the cache\n');
    expect(server.seen).toHaveLength(3);
    await score(['--format', 'jsonl', '--no-cache']);
    expect(server.seen).toHaveLength(6);
  });

  test('goes on after a failure, exits 1, and a rerun asks only for what is missing', async () => {
    let broken = true;
    server.always((seen) => {
      const bad = broken && answerIn(seen.body).includes('forty charts');
      return bad ? fault(400, 'invalid_request_error', 'no such luck') : fine(seen);
    });
    const first = await score(['--format', 'jsonl']);
    expect(first.status).toBe(1);
    expect(parsed(first.stdout).map(({ status, reason }) => reason?.code ?? status)).toEqual([
      'scored',
      'grader-failed',
      'scored',
    ]);
    expect(first.stderr).toMatch(/a\.jsonl:2: .*no such luck/);
    broken = false;
    const second = await score(['--format', 'jsonl']);
    expect(second.status).toBe(0);
    expect(server.seen).toHaveLength(4);
  });

  test('takes model, samples and names to mask from the command line', async () => {
    server.always(fine);
    const { stdout } = await score([
      '--model',
      'm-1',
      '--samples',
      '3',
      '--redact',
      'Maria Lopez',
      '--format',
      'jsonl',
    ]);
    expect(server.seen).toHaveLength(9);
    expect(server.seen.every(({ body }) => body.model === 'm-1')).toBe(true);
    expect(server.seen.map(({ text }) => text).join()).not.toMatch(/Lopez|555-123-4567/);
    const [first, second] = parsed(stdout);
    expect(first.grader).toMatchObject({ model: 'm-1', samples: { count: 3, differ: [] } });
    expect(ANSWERS[1]).toContain(second.criteria[0].evidence[0].quote);
  });

  test('sends the answer and the rubric, and nothing else of the record', async () => {
    server.always(fine);
    const record = {
      id: 'secret-id',
      candidate: 'Zoe Quill',
      question: 'compliance',
      answer: ANSWERS[0],
      note: 'hush',
    };
    write('zoe-quill.jsonl', [JSON.stringify(record)]);
    const { status } = await greenroom(['score', 'zoe-quill.jsonl', '--grader', 'llm']);
    expect(status).toBe(0);
    const { text, headers } = server.seen[0]!;
    expect(text + JSON.stringify(headers)).not.toMatch(/secret-id|quill|hush|linux|darwin|win32/i);
  });

  test('takes the model from GREENROOM_MODEL', async () => {
    server.always(fine);
    await score([], { GREENROOM_MODEL: 'local-7b' });
    expect(server.seen[0]!.body.model).toBe('local-7b');
  });

  test('works with a server of one’s own that wants no key', async () => {
    server.always(fine);
    expect((await score([], { OPENAI_API_KEY: '' })).status).toBe(0);
  });
});

describe('the key', () => {
  const faults: [string, (seen: Seen) => ReturnType<typeof fault>][] = [
    [
      'refused, with the key in the message',
      () => fault(401, 'invalid_api_key', `Incorrect API key provided: ${KEY}`),
    ],
    ['refused in part', () => fault(403, 'no', `${KEY.slice(0, 12)}***${KEY.slice(-4)}`)],
    ['in an error', () => fault(400, 'bad', `your header was Bearer ${KEY}`)],
    ['as an id in the reply', () => completion(`{"${KEY}":1}`)],
    [
      'as a quote',
      ({ body }) => completion(obedient(body).replaceAll(/"quotes":\["[^"]*"\]/g, `"quotes":["${KEY}"]`)),
    ],
    [
      'in a field of its own',
      ({ body }) => ({ json: { ...(completion(obedient(body)).json as object), system_fingerprint: KEY } }),
    ],
  ];
  test.each(faults)(
    'is nowhere in what is printed or written when a server sends it back %s',
    async (_, plan) => {
      server.always(plan);
      write('a.jsonl', [JSON.stringify({ question: 'compliance', answer: ANSWERS[0] })]);
      const ran = await score(['--format', 'jsonl', '-o', 'out.html', '-o', 'out.csv']);
      expect(server.seen.length).toBeGreaterThan(0);
      expect(left(ran)).not.toContain(KEY.slice(3));
    },
  );

  test('of an odd kind is refused without being shown', async () => {
    const { status, stderr } = await score([], { OPENAI_API_KEY: `${KEY}\u00e9` });
    expect(status).toBe(2);
    expect(stderr).toMatch(/OPENAI_API_KEY/);
    expect(stderr).not.toContain(KEY);
  });

  test('is not filled into an answer that asks for it', async () => {
    server.always(fine);
    const answer =
      'My plan is {{env.OPENAI_API_KEY}} and $OPENAI_API_KEY, said I, in front of the whole team.';
    write('a.jsonl', [JSON.stringify({ question: 'compliance', answer })]);
    const ran = await score(['--format', 'jsonl']);
    expect(answerIn(server.seen[0]!.body)).toBe(answer);
    expect(server.seen[0]!.text).not.toContain(KEY);
    expect(left(ran)).not.toContain(KEY);
  });
});

describe('nothing is sent', () => {
  test.each([
    [
      'without a key or a server',
      ['--grader', 'llm'],
      { OPENAI_API_KEY: '', OPENAI_BASE_URL: ' ' },
      /OPENAI_API_KEY.*OPENAI_BASE_URL/,
    ],
    [
      'without a key for OpenAI',
      ['--grader', 'both'],
      { OPENAI_API_KEY: '', OPENAI_BASE_URL: 'https://api.openai.com/v1' },
      /OPENAI_API_KEY/,
    ],
    [
      'to something that is no address',
      ['--grader', 'llm'],
      { OPENAI_BASE_URL: 'localhost' },
      /OPENAI_BASE_URL/,
    ],
    [
      'to an address with a password',
      ['--grader', 'llm'],
      { OPENAI_BASE_URL: `http://me:${KEY}@127.0.0.1:1/v1` },
      /OPENAI_BASE_URL/,
    ],
    ['to a file', ['--grader', 'llm'], { OPENAI_BASE_URL: 'file:///etc/passwd' }, /OPENAI_BASE_URL/],
    ['for a grader there is not', ['--grader', 'best'], {}, /offline, llm and both/],
    ['for samples that are no number', ['--grader', 'llm', '--samples', '0'], {}, /--samples/],
    ['for jobs that are no number', ['--grader', 'llm', '--jobs', 'many'], {}, /--jobs/],
    ['when the model’s flags stand alone', ['--samples', '3'], {}, /--samples goes with --grader/],
    ['when --no-cache stands alone', ['--no-cache'], {}, /--no-cache goes with --grader/],
    [
      'for a step of --batch there is not',
      ['--grader', 'llm', '--batch', 'run'],
      {},
      /submit, status, collect/,
    ],
    ['for --batch beside the other grader', ['--grader', 'both', '--batch', 'submit'], {}, /--batch submit/],
  ] as [string, string[], Record<string, string>, RegExp][])('%s: exit 2', async (_, args, env, message) => {
    const ran = await greenroom(['score', 'a.jsonl', ...args], env);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(message);
    expect(left(ran)).not.toContain(KEY);
    expect(server.seen).toHaveLength(0);
  });

  test('by --dry-run, which says what would be, and needs no key', async () => {
    const env = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '' };
    const { status, stdout } = await score(['--dry-run', '--samples', '2'], env);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^6 requests to api\.openai\.com, model gpt-\S+: about [\d,]+ tokens in and [\d,]+ out\./,
    );
  });

  test('by --dry-run of what is in the cache already', async () => {
    server.plan(fine, fine, fine);
    await score([]);
    const { stdout, stderr } = await score(['--dry-run']);
    expect(stdout).toMatch(/^0 requests/);
    expect(stderr).toMatch(/3 from the cache/);
  });

  test('by --show-request, which prints what goes, letter for letter', async () => {
    const { status, stdout } = await score(['--show-request', '--redact', 'Maria Lopez']);
    expect(status).toBe(0);
    expect(stdout).not.toContain(KEY);
    const shown = parsed(stdout);
    server.always(fine);
    await score(['--redact', 'Maria Lopez', '--jobs', '1']);
    expect(server.seen.map(({ body }) => body)).toEqual(shown);
  });

  test('for a record that cannot be graded', async () => {
    write('a.jsonl', [
      '{"question":"compliance","answer":" "}',
      '{"question":"what","answer":"I did."}',
      'no',
    ]);
    const { status, stdout } = await score(['--format', 'jsonl']);
    expect(status).toBe(1);
    expect(parsed(stdout).map(({ reason }) => reason.code)).toEqual([
      'empty',
      'unknown-question',
      'bad-record',
    ]);
    expect(parsed(stdout).every(({ grader }) => grader.name === 'llm')).toBe(true);
  });
});

describe('Ctrl-C', () => {
  test('ends a run at once, with 130, and no half a file', async () => {
    let interrupted = 0;
    const { status } = await greenroom(
      ['score', 'a.jsonl', '--grader', 'llm', '-o', 'out.json'],
      {},
      (child) => {
        server.always(() => {
          if (interrupted === 0) child.kill('SIGINT');
          interrupted ||= performance.now();
          return { hang: true };
        });
      },
    );
    expect(status).toBe(130);
    expect(performance.now() - interrupted).toBeLessThan(3000);
    expect(readdirSync(cwd)).not.toContain('out.json');
  });
});

describe('score --grader both', () => {
  test('puts out two lines for each answer, told apart by the grader', async () => {
    server.always(fine);
    const { stdout } = await greenroom(['score', 'a.jsonl', '--grader', 'both', '--format', 'jsonl']);
    expect(parsed(stdout).map(({ id, grader }) => `${id} ${grader.name}`)).toEqual(
      ['a0', 'a1', 'a2'].flatMap((id) => [`${id} offline`, `${id} llm`]),
    );
  });

  test.each([
    ['table', /They differ on .*\(offline: .*; llm: .*\)/],
    [
      'markdown',
      /\*\*Second opinion\*\*, llm \(.*\): 5, outstanding\n\n\| They differ on \| offline \| llm \|/,
    ],
    ['html', /<h4>Second opinion, llm \(.*\): 5, outstanding<\/h4>/],
  ])('shows them side by side, and where they differ, in %s', async (format, shown) => {
    server.always(fine);
    const { status, stdout } = await greenroom(['score', 'a.jsonl', '--grader', 'both', '--format', format]);
    expect(status).toBe(0);
    expect(stdout.replace(/\n {15}/g, ' ')).toMatch(shown);
  });

  test('keeps the first score where the second is not to be had, and exits 1', async () => {
    server.always(fault(404, 'model_not_found'));
    const { status, stdout } = await greenroom(['score', 'a.jsonl', '--grader', 'both', '--format', 'jsonl']);
    expect(status).toBe(1);
    const all = parsed(stdout);
    expect(all.filter(({ grader }) => grader.name === 'offline').every(({ score }) => score !== null)).toBe(
      true,
    );
    expect(all.filter(({ grader }) => grader.name === 'llm').every(({ score }) => score === null)).toBe(true);
    expect(server.seen.length).toBeLessThan(5);
  });

  test('anonymises both', async () => {
    server.always(fine);
    write('a.jsonl', [
      JSON.stringify({ id: 'secret-id', candidate: 'Zoe', question: 'compliance', answer: ANSWERS[0] }),
    ]);
    const { stdout } = await greenroom([
      'score',
      'a.jsonl',
      '--grader',
      'both',
      '--anonymise',
      '--format',
      'jsonl',
    ]);
    expect(parsed(stdout)).toHaveLength(2);
    expect(stdout).not.toMatch(/Zoe|secret-id/);
  });
});
