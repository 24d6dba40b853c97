import { STAR_PARTS, type StarPart } from '../../pack/choices.ts';
import type { GradeRequest } from '../assessment.ts';
import { copiedExample, isPasted } from '../copies.ts';
import type { Levels } from '../verdict.ts';
import { accepts } from './accepts.ts';
import { readClauses } from './clauses.ts';
import type { Compiled } from './compiled.ts';
import type { Ground } from './find.ts';
import { findMarks } from './marks.ts';
import { matchLists } from './match.ts';
import { compiledRubric } from './prepared.ts';
import { profileOf } from './profile.ts';
import { type CriterionFound, type FlagFound, readCriteria, readFlags } from './rules.ts';
import { isList, isSalad } from './sense.ts';
import { readStar, type StarPartFound } from './star.ts';
import { readText, type Text } from './tokens.ts';

/** Everything the offline grader finds in an answer, before any score. */
export interface AnswerReading {
  text: Text;
  criteria: CriterionFound[];
  flags: FlagFound[];
  star: Record<StarPart, StarPartFound>;
  substance: Levels['substance'];
  /** The name of the rubric's example this answer copies. */
  copied: string | null;
}

/** So many different words of the topic make an answer one to this question. */
const ON_TOPIC = 2;
/** An answer that meets so many criteria is one to this question, whatever its words. */
const ENOUGH = 3;

/** Reads an answer against a rubric; linear in the answer's length. */
export function readAnswer(request: GradeRequest): AnswerReading {
  const { question, rubric, answer } = request;
  const text = readText(answer);
  const reading = readClauses(text);
  const marks = findMarks(text, reading);
  const masked = maskedSentences(text, request);
  // Words in no order and bare lists of terms say nothing, whatever words they hold.
  if (isSalad(text) || isList(text)) masked.fill(1);
  const compiled = compiledRubric(rubric, accepts(question));
  const hits = matchLists(text, marks, compiled);
  const ground: Ground = { text, reading, hits, masked };
  const criteria = readCriteria(rubric, compiled, ground);
  const flags = readFlags(rubric, compiled, ground, criteria);
  const met = question === null ? null : criteria.filter(({ level }) => level === 2).length;
  const star = readStar(profileOf(text, reading, compiled, hits, masked), met);
  const copied = request.ownExample === true ? null : copiedExample(answer, rubric, question);
  const substance =
    copied !== null || masked.every(Boolean)
      ? 'off'
      : hasCase(compiled, ground, criteria, star)
        ? 'case'
        : 'none';
  return { text, criteria, flags, star, substance, copied };
}

/** Words meant for whoever marks the answer, not for the panel. */
const TO_THE_RATER =
  /\b(rater|grader|rubric|full marks|top marks|ignore (all |any )?(the |your |previous |prior )?instructions|(give|award|assign|score) (this|it|me|the answer)( answer)? (a |an )?(5|five|full|top|perfect|high|outstanding))\b/;

/** Sentences that earn nothing: pasted from the question or the rubric, meant for the rater, or said before. */
function maskedSentences(text: Text, { rubric, question }: GradeRequest): Uint8Array {
  const masked = new Uint8Array(text.sentences.length);
  const seen = new Set<string>();
  text.sentences.forEach(({ from, to }, i) => {
    const words = text.tokens.slice(from, to).flatMap((token) => (token.kind === 'mark' ? [] : [token.text]));
    const whole = words.join(' ');
    if (seen.has(whole) || TO_THE_RATER.test(whole) || isPasted(words, rubric, question)) masked[i] = 1;
    seen.add(whole);
  });
  return masked;
}

/** Is there a case, plan or view of one's own on what was asked: its words, and at least a hint of what it looks for? */
function hasCase(
  compiled: Compiled,
  { text, hits }: Ground,
  criteria: CriterionFound[],
  star: Record<StarPart, StarPartFound>,
): boolean {
  if (compiled.topic !== null) {
    const words = new Set(hits[compiled.topic]!.map((hit) => text.tokens[hit.from]!.text));
    if (words.size < ON_TOPIC && criteria.filter(({ level }) => level === 2).length < ENOUGH) return false;
  }
  return criteria.some(({ level }) => level > 0) || STAR_PARTS.every((part) => star[part].level > 0);
}
