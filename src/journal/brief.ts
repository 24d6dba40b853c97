import type { Assessment, Evidence, Grader } from '../grading/assessment.ts';
import { CLOSING } from '../interview/plan.ts';
import { STAR_PARTS, type StarPart } from '../pack/choices.ts';
import type { Pack } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';
import type { Attempt } from './history.ts';
import { numbersIn } from './numbers-in.ts';
import { type Story, storiesIn } from './told-stories.ts';

/** What to have in one's head on the day before. */
export interface Brief {
  questions: BriefQuestion[];
  /** What the answers worth taking along tell. */
  stories: Story[];
  /** The candidate's questions to the panel that were judged best, best first. */
  toAsk: string[];
}

export interface BriefQuestion {
  question: Question;
  /** null where nothing was answered. */
  best: {
    score: number;
    /** Whether it is worth taking along; otherwise nothing of it is quoted. */
    ready: boolean;
    /** One quotation a part that is there, in the order of the story. */
    lines: { part: StarPart; quote: string }[];
    numbers: string[];
    /** What it still lacks: tips and what to say instead, the gravest first. */
    weak: string[];
  } | null;
}

const MOST_TO_ASK = 5;
/** An answer, or a question to the panel, that scores less is not worth taking along. */
const READY = 3;

/** The page for the day before, from a journal. `grader` reads stories as answers to other questions. */
export async function briefOf(attempts: Attempt[], pack: Pack, grader: Grader): Promise<Brief> {
  const scored = attempts.filter(isScored);
  const best = new Map<string, ScoredAttempt>();
  for (const one of scored) {
    if (one.question !== null && exactOf(one) >= exactOf(best.get(one.question))) best.set(one.question, one);
  }
  const told = pack.questions.flatMap((question) => {
    const attempt = best.get(question.id);
    return attempt === undefined || attempt.assessment.score < READY
      ? []
      : [{ question, text: attempt.text }];
  });
  const scores = new Map([...best].map(([id, { assessment }]) => [id, assessment.score]));
  return {
    questions: pack.questions.map((question) => {
      const attempt = best.get(question.id);
      return { question, best: attempt === undefined ? null : bestOf(attempt) };
    }),
    stories: await storiesIn(told, scores, pack, grader),
    toAsk: scored
      .filter(({ question, assessment }) => question === CLOSING && assessment.score >= READY)
      .sort((a, b) => exactOf(b) - exactOf(a))
      .map(({ text }) => text)
      .filter((text, index, all) => all.indexOf(text) === index)
      .slice(0, MOST_TO_ASK),
  };
}

type ScoredAttempt = Attempt & { assessment: Assessment & { score: number } };

function isScored(attempt: Attempt): attempt is ScoredAttempt {
  return attempt.assessment?.score != null;
}

function exactOf(attempt: ScoredAttempt | undefined): number {
  return attempt?.assessment.exact ?? attempt?.assessment.score ?? 0;
}

function bestOf({ text, assessment }: ScoredAttempt): NonNullable<BriefQuestion['best']> {
  const { score, advice } = assessment;
  const weak = advice.map((one) => one.text);
  if (score < READY) return { score, ready: false, lines: [], numbers: [], weak };
  return { score, ready: true, lines: linesOf(text, assessment), numbers: numbersIn(text), weak };
}

/** A sentence for each part. One that shows two parts goes to the one that has the fewest, the result first. */
function linesOf(
  text: string,
  { star, criteria, redFlags }: Assessment,
): { part: StarPart; quote: string }[] {
  const landed = criteria.flatMap((one) => (one.met ? one.evidence : []));
  const worrying = redFlags.flatMap((one) => one.evidence);
  const used = new Set<string>();
  const found = new Map<StarPart, string>();
  for (const part of ['result', 'action', 'situation', 'task'] as const) {
    // What landed comes before what merely has the form, and of results the one with a figure.
    const rank = (one: Evidence) =>
      (landed.some((other) => overlap(one, other)) ? 0 : 2) +
      (part !== 'result' || /\d/u.test(one.quote) ? 0 : 1);
    const quote = star[part].evidence
      .filter((one) => !worrying.some((other) => overlap(one, other)))
      .sort((a, b) => rank(a) - rank(b))
      .map(({ start, end }) => sentenceAround(text, start, end))
      .find((sentence) => !used.has(sentence));
    if (quote === undefined) continue;
    used.add(quote);
    found.set(part, quote);
  }
  return STAR_PARTS.flatMap((part) => {
    const quote = found.get(part);
    return quote === undefined ? [] : [{ part, quote }];
  });
}

function overlap(a: Evidence, b: Evidence): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The sentence, or line, that a stretch of a text stands in. */
function sentenceAround(text: string, start: number, end: number): string {
  const before =
    text
      .slice(0, start)
      .split(/(?<=[.!?])\s+|\n/u)
      .at(-1) ?? '';
  const after = text.slice(end).split(/(?<=[.!?])\s+|\n/u)[0] ?? '';
  return (before + text.slice(start, end) + after).replace(/^[\s•*-]+/u, '').trim();
}
