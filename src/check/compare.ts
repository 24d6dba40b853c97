import { questionFinder } from '../answers/asked.ts';
import type { AnyRecord } from '../answers/record.ts';
import type { Assessment, Grader } from '../grading/assessment.ts';
import { gradeRecord } from '../grading/grade-record.ts';
import type { Pack } from '../pack/pack.ts';
import type { Example } from '../pack/schema.ts';

/** One answer that the two packs score differently. */
export interface Change {
  /** The question, or the rubric that has none. */
  question: string;
  /** The example's name, or the answer's id. */
  name: string;
  /** Null when the pack cannot score it: there is no such rubric, or the example came later. */
  before: Scored | null;
  after: Scored | null;
}

export interface Scored {
  score: number;
  exact: number;
}

/** How many were scored by both packs, and which came out differently. */
export interface Comparison {
  compared: number;
  changes: Change[];
}

/** What a change to a pack does, for the report. */
export interface Against {
  against: string;
  examples: Comparison;
  /** Null when no answers were given. */
  answers: Comparison | null;
}

/**
 * The examples of the pack as it is, scored by it and by the pack as it was.
 *
 * @param grader the same for both
 */
export async function compareExamples(before: Pack, after: Pack, grader: Grader): Promise<Comparison> {
  const comparison: Comparison = { compared: 0, changes: [] };
  for (const rubric of after.rubrics.values()) {
    for (const example of rubric.examples) {
      add(comparison, {
        question: rubric.question,
        name: example.name,
        before: await scoreExample(before, rubric.question, example, grader),
        after: await scoreExample(after, rubric.question, example, grader),
      });
    }
  }
  return comparison;
}

/** Answers, scored by both. An answer that neither pack can score is not counted. */
export async function compareAnswers(
  before: Pack,
  after: Pack,
  answers: AsyncIterable<AnyRecord>,
  grader: Grader,
): Promise<Comparison> {
  const comparison: Comparison = { compared: 0, changes: [] };
  const grading = (pack: Pack) => ({
    pack,
    grader,
    findQuestion: questionFinder(pack.questions),
    signature: { name: 'offline', version: '', model: null },
  });
  const [old, now] = [grading(before), grading(after)];
  for await (const record of answers) {
    const assessment = await gradeRecord(record, now);
    add(comparison, {
      question: assessment.question ?? '',
      name: record.id,
      before: toScored(await gradeRecord(record, old)),
      after: toScored(assessment),
    });
  }
  return comparison;
}

async function scoreExample(
  pack: Pack,
  id: string,
  { answer }: Example,
  grader: Grader,
): Promise<Scored | null> {
  const rubric = pack.rubrics.get(id);
  if (rubric === undefined) return null;
  const question = pack.questions.find((one) => one.id === id) ?? null;
  return toScored(await grader({ question, rubric, answer, ownExample: true }));
}

function toScored({ score, exact }: Assessment): Scored | null {
  return score === null || exact === null ? null : { score, exact };
}

function add(comparison: Comparison, change: Change): void {
  const { before, after } = change;
  if (before === null && after === null) return;
  comparison.compared++;
  if (before?.exact !== after?.exact) comparison.changes.push(change);
}
