import { expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { runExamples } from '../../src/check/examples.ts';
import { toTargets } from '../../src/check/targets.ts';
import { graders } from '../../src/grading/graders.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Rubric } from '../../src/pack/schema.ts';

it('the built-in pack has nothing to report, and every example was graded', async () => {
  const grader = await graders.offline();
  const { findings, examples, sources } = await check(toTargets(['.']), { grader, mutate: false });
  expect(findings).toEqual([]);
  expect(sources).toHaveLength(18);
  expect(examples).toBeGreaterThanOrEqual(40);
});

/** What `check --mutate` says of criteria and flags, without the time it takes for every sign. */
it('every criterion and red flag of the built-in pack has an example that misses it', {
  timeout: 60_000,
}, async () => {
  const { questions, rubrics } = await loadPack();
  const grader = await graders.offline();
  const unguarded: string[] = [];
  for (const rubric of rubrics.values()) {
    const question = questions.find(({ id }) => id === rubric.question) ?? null;
    const shown = async (changed: Rubric) =>
      (await runExamples(question, changed, grader)).map(({ assessment }) => ({
        met: assessment.criteria.flatMap(({ id, met }) => (met ? [id] : [])),
        flags: assessment.redFlags.map(({ id }) => id),
      }));
    for (const kind of ['criteria', 'red_flags'] as const) {
      for (const { id } of rubric[kind]) {
        const rules = (rubric[kind] as { id: string; signs: unknown[] }[]).map((rule) =>
          rule.id === id ? { ...rule, signs: [] } : rule,
        );
        const without = await shown({ ...rubric, [kind]: rules } as Rubric);
        const misses = rubric.examples.some(({ expect: { met = [], flags = [] } }, i) =>
          [...met, ...flags].some(
            (one) => one === id && ![...without[i]!.met, ...without[i]!.flags].includes(id),
          ),
        );
        if (!misses) unguarded.push(`${rubric.question} ${id}`);
      }
    }
  }
  expect(unguarded).toEqual([]);
});
