import type { Grader, Score } from '../grading/assessment.ts';
import { commonWords, repeats } from '../interview/stories.ts';
import type { Pack } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';

/** A story, and the questions it is good for. */
export interface Story {
  text: string;
  /** Those it was told for. */
  told: Question[];
  /** Those it would be a strong answer to as it stands, where there is none yet. */
  also: { question: Question; score: Score }[];
}

/** An answer worth taking along. */
export interface Told {
  question: Question;
  text: string;
}

/** The score from which a story serves a question for which it was not told. */
const SERVES = 4;
/** The kinds of question that ask for a story. */
const STORIES: Question['kind'][] = ['behavioural', 'experience'];

/**
 * The stories in a candidate's best answers: those that tell the same one are put together, and each is read
 * as an answer to the other questions too.
 *
 * @param scores the best score of each question so far, by its id
 */
export async function storiesIn(
  told: Told[],
  scores: Map<string, number>,
  pack: Pack,
  grader: Grader,
): Promise<Story[]> {
  const stories = grouped(told, pack).map((members) => ({
    text: members[0]!.text,
    told: members.map(({ question }) => question),
  }));
  return Promise.all(
    stories.map(async (story) => ({ ...story, also: await servedBy(story, scores, pack, grader) })),
  );
}

async function servedBy(
  { text, told }: Omit<Story, 'also'>,
  scores: Map<string, number>,
  pack: Pack,
  grader: Grader,
): Promise<Story['also']> {
  if (!told.some(({ kind }) => STORIES.includes(kind))) return [];
  const open = pack.questions.filter(
    (one) => STORIES.includes(one.kind) && !told.includes(one) && (scores.get(one.id) ?? 0) < SERVES,
  );
  const read = await Promise.all(
    open.map(async (question) => {
      const rubric = pack.rubrics.get(question.id);
      const score = rubric && (await grader({ question, rubric, answer: text })).score;
      return score != null && score >= SERVES ? [{ question, score }] : [];
    }),
  );
  return read.flat();
}

function grouped(told: Told[], pack: Pack): Told[][] {
  const same = repeats(
    told.map(({ text }, of) => ({ of, text })),
    commonWords(pack.rubrics.values()),
  );
  const group = told.map((_, index) => index);
  for (const { first, second } of same) {
    const [from, to] = [group[second]!, group[first]!];
    group.forEach((one, index) => {
      if (one === from) group[index] = to;
    });
  }
  return [...new Set(group)].map((one) => told.filter((_, index) => group[index] === one));
}
