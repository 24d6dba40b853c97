import { UsageError } from '../../errors.ts';

export interface Flags {
  ask: string[];
  count: number | undefined;
  shuffle: boolean;
  /** In seconds. */
  time: number | null;
  mock: boolean;
  followUps: number;
  resume: boolean;
  selfRate: boolean;
  plain: boolean;
}

/** How many follow-ups the interviewer may ask of one answer, where nothing else is said. */
const FOLLOW_UPS = { practice: 3, mock: 1 };
const LONGEST_MINUTES = 60;

/**
 * What practice was asked to do.
 *
 * @throws UsageError for a value that makes no sense
 */
export function flagsOf(options: Record<string, unknown>): Flags {
  const mock = options.mock === true;
  return {
    ask: typeof options.ask === 'string' ? [ownPrompt(options.ask)] : [],
    count: options.count === undefined ? undefined : whole(options.count, '--count', 1),
    shuffle: options.shuffle === true,
    time: options.time === undefined ? null : duration(String(options.time)),
    mock,
    followUps:
      options.followUps === undefined
        ? FOLLOW_UPS[mock ? 'mock' : 'practice']
        : whole(options.followUps, '--follow-ups', 0),
    resume: options.resume === true,
    selfRate: options.selfRate === true,
    plain: options.plain === true || process.env.TERM === 'dumb',
  };
}

function ownPrompt(text: string): string {
  if (text.trim() === '')
    throw new UsageError('--ask needs a question, such as --ask "Tell me about a time you failed"');
  return text.trim();
}

function whole(value: unknown, flag: string, least: number): number {
  const number = Number(value);
  if (!/^\d+$/u.test(String(value)) || number < least || number > 99) {
    throw new UsageError(`${flag} takes a whole number from ${least} to 99, not "${value}"`);
  }
  return number;
}

/** `3m`, `90s`, `2m30s`; a bare number is minutes. In seconds. */
export function duration(text: string): number {
  const [, minutes, seconds] = /^(?:(\d+(?:\.\d+)?)(?:m|$))?(?:(\d+)s)?$/u.exec(text.trim()) ?? [];
  const total = Math.round(Number(minutes ?? 0) * 60 + Number(seconds ?? 0));
  if (total > 0 && total <= LONGEST_MINUTES * 60) return total;
  throw new UsageError(
    `--time takes a time such as 3m, 90s or 2m30s, up to ${LONGEST_MINUTES}m, not "${text}"`,
  );
}
