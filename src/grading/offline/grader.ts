import { STAR_PARTS } from '../../pack/choices.ts';
import { VERSION } from '../../version.ts';
import { advise } from '../advice.ts';
import type { Assessment, Evidence, GradeRequest, Grader } from '../assessment.ts';
import { copiedExample, isPasted } from '../copies.ts';
import { rubricHash, sha256 } from '../hash.ts';
import { countWords } from '../unscored.ts';
import { type Levels, verdict } from '../verdict.ts';
import { readClauses } from './clauses.ts';
import { type CompiledSign, compileRubric } from './compile.ts';
import type { Ground } from './find.ts';
import type { Hit } from './hits.ts';
import { findMarks } from './marks.ts';
import { matchLists } from './match.ts';
import { profileOf } from './profile.ts';
import { type CriterionFound, type FlagFound, readCriteria, readFlags } from './rules.ts';
import { isList, isSalad } from './sense.ts';
import { readStar, type StarPartFound } from './star.ts';
import { readText, type Text } from './tokens.ts';

/** The offline grader: reads the language of an answer, looks for evidence, and lets verdict.ts make the score. */
export const offlineGrader: Grader = async (request) => gradeOffline(request);

/** The same, without the promise: it needs nothing but the text. */
export function gradeOffline(request: GradeRequest): Assessment {
  const { question, rubric, answer } = request;
  const text = readText(answer);
  const reading = readClauses(text);
  const marks = findMarks(text, reading);
  const masked = maskedSentences(text, request);
  const compiled = compileRubric(rubric, accepts(request));
  const ground: Ground = { text, reading, hits: matchLists(text, marks, compiled), masked };
  const criteria = readCriteria(compiled, ground);
  const flags = readFlags(compiled, ground, criteria);
  const star = readStar(
    profileOf(text, reading, marks, masked),
    question === null ? null : criteria.filter(({ level }) => level === 2).length,
  );
  const copied = request.ownExample === true ? null : copiedExample(answer, rubric, question);
  const levels = levelsOf(request, text, criteria, flags, star, copied);
  const shown = {
    criteria: criteria.map(({ id, weight, level }) => ({ id, weight, level })),
    flags: flags.map(({ rule }) => rule.id),
  };
  const { advice, followUp } = advise(rubric, shown);
  const evidence = (hits: Hit[]) => evidenceOf(hits, text);
  return {
    id: '',
    candidate: null,
    question: question?.id ?? rubric.question,
    status: 'scored',
    reason: null,
    ...verdict(levels),
    star: Object.fromEntries(
      STAR_PARTS.map((part) => [
        part,
        { level: star[part].level, evidence: star[part].level === 0 ? [] : evidence(star[part].hits) },
      ]),
    ) as Assessment['star'],
    criteria: criteria.map(({ id, level, found }) => ({
      id,
      met: level === 2,
      evidence: level === 2 ? evidence(found) : [],
    })),
    redFlags: flags.map(({ rule, found }) => ({
      id: rule.id,
      severity: rule.severity,
      evidence: evidence(found),
    })),
    advice: copied === null ? advice : [copyAdvice(copied), ...advice].slice(0, 2),
    followUp,
    words: countWords(answer),
    answerHash: sha256(answer),
    grader: { name: 'offline', version: VERSION, model: null },
    rubric: { version: rubric.version, hash: rubricHash(rubric) },
    mark: null,
    extra: {},
  };
}

/** Where experience is asked, a plan is not an experience. */
function accepts({ question }: GradeRequest): CompiledSign['as'] {
  return question === null || question.kind === 'experience' || question.kind === 'behavioural'
    ? 'done'
    : 'plan';
}

/** Sentences that earn nothing: pasted from the question or the rubric, or said before. */
function maskedSentences(text: Text, { rubric, question }: GradeRequest): Uint8Array {
  const masked = new Uint8Array(text.sentences.length);
  const seen = new Set<string>();
  text.sentences.forEach(({ from, to }, i) => {
    const words = text.tokens.slice(from, to).flatMap((token) => (token.kind === 'mark' ? [] : [token.text]));
    const whole = words.join(' ');
    if ((words.length > 3 && seen.has(whole)) || isPasted(words, rubric, question)) masked[i] = 1;
    seen.add(whole);
  });
  return masked;
}

function levelsOf(
  request: GradeRequest,
  text: Text,
  criteria: CriterionFound[],
  flags: FlagFound[],
  star: Record<string, StarPartFound>,
  copied: string | null,
): Levels {
  const { rubric } = request;
  const noSense = isSalad(text) || isList(text);
  const bare = isBare(request, criteria, star);
  return {
    star: Object.fromEntries(
      STAR_PARTS.map((part) => [part, noSense ? 0 : star[part]!.clarity]),
    ) as Levels['star'],
    starWeights: Object.fromEntries(
      STAR_PARTS.map((part) => [part, rubric.star[part].weight]),
    ) as Levels['starWeights'],
    criteria: criteria.map(({ weight, level }) => ({ weight, level: noSense ? 0 : level })),
    flags: flags.map(({ rule }) => ({ severity: rule.severity })),
    substance: noSense || copied !== null ? 'off' : bare ? 'none' : 'case',
  };
}

/** No case, plan or view of one's own: nothing the question asks for is met; where any event may be told, nothing happens. */
function isBare(
  { question }: GradeRequest,
  criteria: CriterionFound[],
  star: Record<string, StarPartFound>,
): boolean {
  if (question === null) return criteria.every(({ level }) => level === 0) && star.action!.level === 0;
  return criteria.every(({ level }) => level < 2);
}

function copyAdvice(name: string): Assessment['advice'][number] {
  return {
    about: 'example',
    text: `This is the example "${name}" of the rubric, word for word. Tell a case of your own.`,
  };
}

/** The clause around each hit, as the speaker typed it. */
function evidenceOf(hits: Hit[], text: Text): Evidence[] {
  const seen = new Set<number>();
  return hits.flatMap((hit) => {
    const { start, end } = clauseAround(hit, text);
    if (seen.has(start)) return [];
    seen.add(start);
    return [{ start, end, quote: text.source.slice(start, end) }];
  });
}

/** How far a clause is followed on either side, in tokens. */
const REACH = 14;

function clauseAround(hit: Hit, { tokens, sentences }: Text): { start: number; end: number } {
  const { from, to } = sentences[tokens[hit.from]!.sentence]!;
  let first = hit.from;
  while (first > from && hit.from - first < REACH && tokens[first - 1]!.kind !== 'mark') first--;
  let last = hit.to - 1;
  while (last + 1 < to && last - hit.to < REACH && tokens[last + 1]!.kind !== 'mark') last++;
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}
