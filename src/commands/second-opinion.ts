import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { GRADERS, type GraderName } from '../grading/graders.ts';
import type { Setup } from '../grading/llm/setup.ts';

/** Asked for when nothing else is named: small, and takes a schema. */
const MODEL = 'gpt-5.4-mini';
const OPENAI = 'https://api.openai.com/v1';
const MOST = { samples: 15, jobs: 64 };
const JOBS = 4;
/** Reasoning models and models on a laptop both take their time, in milliseconds. */
const PATIENCE = 180_000;
const FIRST_WAIT = 1000;

/** Flags that mean something only when a model is asked. */
const OWN = {
  model: '--model',
  samples: '--samples',
  redact: '--redact',
  dryRun: '--dry-run',
  showRequest: '--show-request',
  batch: '--batch',
} as const;

const BATCH_STEPS = ['submit', 'status', 'collect'];

export type Graders = GraderName | 'both';

/**
 * Which grader `--grader` asks for.
 *
 * @throws UsageError when there is no such grader, or when flags of the model's are given without it
 */
export function graderOf(options: Record<string, unknown>): Graders {
  const named = options.grader ?? 'offline';
  const grader = [...GRADERS, 'both' as const].find((one) => one === named);
  if (grader === undefined)
    throw new UsageError(`--grader ${named}: there is ${GRADERS.join(', ')} and both`);
  const stray = Object.entries(OWN).find(([name]) => options[name] !== undefined)?.[1];
  const flag = stray ?? (options.cache === false ? '--no-cache' : undefined);
  if (grader === 'offline' && flag !== undefined)
    throw new UsageError(`${flag} goes with --grader llm or --grader both`);
  const { batch } = options;
  if (batch !== undefined && !BATCH_STEPS.includes(String(batch))) {
    throw new UsageError(`--batch ${batch}: there is ${BATCH_STEPS.join(', ')}`);
  }
  if (grader === 'both' && (batch === 'submit' || batch === 'status')) {
    throw new UsageError(`--batch ${batch} goes with --grader llm`);
  }
  return grader;
}

/**
 * Reads flags and environment for the second opinion.
 *
 * @param home greenroom's folder, for the cache
 * @param sends false where nothing will be sent, and no key is needed
 * @throws UsageError naming the flag or variable, and never showing what a variable holds
 */
export function setupOf(
  options: Record<string, unknown>,
  home: string,
  tell: Setup['tell'],
  sends = true,
): Setup {
  const own = (process.env.OPENAI_BASE_URL ?? '').trim();
  const key = (process.env.OPENAI_API_KEY ?? '').trim();
  const baseURL = own === '' ? OPENAI : addressOf(own);
  if (sends && key === '' && new URL(baseURL).host === new URL(OPENAI).host) {
    throw new UsageError(
      'a second opinion needs a model: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, such as http://localhost:11434/v1',
    );
  }
  // Sent in a header, where other characters fail with an error that shows the key.
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw new UsageError('OPENAI_API_KEY holds characters that no key has; was something else pasted along?');
  }
  return {
    baseURL,
    key,
    model: modelOf(options.model ?? process.env.GREENROOM_MODEL),
    samples: whole(options.samples, '--samples', 1, MOST.samples),
    jobs: jobsOf(options, JOBS),
    redact: namesOf(options.redact),
    cache: options.cache === false ? null : join(home, 'second-opinions'),
    tell,
    patience: PATIENCE,
    firstWait: FIRST_WAIT,
  };
}

/** The address without what may follow it; it may hold a password, and is never shown. */
function addressOf(value: string): string {
  const wrong = (why: string) =>
    new UsageError(`OPENAI_BASE_URL ${why}; it is an address such as http://localhost:11434/v1`);
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw wrong('is not an address');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw wrong('does not start with http:// or https://');
  if (url.username !== '' || url.password !== '')
    throw wrong('holds a name or password; put the key into OPENAI_API_KEY');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function modelOf(value: unknown): string {
  const model = String(value ?? '').trim();
  return model === '' ? MODEL : model;
}

/** How much may be done at once. @throws UsageError */
export function jobsOf(options: Record<string, unknown>, otherwise: number): number {
  return whole(options.jobs, '--jobs', otherwise, MOST.jobs);
}

function whole(value: unknown, flag: string, otherwise: number, most: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (/^\d+$/.test(String(value)) && number >= 1 && number <= most) return number;
  throw new UsageError(`${flag} takes a whole number from 1 to ${most}, not "${value}"`);
}

function namesOf(value: unknown): string[] {
  return ((value ?? []) as string[])
    .flatMap((names) => names.split(','))
    .map((name) => name.trim())
    .filter(Boolean);
}
