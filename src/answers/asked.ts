import { GENERAL } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';

/**
 * Finds a question by its id, its title or any of its wordings, as spreadsheets and form exports name it.
 * Case, spacing, curly quotes, a number in front, and punctuation or a remark in brackets at the end make no difference.
 *
 * @returns a function from a name to the question's id, null when there is none
 */
export function questionFinder(questions: Question[]): (name: string) => string | null {
  const ids = new Map<string, string>([[GENERAL, GENERAL]]);
  for (const { id, title, prompt, also_asked_as } of questions) {
    for (const name of [title, prompt, ...also_asked_as]) ids.set(bare(name), id);
  }
  for (const { id } of questions) ids.set(id, id);
  return (name) => ids.get(name) ?? ids.get(bare(name)) ?? ids.get(asId(name)) ?? null;
}

function asId(name: string): string {
  return bare(name).replace(/[ _]/g, '-');
}

function bare(name: string): string {
  return name
    .slice(0, 2000)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:(?:question|q) ?)?\d{1,2} ?[.:)] ?/, '')
    .replace(/ ?\([^()]*\)[\s.?!:*]*$/, '')
    .replace(/[\s.?!:*]+$/, '')
    .trim();
}
