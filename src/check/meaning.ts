import { VERDICT } from '../grading/numbers.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import { type Run, rangeOf } from './examples.ts';
import { type Finding, finding } from './finding.ts';
import { judgingFindings } from './judging.ts';
import { reachFindings } from './reach.ts';
import { signMeaningFindings } from './sign-meaning.ts';
import { type Source, spanOf } from './source.ts';

/**
 * What is wrong with a rubric that has nothing wrong with its shape: it cannot do what a rubric is for. Only what the
 * rubric itself decides, whatever is graded with it.
 *
 * @param question the one it judges; it changes nothing here, but saves making the rubric ready for matching twice
 */
export function meaningFindings(source: Source, rubric: Rubric, question: Question | null): Finding[] {
  const signs = signMeaningFindings(source, rubric, question);
  return [
    ...sameAnchors(source, rubric),
    ...judgingFindings(source, rubric),
    ...signs.findings,
    ...reachFindings(source, rubric, signs.always),
    ...levelsShown(source, rubric),
    ...withoutExpectation(source, rubric),
  ];
}

/**
 * What a rubric's examples show of it.
 *
 * @param runs its examples, graded
 */
export function shownFindings(source: Source, rubric: Rubric, runs: readonly Run[]): Finding[] {
  return [...criteriaShown(source, rubric, runs), ...flagsOnStrong(source, rubric, runs)];
}

/** Two anchors with the same words give a coach nothing to choose by. */
function sameAnchors(source: Source, { anchors }: Rubric): Finding[] {
  const seen = new Map<string, string>();
  return Object.entries(anchors).flatMap(([score, text]) => {
    const bare = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    const first = seen.get(bare);
    if (first === undefined) {
      seen.set(bare, score);
      return [];
    }
    return [finding('same-anchors', source, spanOf(source, ['anchors', score]), { score, first })];
  });
}

/** Examples should show the top, the middle and the bottom of the scale, or nobody notices when they move. */
function levelsShown(source: Source, { examples }: Rubric): Finding[] {
  const ranges = examples.map(({ expect }) => rangeOf(expect.score));
  const place = () => spanOf(source, ['examples'], 'key');
  if (ranges.length === 0) return [finding('no-examples', source, place(), {})];
  const shown = {
    strong: ranges.some(([low]) => low >= 4),
    middling: ranges.some(([low, high]) => low >= 2 && high <= 4 && low <= 3 && high >= 3),
    weak: ranges.some(([, high]) => high <= 2),
  };
  return (['strong', 'middling', 'weak'] as const).flatMap((level) =>
    shown[level]
      ? []
      : [finding(level === 'middling' ? 'missing-middle' : 'missing-end', source, place(), { level })],
  );
}

function withoutExpectation(source: Source, { examples }: Rubric): Finding[] {
  return examples.flatMap(({ name, expect }, i) => {
    const [low, high] = rangeOf(expect.score);
    if (low > 1 || high < 5) return [];
    return [finding('no-expectation', source, spanOf(source, ['examples', i, 'expect', 'score']), { name })];
  });
}

/** A criterion that all examples meet, or none, tells nothing apart as far as the rubric itself can show. */
function criteriaShown(source: Source, rubric: Rubric, runs: readonly Run[]): Finding[] {
  if (runs.length < 2) return [];
  return rubric.criteria.flatMap(({ id }, i) => {
    const met = runs.filter(({ assessment }) => assessment.criteria.some((one) => one.id === id && one.met));
    const says = (key: 'met' | 'not_met') => runs.some(({ example }) => example.expect[key]?.includes(id));
    const place = () => spanOf(source, ['criteria', i, 'id']);
    if (met.length === 0 && !says('met')) return [finding('criterion-never-met', source, place(), { id })];
    if (met.length === runs.length && !says('not_met')) {
      return [finding('criterion-always-met', source, place(), { id })];
    }
    return [];
  });
}

/** A flag caps the score, so one that fires on an example meant to score above its cap is too eager. */
function flagsOnStrong(source: Source, rubric: Rubric, runs: readonly Run[]): Finding[] {
  return rubric.red_flags.flatMap(({ id, severity }, i) => {
    const cap = VERDICT.cap[severity];
    const strong = runs.find(
      ({ example, assessment }) =>
        rangeOf(example.expect.score)[0] > cap && assessment.redFlags.some((flag) => flag.id === id),
    );
    if (strong === undefined) return [];
    const quote = strong.assessment.redFlags.find((flag) => flag.id === id)?.evidence[0]?.quote ?? '';
    const args = { id, name: strong.example.name, cap, quote };
    return [finding('flag-on-strong', source, spanOf(source, ['red_flags', i, 'id']), args)];
  });
}
