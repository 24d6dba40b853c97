import type { Rubric, Sign } from '../../src/pack/schema.ts';

/** As many alternatives as one would write by hand; all of them would burden the other tool more than us. */
const MOST = 20;

/**
 * Each criterion and red flag of a rubric as one regular expression over a text in lower case, as one might write it
 * for a tool that knows nothing of language: the first words of its signs as alternatives. What stands together, who
 * did it, and whether it was done, planned or denied is lost.
 */
export function checksOf(rubric: Rubric): string[] {
  return [...rubric.criteria, ...rubric.red_flags].map(({ signs }) => {
    const phrases = signs.flatMap((sign) => phrasesOf(sign, rubric.words ?? {}));
    return `\\b(?:${[...new Set(phrases)].slice(0, MOST).join('|')})`;
  });
}

function phrasesOf(sign: Sign, words: Record<string, string[]>): string[] {
  const text = typeof sign === 'string' ? sign : sign.find;
  const alternatives = text.split(/\s\+\s|\|/).map((part) => part.trim());
  const listed = alternatives.flatMap((part) => words[/^<(.+)>$/.exec(part)?.[1] ?? ''] ?? [part]);
  return listed.filter((phrase) => /^[\p{L}' -]+$/u.test(phrase)).map((phrase) => phrase.toLowerCase());
}
