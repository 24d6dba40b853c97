import { MEANING } from './words-meaning.ts';
import { STRUCTURE } from './words-structure.ts';

/**
 * What each finding says. These files are the only place with English in it: rules hand over a code and its facts.
 */
export const WORDS = { ...STRUCTURE, ...MEANING };

export type Code = keyof typeof WORDS;
export type ArgsOf<C extends Code> =
  Parameters<(typeof WORDS)[C]> extends [infer A] ? A : Record<never, never>;
