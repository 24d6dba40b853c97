import type { RedFlag, Rubric } from '../../pack/schema.ts';
import type { Level } from '../assessment.ts';
import { MOOD } from './clauses.ts';
import type { Compiled, CompiledSign } from './compiled.ts';
import { type Found, findSign, type Ground } from './find.ts';
import { sortInPlace } from './hits.ts';

export interface CriterionFound {
  id: string;
  weight: number;
  level: Level;
  found: Found[];
}

export interface FlagFound {
  rule: RedFlag;
  found: Found[];
}

/** At most this many places are shown for one criterion or flag. */
const SHOWN = 3;

/** Which criteria an answer shows: clearly (a sign, or weak signs in two sentences), by a hint, or not. */
export function readCriteria({ criteria }: Rubric, compiled: Compiled, ground: Ground): CriterionFound[] {
  return criteria.map(({ id, weight }, i) => {
    const found = inOrder(findAny(compiled.criteria[i]!, ground));
    return { id, weight, level: levelOf(found), found: found.slice(0, SHOWN) };
  });
}

/** Which red flags it shows; an absence is not one when the thing is there. */
export function readFlags(
  rubric: Rubric,
  compiled: Compiled,
  ground: Ground,
  criteria: CriterionFound[],
): FlagFound[] {
  const met = new Set(criteria.filter((criterion) => criterion.level === 2).map((criterion) => criterion.id));
  return rubric.red_flags.flatMap((rule, i) => {
    if (rule.unless_met?.some((id) => met.has(id))) return [];
    const own = findAny(compiled.flags[i]!, ground).filter((hit) => isOwn(hit, ground));
    if (own.length === 0) return [];
    const found = inOrder(own);
    return levelOf(found) === 2 ? [{ rule, found: found.slice(0, SHOWN) }] : [];
  });
}

function findAny(signs: readonly CompiledSign[], ground: Ground): Found[] {
  const found: Found[] = [];
  for (const sign of signs) for (const one of findSign(sign, ground)) found.push(one);
  return found;
}

function levelOf(found: Found[]): Level {
  if (found.length === 0) return 0;
  if (found.some((hit) => !hit.weak)) return 2;
  const sentences = new Set(found.map((hit) => hit.sentence)).size;
  return sentences >= 2 ? 2 : sentences === 1 ? 1 : 0;
}

/** Strong signs first, each sentence once. */
function inOrder(found: Found[]): Found[] {
  if (found.length < 2) return found;
  const seen = new Set<number>();
  return sortInPlace(found, (a, b) => Number(a.weak) - Number(b.weak) || a.from - b.from).filter(
    (hit) => !seen.has(hit.sentence) && seen.add(hit.sentence),
  );
}

/** Said as the speaker's own: not quoted, not told of others, not held up to be rejected. */
function isOwn(hit: Found, { text, reading }: Ground): boolean {
  for (let i = hit.from; i < hit.to; i++) if (reading.mood[i] === MOOD.reported) return false;
  const { from, to } = text.sentences[hit.sentence]!;
  const next = text.sentences[hit.sentence + 1];
  // The first word of the hit goes along: "it would be easy | to blame".
  const before = wordsIn(text, from, hit.from + 1);
  return (
    !REJECTED.test(before) &&
    !HELD.test(before) &&
    !TOLD.test(wordsIn(text, hit.to, to)) &&
    (next === undefined || !TAKEN_BACK.test(wordsIn(text, next.from, next.to)))
  );
}

function wordsIn({ tokens }: Ground['text'], from: number, to: number): string {
  let words = '';
  for (let i = from; i < to; i++) words += `${tokens[i]!.text} `;
  return words;
}

const OTHERS =
  '(he|she|people|everyone|everybody|somebody|someone|colleagues?|boss|manager|director|surgeons?|consultants?|doctors?|nurses?|staff|trainee|friend|mentor|registrar|predecessor|vendor|rep|partner)';

/** Before the hit: what others hold, or what the speaker once did. */
const REJECTED = new RegExp(
  [
    'used to (think|say|believe|assume)',
    'would be easy',
    'easy (to say|way|story|answer)',
    'tempting',
    '(some|many|most|too many|plenty) (of )?(our |my |the |these |those )?(senior |junior |older |other )?(people|colleagues|leaders|clinicians|managers|consultants|doctors|nurses|physicians|surgeons|administrators|providers)',
    'instead of',
    'rather than',
    'could have (just )?(said|blamed)',
    'had (thought|assumed)',
  ]
    .map((words) => `\\b${words}\\b`)
    .join('|'),
);

/** The same, as long as the speaker does not come in after it: "my boss said no, so I left it". */
const HELD = new RegExp(
  `\\b(${OTHERS} (still |always |often |once |here )?(say|says|said|think|thinks|thought|believes?|believed|assumes?|assumed|spoke|calls?|called)|(i|we) (once |first |always )?(used to|thought (?!about|of)|believed|assumed))\\b(?!.*\\b(and|so|but) (so |then )?(i|we)\\b)`,
);

/** After it: "no margin, no mission, they say". */
const TOLD = /(^|, )(they|some|some people|people|the old hands) (say|said|think|tell)\b/;

/** In the sentence after it: "HIPAA forbids that, they think. It does not." */
const TAKEN_BACK =
  /^(so |then |but )?(i|we) (refused|declined|said no|disagreed|corrected|(will|would|did) not (do|have|allow|go along))\b|^(it|that|this|they|he|she) (does|do|did|is|was|were|are) not( [,.;]|$)/;
