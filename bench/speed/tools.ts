import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePack } from '../../src/pack/load.ts';
import type { Answer } from './answers.ts';
import { type Command, greenroom, ROOT } from './process.ts';
import { checksOf } from './regexes.ts';

/** The newest that run on Node 20. */
export const VERSIONS = {
  promptfoo: '0.121.20',
  '@stoplight/spectral-cli': '6.16.3',
  'ajv-cli': '5.0.0',
} as const;
export type Tool = keyof typeof VERSIONS;

/** Installs a tool into a folder, and says how many packages and MB came. */
export function install(tool: Tool, folder: string): { packages: number; megabytes: number } {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  const args = ['install', '--no-audit', '--no-fund', `${tool}@${VERSIONS[tool]}`];
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const kilobytes = execFileSync('du', ['-sk', 'node_modules'], { cwd: folder, encoding: 'utf8' });
  return {
    packages: Object.keys(lock.packages).length - 1,
    megabytes: (Number.parseInt(kilobytes, 10) * 1024) / 1e6,
  };
}

function installed(folder: string, name: string, ...args: string[]): Command {
  return { argv: [join(folder, 'node_modules/.bin', name), ...args], cwd: folder };
}

/**
 * promptfoo over the same answers: its echo provider hands each back, and one regular expression for each criterion
 * and red flag is tried on it. An answer that lacks one fails its test, and then it ends with 100.
 */
export async function promptfoo(folder: string, answers: readonly Answer[]): Promise<Command> {
  const { rubrics } = await parsePack(ROOT);
  const tests = answers.map(({ question, answer }) => ({
    vars: { answer: answer.toLowerCase() },
    assert: checksOf(rubrics.get(question)!).map((_, index) => ({
      $ref: `#/assertionTemplates/${question}-${index}`,
    })),
  }));
  const templates = [...rubrics].flatMap(([question, rubric]) =>
    checksOf(rubric).map((value, index) => [`${question}-${index}`, { type: 'regex', value }] as const),
  );
  const config = {
    prompts: ['{{answer}}'],
    providers: ['echo'],
    assertionTemplates: Object.fromEntries(templates),
    tests,
  };
  writeFileSync(join(folder, 'promptfooconfig.json'), JSON.stringify(config));
  const flags = ['--no-cache', '--no-table', '--no-progress-bar', '--no-write', '-o', 'results.json'];
  return {
    ...installed(folder, 'promptfoo', 'eval', '-c', 'promptfooconfig.json', ...flags),
    env: {
      PROMPTFOO_DISABLE_TELEMETRY: '1',
      PROMPTFOO_DISABLE_UPDATE: '1',
      // Now and then its logs are written after they were closed, and it ends with 1.
      PROMPTFOO_DISABLE_DEBUG_LOG: 'true',
      PROMPTFOO_DISABLE_ERROR_LOG: 'true',
      PROMPTFOO_DISABLE_REMOTE_GENERATION: 'true',
      PROMPTFOO_CONFIG_DIR: join(folder, 'home'),
    },
    exits: [0, 100],
  };
}

const SCHEMA = join(ROOT, 'dist/schema/rubric.schema.json');

/** spectral over the rubric files of a pack, with our JSON Schema as its one rule. */
export function spectral(folder: string, pack: string): Command {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const then = { function: 'schema', functionOptions: { dialect: 'draft2020-12', schema } };
  const ruleset = {
    // The anchors' numbers as keys are a fault to it otherwise.
    parserOptions: { incompatibleValues: 'off' },
    rules: { rubric: { given: '$', severity: 'error', then } },
  };
  writeFileSync(join(folder, 'ruleset.json'), JSON.stringify(ruleset));
  return installed(folder, 'spectral', 'lint', ...rubricFiles(pack), '--ruleset', 'ruleset.json');
}

/** ajv over the same files with the same schema. */
export function ajv(folder: string, pack: string): Command {
  const data = rubricFiles(pack).flatMap((file) => ['-d', file]);
  return installed(folder, 'ajv', 'validate', '--spec=draft2020', '--strict=false', '-s', SCHEMA, ...data);
}

/** A copy of the built-in pack, which greenroom does not know as its own and has to read from its YAML. */
export function packCopy(folder: string): string {
  for (const part of ['questions', 'rubrics']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  return folder;
}

function rubricFiles(pack: string): string[] {
  return readdirSync(join(pack, 'rubrics')).map((file) => join(pack, 'rubrics', file));
}

/** `greenroom check` over the whole pack, or over its rubric files alone. */
export function check(pack: string, what: 'pack' | 'rubrics'): Command {
  return greenroom('check', ...(what === 'pack' ? [pack] : rubricFiles(pack)));
}
