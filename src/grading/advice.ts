import type { Rubric } from '../pack/schema.ts';
import type { Advice, Level } from './assessment.ts';

/** What was found, by id, as far as advice needs it. */
export interface Shown {
  criteria: { id: string; weight: number; level: Level }[];
  flags: string[];
  /** The name of the rubric's example the answer copies. */
  copied: string | null;
}

/** At most two corrections at a time: more are read and not acted on. */
const AT_MOST = 2;
const GRAVITY = { severe: 0, major: 1, minor: 2 } as const;

/**
 * What to mend first and what an interviewer would now ask: a copied example, then red flags (severe first), then what was hinted at
 * but not shown, then what was missing, the heavier criteria first.
 */
export function advise(rubric: Rubric, shown: Shown): { advice: Advice[]; followUp: string | null } {
  const flags = rubric.red_flags
    .filter((flag) => shown.flags.includes(flag.id))
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  const missing = shown.criteria
    .filter((criterion) => criterion.level < 2)
    .sort((a, b) => b.level - a.level || b.weight - a.weight)
    .slice(0, AT_MOST)
    .flatMap(({ id }) => rubric.criteria.find((criterion) => criterion.id === id) ?? []);
  const advice = [
    ...(shown.copied === null ? [] : [copyAdvice(shown.copied)]),
    ...flags.map((flag) => ({ about: flag.id, text: flag.instead })),
    ...missing.map((criterion) => ({ about: criterion.id, text: criterion.tip })),
  ].slice(0, AT_MOST);
  const followUp = missing[0]?.follow_up ?? flags[0]?.follow_up ?? null;
  return { advice, followUp };
}

function copyAdvice(name: string): Advice {
  return {
    about: 'example',
    text: `This is the example "${name}" of the rubric, nearly word for word. Tell a case of your own.`,
  };
}
