import { isPastForm } from './forms.ts';
import * as en from './language.ts';
import type { Text, Token } from './tokens.ts';

/** Below this many words neither test is sure of itself. */
const ENOUGH = 12;
/** Share of grammatical words followed by what cannot follow them; typed prose stays well below. */
const SALAD = 0.2;
/** Share of words that make a sentence of a list; typed prose stays well above. */
const LIST = 0.05;

/** Words in no order that makes sense: shuffled, or generated to please. */
export function isSalad({ tokens }: Text): boolean {
  let tried = 0;
  let wrong = 0;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const fit = follows(tokens[i]!, tokens[i + 1]!);
    if (fit === null) continue;
    tried++;
    if (!fit) wrong++;
  }
  return tokens.length >= ENOUGH && tried >= 5 && wrong / tried > SALAD;
}

/** May `next` follow `token`? null where grammar does not say. */
function follows(token: Token, next: Token): boolean | null {
  const { text } = token;
  const after = next.sentence === token.sentence && next.kind !== 'mark' ? next.text : null;
  const subject =
    after !== null &&
    (en.ME.has(after) || en.US.has(after) || after === 'they' || after === 'he' || after === 'she');
  if (
    text === 'the' ||
    text === 'a' ||
    text === 'an' ||
    text === 'my' ||
    text === 'our' ||
    text === 'their'
  ) {
    if (after === null) return false;
    return !(
      subject ||
      en.PREPOSITIONS.has(after) ||
      en.MODAL.has(after) ||
      en.BE.has(after) ||
      en.HAVE.has(after) ||
      /^(the|a|an|my|our|their|and|or|but|to)$/.test(after)
    );
  }
  if (text === 'of' || text === 'at' || text === 'from' || text === 'into' || text === 'during') {
    if (after === null) return false;
    return !(subject || en.MODAL.has(after) || en.BE.has(after) || /^(and|or|but|of|to)$/.test(after));
  }
  if (en.ME.has(text) || en.US.has(text)) {
    if (after === null) return null;
    return !(
      (/^(the|a|an|of|to|my|our|their|is|are|and|or)$/.test(after) && !(after === 'and' || after === 'or')) ||
      en.US.has(after) ||
      en.ME.has(after)
    );
  }
  if (en.MODAL.has(text) && after !== null) {
    return !/^(the|a|an|of|to|for|my|our|was|were|is|are|had)$/.test(after);
  }
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
