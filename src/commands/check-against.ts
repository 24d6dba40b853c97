import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { questionFinder } from '../answers/asked.ts';
import { readAnswers } from '../answers/read.ts';
import { type Against, type Comparison, compareAnswers, compareExamples } from '../check/compare.ts';
import { FileError, PackError, UsageError } from '../errors.ts';
import type { Grader } from '../grading/assessment.ts';
import { parsePack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';

/**
 * Scores the pack's examples, and answers where they are given, with the pack as it is and as it was.
 *
 * @param against a folder with the pack as it was, or a git commit
 * @param onFault told of answer files that cannot be used
 * @throws UsageError when `against` is neither; PackError when either pack is broken
 */
export async function compareWith(
  dir: string,
  against: string,
  answers: string | null,
  grader: Grader,
  onFault: (error: Error) => void,
): Promise<Against> {
  const after = await parsePack(dir);
  const before = await packAsItWas(dir, against);
  return {
    against,
    examples: await compareExamples(before, after, grader),
    answers: answers === null ? null : await compareFile(answers, before, after, grader, onFault),
  };
}

function compareFile(
  file: string,
  before: Pack,
  after: Pack,
  grader: Grader,
  onFault: (error: Error) => void,
): Promise<Comparison> {
  const records = readAnswers([file], {
    question: null,
    findQuestion: questionFinder(after.questions),
    stdin: process.stdin,
    onFault,
    onNote: () => {},
    skip: () => false,
  });
  return compareAnswers(before, after, records, grader);
}

async function packAsItWas(dir: string, against: string): Promise<Pack> {
  try {
    return existsSync(against) ? await parsePack(against) : await packAt(dir, commitOf(dir, against));
  } catch (error) {
    if (!(error instanceof PackError || error instanceof FileError)) throw error;
    throw new UsageError(`--against ${against}: the pack there cannot be used: ${error.message}`);
  }
}

/** The pack of a commit, by way of a copy that is gone afterwards. */
async function packAt(dir: string, commit: string): Promise<Pack> {
  const copy = mkdtempSync(join(tmpdir(), 'greenroom-against-'));
  try {
    const listed = git(dir, 'ls-tree', '-r', '-z', '--name-only', commit, 'questions', 'rubrics');
    for (const file of listed.split('\0').filter((name) => /\.ya?ml$/.test(name))) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), git(dir, 'show', `${commit}:./${file}`));
    }
    return await parsePack(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function commitOf(dir: string, ref: string): string {
  try {
    return git(dir, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).trim();
  } catch {
    throw new UsageError(
      `--against ${ref}: neither a folder nor a commit git knows in ${dir}; is the clone a shallow one? \`git fetch\` it first`,
    );
  }
}

/** Bytes as they are, from the repository that `dir` is in. */
function git(dir: string, ...args: string[]): string {
  return execFileSync('git', ['-C', dir, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
