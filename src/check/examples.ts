import type { Assessment, Grader } from '../grading/assessment.ts';
import type { Example, Question, Rubric } from '../pack/schema.ts';
import { type Finding, finding } from './finding.ts';
import { type Near, nearSign } from './near.ts';
import { type Path, type Source, spanOf } from './source.ts';
import type { NearArgs, ScoreArgs } from './wording.ts';

/** An example beside what the grader made of it. */
export interface Run {
  example: Example;
  index: number;
  assessment: Assessment;
  /** For criteria and flags it should show and does not, the sign that comes nearest, by id. */
  near?: ReadonlyMap<string, Near | null>;
}

/** Grades every example of a sound rubric. */
export function runExamples(question: Question | null, rubric: Rubric, grader: Grader): Promise<Run[]> {
  return Promise.all(
    [...rubric.examples.keys()].map(async (index) => {
      const run = await runExample(question, rubric, index, grader);
      const { answer } = run.example;
      const near = new Map<string, Near | null>();
      for (const id of missedBy(run)) near.set(id, nearSign(question, rubric, id, answer));
      return { ...run, near };
    }),
  );
}

function missedBy({ example: { expect }, assessment: { criteria, redFlags } }: Run): string[] {
  return [
    ...(expect.met ?? []).filter((id) => !criteria.some((one) => one.id === id && one.met)),
    ...(expect.flags ?? []).filter((id) => !redFlags.some((one) => one.id === id)),
  ];
}

/** Grades one example. */
export async function runExample(
  question: Question | null,
  rubric: Rubric,
  index: number,
  grader: Grader,
): Promise<Run> {
  const example = rubric.examples[index]!;
  const assessment = await grader({ question, rubric, answer: example.answer, ownExample: true });
  return { example, index, assessment };
}

/**
 * Where examples do not land where they say, and where two of them land the wrong way round. Of one whose score is
 * off, its order says nothing new.
 */
export function exampleFindings(source: Source, runs: readonly Run[]): Finding[] {
  const inRange = runs.filter(({ example, assessment: { score } }) => {
    const [low, high] = rangeOf(example.expect.score);
    return score !== null && score >= low && score <= high;
  });
  return [...runs.flatMap((run) => landingFindings(source, run)), ...orderFindings(source, inRange)];
}

/** Where one example does not land where it says. */
export function landingFindings(source: Source, run: Run): Finding[] {
  const { example, index, assessment } = run;
  const { name, expect } = example;
  const at: Path = ['examples', index, 'expect'];
  if (assessment.score === null || assessment.exact === null) {
    const why = assessment.reason?.message ?? '';
    return [finding('example-unscored', source, spanOf(source, at), { name, why })];
  }
  const [low, high] = rangeOf(expect.score);
  const found: Finding[] = [];
  const { score, exact } = assessment;
  if (score < low || score > high) {
    const args = { name, score, exact, low, high, ...shownBy(assessment) };
    found.push(finding('example-score', source, spanOf(source, [...at, 'score']), args));
  }
  return [...found, ...criteriaFindings(source, at, run), ...flagFindings(source, at, run)];
}

/** The nearest sign as a finding tells of it. */
function nearIn(source: Source, { near }: Run, id: string): NearArgs | null {
  const sign = near?.get(id) ?? null;
  return sign && { why: sign.why, line: source.position(spanOf(source, sign.path)[0]).line };
}

function criteriaFindings(source: Source, at: Path, run: Run): Finding[] {
  const { name, expect } = run.example;
  const met = new Map(run.assessment.criteria.map((criterion) => [criterion.id, criterion]));
  const off = (key: 'met' | 'not_met', wanted: boolean) =>
    (expect[key] ?? []).flatMap((id, i) => {
      const reading = met.get(id);
      if (reading === undefined || reading.met === wanted) return [];
      const quote = reading.evidence[0]?.quote ?? null;
      const args = { name, id, wanted, quote, near: nearIn(source, run, id) };
      return [finding('example-criterion', source, spanOf(source, [...at, key, i]), args)];
    });
  return [...off('met', true), ...off('not_met', false)];
}

function flagFindings(source: Source, at: Path, run: Run): Finding[] {
  const { name, expect } = run.example;
  const { redFlags } = run.assessment;
  const wanted = expect.flags ?? [];
  const missed = wanted.flatMap((id, i) => {
    if (redFlags.some((flag) => flag.id === id)) return [];
    const args = { name, id, wanted: true, quote: null, near: nearIn(source, run, id) };
    return [finding('example-flag', source, spanOf(source, [...at, 'flags', i]), args)];
  });
  const place = () => spanOf(source, expect.flags === undefined ? at : [...at, 'flags']);
  const surplus = redFlags
    .filter(({ id }) => !wanted.includes(id))
    .map(({ id, evidence }) => {
      const args = { name, id, wanted: false, quote: evidence[0]?.quote ?? null, near: null };
      return finding('example-flag', source, place(), args);
    });
  return [...missed, ...surplus];
}

/** An example expected to score higher, by both ends of its range, must not be graded lower. */
function orderFindings(source: Source, runs: readonly Run[]): Finding[] {
  const found: Finding[] = [];
  const highest = highestRuns(runs);
  for (const better of runs) {
    const worse = highest
      .filter((run) => isBelow(rangeOf(run.example.expect.score), rangeOf(better.example.expect.score)))
      .filter((run) => run.assessment.score! > better.assessment.score!)
      .sort((a, b) => exactOf(b) - exactOf(a) || a.index - b.index)[0];
    if (worse === undefined) continue;
    found.push(
      finding('example-order', source, spanOf(source, ['examples', better.index, 'expect', 'score']), {
        name: better.example.name,
        exact: exactOf(better),
        other: worse.example.name,
        otherExact: exactOf(worse),
      }),
    );
  }
  return found;
}

/**
 * Of the runs with one expectation and one score, the highest: no other needs to be compared, and there are few of
 * these however many examples there are.
 */
function highestRuns(runs: readonly Run[]): Run[] {
  const highest = new Map<string, Run>();
  for (const run of runs) {
    const key = `${rangeOf(run.example.expect.score).join('-')} ${run.assessment.score}`;
    const before = highest.get(key);
    if (before === undefined || exactOf(run) > exactOf(before)) highest.set(key, run);
  }
  return [...highest.values()];
}

function isBelow([low, high]: [number, number], [otherLow, otherHigh]: [number, number]): boolean {
  return low < otherLow && high < otherHigh;
}

/** An expectation as a range. */
export function rangeOf(score: Example['expect']['score']): [number, number] {
  return typeof score === 'number' ? [score, score] : score;
}

function exactOf({ assessment }: Run): number {
  return assessment.exact ?? Number.NaN;
}

/** What an assessment rests on, by id. */
function shownBy({
  criteria,
  redFlags,
  star,
}: Assessment): Pick<ScoreArgs, 'met' | 'unmet' | 'flags' | 'star'> {
  const levels = Object.entries(star).map(([part, { level }]) => [part, level]);
  return {
    star: Object.fromEntries(levels) as ScoreArgs['star'],
    met: criteria.filter(({ met }) => met).map(({ id }) => id),
    unmet: criteria.filter(({ met }) => !met).map(({ id }) => id),
    flags: redFlags.map(({ id }) => id),
  };
}
