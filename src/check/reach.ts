import type { Level } from '../grading/assessment.ts';
import { type Levels, verdict } from '../grading/verdict.ts';
import { perPart } from '../pack/choices.ts';
import type { Rubric } from '../pack/schema.ts';
import { type Finding, finding } from './finding.ts';
import { signKey } from './sign-key.ts';
import { type Source, spanOf } from './source.ts';

/**
 * Whether the weights let an answer reach the top and the bottom of the scale, and each criterion move it.
 *
 * @param always ids of criteria that any text meets
 */
export function reachFindings(source: Source, rubric: Rubric, always: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  const criteria = () => spanOf(source, ['criteria'], 'key');
  const best = verdict(levels(rubric, 2, () => 2, flagsWithAllMet(rubric)));
  if (best.score < 5) found.push(finding('top-out-of-reach', source, criteria(), { score: best.score }));
  const worst = verdict(levels(rubric, 0, (id) => (always.has(id) ? 2 : 0), []));
  if (worst.score > 1) found.push(finding('bottom-out-of-reach', source, criteria(), { score: worst.score }));
  // From below: nobody has to show everything to reach the top.
  const none = verdict(levels(rubric, 0, () => 0, []));
  for (const [i, { id }] of rubric.criteria.entries()) {
    const alone = verdict(levels(rubric, 0, (other) => (other === id ? 2 : 0), []));
    if (alone.exact > none.exact || best.score < 5) continue;
    found.push(finding('weight-without-effect', source, spanOf(source, ['criteria', i, 'weight']), { id }));
  }
  return found;
}

function levels(
  rubric: Rubric,
  star: Level,
  criterion: (id: string) => Level,
  flags: Levels['flags'],
): Levels {
  return {
    star: perPart(() => star),
    starWeights: perPart((part) => rubric.star[part].weight),
    criteria: rubric.criteria.map(({ id, weight }) => ({ weight, level: criterion(id) })),
    flags,
    substance: 'case',
  };
}

/** Flags that cannot be avoided: one of a criterion's few signs is also theirs. */
function flagsWithAllMet({ criteria, red_flags }: Rubric): Levels['flags'] {
  return red_flags.filter(({ signs, unless_met }) => {
    if ((unless_met ?? []).length > 0) return false;
    const own = new Set(signs.map(signKey));
    return criteria.some((criterion) => criterion.signs.every((sign) => own.has(signKey(sign))));
  });
}
