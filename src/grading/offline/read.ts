import { STAR_PARTS, type StarPart } from '../../pack/choices.ts';
import type { GradeRequest } from '../assessment.ts';
import { copiedIn, runsOf, wordHashes } from '../copies.ts';
import type { Levels } from '../verdict.ts';
import { readClauses } from './clauses.ts';
import type { Compiled } from './compiled.ts';
import { countedAs } from './counted.ts';
import type { Ground } from './find.ts';
import { findMarks } from './marks.ts';
import { type Masks, masksOf } from './masks.ts';
import { matchLists } from './match.ts';
import { compiledRubric } from './prepared.ts';
import { profileOf } from './profile.ts';
import { type CriterionFound, type FlagFound, readCriteria, readFlags } from './rules.ts';
import { readStar, type StarPartFound } from './star.ts';
import { clausesOf } from './star-evidence.ts';
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

/**
 * How many different words of the topic an answer must have to be one to this question, by how many criteria it
 * meets: the less it shows, the more it has to be about it.
 */
const ON_TOPIC = [3, 3, 2];

/** Reads an answer against a rubric; linear in the answer's length. */
export function readAnswer(request: GradeRequest): AnswerReading {
  const { question, rubric } = request;
  // First, since what it reads holds what is known of the rubric's texts too.
  const compiled = compiledRubric(rubric, question);
  const { ground, runs, foreign } = groundIn(request, compiled);
  const { text, reading, hits, masked } = ground;
  const criteria = readCriteria(rubric, compiled, ground);
  const flags = readFlags(rubric, compiled, { ...ground, masked: foreign }, criteria);
  const met = question === null ? null : criteria.filter(({ level }) => level === 2).length;
  const profile = profileOf(text, reading, compiled, hits, masked);
  if (question === null) {
    for (const { id, level, found } of criteria) {
      const [seen, met] = [countedAs(`seen:${id}`), countedAs(`met:${id}`)];
      if (seen !== undefined && level > 0) profile.at[seen] = found.slice(0, 1);
      if (met !== undefined && level === 2) profile.at[met] = found.slice(0, 1);
    }
  }
  const star = readStar(profile, clausesOf(profile, criteria, rubric.star, text, reading), met);
  const copied = request.ownExample === true ? null : copiedIn(runs, rubric, question);
  const substance =
    copied !== null || masked.every(Boolean)
      ? 'off'
      : hasCase(compiled, ground, criteria, star, question === null)
        ? 'case'
        : 'none';
  return { text, criteria, flags, star, substance, copied };
}

/** What signs are looked for in, the runs of the whole answer, and what of it is not the speaker's (masks.ts). */
export function groundIn(
  request: GradeRequest,
  compiled: Compiled,
): { ground: Ground; runs: Int32Array; foreign: Masks['foreign'] } {
  const text = readText(request.answer);
  const reading = readClauses(text);
  const marks = findMarks(text, reading);
  const hashes = wordHashes(text);
  const runs = runsOf(hashes);
  const { foreign, empty } = masksOf(text, hashes, runs, request);
  return { ground: { text, reading, hits: matchLists(text, marks, compiled), masked: empty }, runs, foreign };
}

/** Is there a case, plan or view of one's own on what was asked: its words, and at least a hint of what it looks for? */
function hasCase(
  compiled: Compiled,
  { text, hits }: Ground,
  criteria: CriterionFound[],
  star: Record<StarPart, StarPartFound>,
  general: boolean,
): boolean {
  if (compiled.topic !== null) {
    const words = new Set(hits[compiled.topic]!.map((hit) => text.tokens[hit.from]!.text));
    const met = criteria.filter(({ level }) => level === 2).length;
    if (words.size < (ON_TOPIC[met] ?? 0)) return false;
  }
  if (criteria.some(({ level }) => level > 0)) return true;
  // Where any event may be told, a step of one's own is a case; elsewhere all of STAR has to be there.
  return general ? star.action.level > 0 : STAR_PARTS.every((part) => star[part].level > 0);
}
