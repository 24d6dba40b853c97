/** The turns of phrase that findings share. */

/** What stands in a file, or should. */
export type Kind = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'block' | 'nothing' | 'sign' | 'range';

export interface Words {
  message: string;
  fix: string | null;
}

export const say = (message: string, fix: string | null = null): Words => ({ message, fix });

/** What an example was graded on. */
export interface ScoreArgs {
  name: string;
  score: number;
  exact: number;
  low: number;
  high: number;
  met: string[];
  unmet: string[];
  flags: string[];
}

export const KIND: Record<Kind, string> = {
  text: 'text',
  number: 'a number',
  whole: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  block: 'a block of keys',
  nothing: 'nothing',
  sign: 'a phrase, or a block with "find:"',
  range: 'a score from 1 to 5, or a range such as [2, 3]',
};

export const WAY = { 'at-least': 'at least', 'at-most': 'at most', above: 'more than' };

/** The parser's own words suppose that one knows how YAML is parsed. */
export const YAML_FAULT: Record<string, Words> = {
  BLOCK_AS_IMPLICIT_KEY: say(
    'there is a second ": " in this text',
    'Put the text after the first one in quotes, or on the next line after ">-".',
  ),
  MULTILINE_IMPLICIT_KEY: say(
    'this line has no ": " and does not continue the one above',
    'Check its indentation.',
  ),
  MISSING_CHAR: say('a quotation mark opens here and is never closed'),
  BAD_INDENT: say('what opens here is not closed, or not indented like its neighbours'),
  BAD_SCALAR_START: say('a text cannot start with this character', 'Put the text in quotes.'),
  UNEXPECTED_TOKEN: say('something is left over here', 'Check the quotation marks and brackets before it.'),
};

export const SIGN_FAULT = {
  'empty-term': (text: string) =>
    say(
      `this sign has an empty part${text === '' ? '' : ` near "${text}"`}`,
      'Write a word on both sides of every "+" and "|".',
    ),
  'bad-word': (text: string) =>
    say(
      `"${text}" is not a word a sign can look for`,
      'Signs are made of words, "..", "<list>", "beginning*", "|" and "+".',
    ),
  'only-gaps': (text: string) =>
    say(`"${text}" starts or ends with a gap`, 'Put a word on both sides of "..".'),
};

export function typeFix(expected: Kind | null, found: Kind): string | null {
  if (expected === 'text' && (found === 'number' || found === 'boolean')) return 'Put it in quotes.';
  if ((expected === 'number' || expected === 'whole') && found === 'text')
    return 'Write a number, without quotes.';
  if (expected === 'list' && found === 'text') return 'Start the line with "- ".';
  return null;
}

export function scoreRange(low: number, high: number): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

export function ids(all: readonly string[]): string {
  return all.length === 0 ? 'none' : all.map((id) => shown(id)).join(', ');
}

export function saying(quote: string | null): string {
  return quote === null ? '' : `, with "${shown(quote, 80)}"`;
}

/** The longest list of choices that helps rather than drowns. */
const MOST_CHOICES = 24;

export function list(words: readonly string[]): string {
  return words.slice(0, MOST_CHOICES).join(', ');
}

/** A person's text inside a sentence of ours: one line, not endless, unable to steer a terminal. */
export function shown(text: string, most = 60): string {
  const plain = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}

/** `found in no example: lines 12, 14`; empty when there is none. */
export function lines(numbers: readonly number[], what: string): string {
  if (numbers.length === 0) return '';
  return `${what}: ${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`;
}

export function didYouMean(meant: string | null): string | null {
  return meant === null ? null : `Did you mean "${shown(meant)}"?`;
}
