import { isPastForm } from './forms.ts';
import * as en from './language.ts';
import type { Text, Token } from './tokens.ts';

/** Below this many words neither test is sure of itself. */
const ENOUGH = 12;
/**
 * Typed prose has what cannot follow in up to six of a hundred places; two more are forgiven, so that a slip in a
 * short answer is not taken for nonsense. Both were set on the corpus, against the same answers shuffled.
 */
const SLIPS_PER_PLACE = 0.06;
const SLIPS_FORGIVEN = 2;
/** Share of words that make a sentence of a list; typed prose stays well above. */
const LIST = 0.05;

/** Words in no order that makes sense: shuffled, or generated to please. */
export function isSalad({ tokens }: Text): boolean {
  let tried = 0;
  let wrong = 0;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const fits = follows(tokens[i]!, tokens[i + 1]!);
    if (fits === null) continue;
    tried++;
    if (!fits) wrong++;
  }
  return wrong > SLIPS_FORGIVEN + SLIPS_PER_PLACE * tried;
}

const ARTICLES = new Set(['the', 'a', 'an', 'my', 'our', 'their', 'your']);
const CONJUNCTIONS = new Set(['and', 'or', 'but']);
const STRICT = new Set([
  'of',
  'at',
  'from',
  'into',
  'during',
  'with',
  'for',
  'between',
  'against',
  'without',
]);
const SUBJECTS = new Set(['i', 'we', 'they', 'he', 'she']);

/** May `next` follow `token`? null where grammar does not say. */
function follows(token: Token, next: Token): boolean | null {
  const { text } = token;
  if (token.kind !== 'word') return null;
  const ends = next.sentence !== token.sentence || next.kind === 'mark';
  const after = ends ? '' : next.text;
  const verb = en.MODAL.has(after) || en.BE.has(after) || after === 'have' || after === 'has';
  if (ARTICLES.has(text)) {
    return !(
      ends ||
      verb ||
      SUBJECTS.has(after) ||
      CONJUNCTIONS.has(after) ||
      ARTICLES.has(after) ||
      en.PREPOSITIONS.has(after) ||
      after === 'to'
    );
  }
  if (STRICT.has(text)) {
    const gerund = after === 'being' || after === 'having';
    return !(
      ends ||
      (verb && !gerund) ||
      SUBJECTS.has(after) ||
      CONJUNCTIONS.has(after) ||
      after === 'of' ||
      after === 'to'
    );
  }
  if (SUBJECTS.has(text)) {
    return ends
      ? null
      : !(
          ARTICLES.has(after) ||
          SUBJECTS.has(after) ||
          after === 'of' ||
          after === 'to' ||
          after === 'is' ||
          after === 'are'
        );
  }
  if (en.MODAL.has(text)) {
    return ends
      ? null
      : !(
          ARTICLES.has(after) ||
          after === 'of' ||
          after === 'for' ||
          (en.BE.has(after) && after !== 'be') ||
          after === 'had'
        );
  }
  if (CONJUNCTIONS.has(text)) return ends ? null : !(CONJUNCTIONS.has(after) || after === 'of');
  if (text === 'to')
    return ends
      ? null
      : !(
          CONJUNCTIONS.has(after) ||
          SUBJECTS.has(after) ||
          after === 'of' ||
          after === 'to' ||
          (verb && after !== 'be' && after !== 'have')
        );
  return null;
}

/** Terms in a row without the verbs and pronouns that would say something about them. */
export function isList({ tokens }: Text): boolean {
  const words = tokens.filter((token) => token.kind === 'word');
  if (words.length < ENOUGH) return false;
  const saying = words.filter(
    ({ text }) =>
      en.ME.has(text) ||
      en.US.has(text) ||
      en.OTHERS.has(text) ||
      text === 'it' ||
      en.BE.has(text) ||
      en.HAVE.has(text) ||
      en.DO.has(text) ||
      en.MODAL.has(text) ||
      isPastForm(text),
  );
  return saying.length / words.length < LIST;
}
