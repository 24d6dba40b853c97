import type { Assessment } from '../grading/assessment.ts';
import { CLOSING } from '../interview/plan.ts';
import { commonWords, repeats } from '../interview/stories.ts';
import { STAR_PARTS, type StarPart } from '../pack/choices.ts';
import type { Pack } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';
import type { Attempt } from './history.ts';

/** What to have in one's head on the day before. */
export interface Brief {
  questions: BriefQuestion[];
  /** Each story told, and the questions it was told for. */
  stories: { opening: string; questions: Question[] }[];
  /** The candidate's questions to the panel that were judged best, best first. */
  toAsk: string[];
}

export interface BriefQuestion {
  question: Question;
  /** null where nothing was answered. */
  best: {
    score: number;
    /** One quotation a part that is there, in the order of the story. */
    lines: { part: StarPart; quote: string }[];
    numbers: string[];
    /** What it still lacks: tips and what to say instead, the gravest first. */
    weak: string[];
  } | null;
}

const MOST = { numbers: 6, toAsk: 5 };
/** A question to the panel that scores less is not worth taking along. */
const WORTH_ASKING = 3;

/** The page for the day before, from a journal. */
export function briefOf(attempts: Attempt[], pack: Pack): Brief {
  const scored = attempts.filter(isScored);
  const best = new Map<string, ScoredAttempt>();
  for (const one of scored) {
    if (one.question !== null && exactOf(one) >= exactOf(best.get(one.question))) best.set(one.question, one);
  }
  return {
    questions: pack.questions.map((question) => {
      const attempt = best.get(question.id);
      return { question, best: attempt === undefined ? null : bestOf(attempt) };
    }),
    stories: storiesOf(pack, best),
    toAsk: scored
      .filter(({ question, assessment }) => question === CLOSING && assessment.score >= WORTH_ASKING)
      .sort((a, b) => exactOf(b) - exactOf(a))
      .map(({ text }) => text)
      .filter((text, index, all) => all.indexOf(text) === index)
      .slice(0, MOST.toAsk),
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
  const used = new Set<string>();
  const lines = STAR_PARTS.flatMap((part) => {
    // A sentence that shows two parts is quoted for the first of them.
    const quote = assessment.star[part].evidence
      .map(({ start, end }) => sentenceAround(text, start, end))
      .find((sentence) => !used.has(sentence));
    if (quote === undefined) return [];
    used.add(quote);
    return [{ part, quote }];
  });
  return {
    score: assessment.score,
    lines,
    numbers: numbersIn(text),
    weak: assessment.advice.map((advice) => advice.text),
  };
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

/** Amounts with the word that says of what: `12%`, `$40,000`, `six months`. */
export function numbersIn(text: string): string[] {
  const spelled =
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|a third|a quarter';
  const unit =
    'per ?cent|percent|days?|weeks?|months?|years?|hours?|minutes?|patients?|claims?|beds?|people|points?|dollars|pounds';
  const amount = new RegExp(
    `[$£€]\\s?\\d[\\d.,]*\\d?(?:\\s?(?:k|m|bn|million|thousand)\\b)?|\\b\\d[\\d.,]*(?:%|\\s(?:${unit})\\b)|\\b(?:${spelled})(?:-\\w+)?\\s(?:${unit})\\b`,
    'giu',
  );
  const found = [...text.matchAll(amount)].map(([number]) =>
    number.replace(/[.,]$/u, '').replace(/\s+/gu, ' '),
  );
  return [...new Set(found)].slice(0, MOST.numbers);
}

/** The best answers, those that tell the same story together. */
function storiesOf(pack: Pack, best: Map<string, ScoredAttempt>): Brief['stories'] {
  const told = pack.questions.flatMap((question) => {
    const attempt = best.get(question.id);
    return attempt === undefined ? [] : [{ question, text: attempt.text }];
  });
  const common = commonWords(pack.rubrics.values());
  const same = repeats(
    told.map(({ text }, of) => ({ of, text })),
    common,
  );
  const group = told.map((_, index) => index);
  for (const { first, second } of same) {
    const [from, to] = [group[second]!, group[first]!];
    group.forEach((one, index) => {
      if (one === from) group[index] = to;
    });
  }
  return [...new Set(group)].map((one) => {
    const members = told.filter((_, index) => group[index] === one);
    return { opening: members[0]!.text, questions: members.map(({ question }) => question) };
  });
}
