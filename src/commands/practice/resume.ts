import { UsageError } from '../../errors.ts';
import type { Interview, Plan } from '../../interview/interview.ts';
import { askedBy } from '../../interview/plan.ts';
import { restore } from '../../interview/restore.ts';
import { loadDraft } from '../../journal/draft.ts';
import { interrupted } from '../../journal/interrupted.ts';
import type { Reading } from '../../journal/read.ts';
import type { Pack } from '../../pack/pack.ts';

/**
 * The interview that was interrupted last, as it was left.
 *
 * @throws UsageError when there is none
 */
export function resumed(
  pack: Pack,
  home: string,
  journal: Reading,
): { session: string; interview: Interview } {
  const found = interrupted(journal.records);
  if (found === null) throw new UsageError('no interview was left unfinished. Start one with `greenroom`');
  const { started, records } = found;
  const asked = started.asked
    .map((one) => askedBy(pack, one))
    .map((one) => (started.time === null ? one : { ...one, seconds: started.time }));
  const plan: Plan = {
    mode: started.mode === 'mock' ? 'mock' : 'practice',
    asked,
    followUps: started.followUps,
    selfRate: started.selfRate,
  };
  const { session } = started;
  return { session, interview: restore(plan, records, loadDraft(home, session)) };
}
