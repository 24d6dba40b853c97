import { begin, type Interview, type Plan } from '../../interview/interview.ts';
import { choose } from '../../interview/plan.ts';
import { attemptsOf } from '../../journal/history.ts';
import { interrupted } from '../../journal/interrupted.ts';
import { byNeed, type Next } from '../../journal/next.ts';
import { scoredByQuestion } from '../../journal/progress.ts';
import type { Reading } from '../../journal/read.ts';
import type { Pack } from '../../pack/pack.ts';
import { nextInWords } from '../../report/progress-words.ts';
import type { Flags } from './flags.ts';

export interface Start {
  interview: Interview;
  /** Whether anything was answered before. */
  returning: boolean;
  /** The first question and why it is the first, where greenroom has chosen it. */
  first: string | null;
  /** Whether an interview was left unfinished that could be gone on with. */
  unfinished: boolean;
}

/**
 * A new interview. Where nothing else is said it starts with the question that practice does most for; a
 * mock interview keeps the pack's order, as the day would.
 *
 * @throws UsageError for a question the pack does not have
 */
export function start(pack: Pack, ids: string[], flags: Flags, journal: Reading, now: Date): Start {
  const scored = scoredByQuestion(attemptsOf(journal.records));
  const free = ids.length === 0 && flags.ask.length === 0 && !flags.shuffle && !flags.mock;
  const chosen: Next[] = free && scored.size > 0 ? byNeed(pack.questions, scored, now) : [];
  const asked = choose(pack, {
    ids: chosen.length > 0 ? chosen.map(({ question }) => question) : ids,
    own: flags.ask,
    count: flags.count,
    seconds: flags.time,
    random: flags.shuffle ? Math.random : undefined,
    closing: ids.length === 0 && flags.ask.length === 0,
  });
  const { followUps, selfRate, mock } = flags;
  const plan: Plan = { mode: mock ? 'mock' : 'practice', asked, followUps, selfRate };
  const [first] = chosen;
  return {
    interview: begin(plan),
    returning: scored.size > 0,
    first: first === undefined ? null : nextInWords(first, pack.questions),
    unfinished: wasLeft(journal),
  };
}

/** Only the last interview is offered again; older ones may have been left for good. */
function wasLeft({ records }: Reading): boolean {
  const last = records.findLast((record) => record.event === 'started' && record.mode !== 'piped');
  const left = interrupted(records);
  if (left === null || left.started !== last) return false;
  return left.records.some((record) => record.event === 'answered');
}
