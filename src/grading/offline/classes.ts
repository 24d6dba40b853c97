import { isPastForm } from './forms.ts';
import * as en from './language.ts';

/** The classes a word can be asked for; those of language.ts under their own names. */
const CLASSES = {
  ME: en.ME,
  US: en.US,
  OTHERS: en.OTHERS,
  MAYBE_SUBJECT: en.MAYBE_SUBJECT,
  GENERAL_SUBJECTS: en.GENERAL_SUBJECTS,
  OBJECT_OR_POSSESSIVE: en.OBJECT_OR_POSSESSIVE,
  OWN_GROUP: en.OWN_GROUP,
  BE: en.BE,
  HAVE: en.HAVE,
  DO: en.DO,
  MODAL: en.MODAL,
  NEEDS: en.NEEDS,
  NEGATORS: en.NEGATORS,
  UNDOERS: en.UNDOERS,
  TURNERS: en.TURNERS,
  CLAUSE_WORDS: en.CLAUSE_WORDS,
  DETERMINERS: en.DETERMINERS,
  PREPOSITIONS: en.PREPOSITIONS,
  ADVERBS: en.ADVERBS,
  STATES: en.STATES,
  SPEECH: en.SPEECH,
  STEERS: en.STEERS,
  HOPES: en.HOPES,
  NUMBER_WORDS: en.NUMBER_WORDS,
  MAYBE_NUMBERS: en.MAYBE_NUMBERS,
  PAST_FORM: { has: isPastForm },
} satisfies Record<string, { has: (word: string) => boolean }>;

type Class = keyof typeof CLASSES;

/** Each class as one bit, so that a word is looked up once for all of them: `is(token, IS.BE | IS.HAVE)`. */
export const IS = Object.fromEntries(Object.keys(CLASSES).map((name, bit) => [name, 1 << bit])) as Record<
  Class,
  number
>;

const SETS = Object.values(CLASSES);

/** The classes of a word, as bits. */
export function classesOf(text: string): number {
  let bits = 0;
  for (let bit = 0; bit < SETS.length; bit++) if (SETS[bit]!.has(text)) bits |= 1 << bit;
  return bits;
}

/** Is there a token, and its word in one of these classes? */
export function is(token: { word: { classes: number } } | undefined | null, classes: number): boolean {
  return token != null && (token.word.classes & classes) !== 0;
}
