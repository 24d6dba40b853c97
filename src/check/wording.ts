/** The turns of phrase that findings share. */

import type { Level } from '../grading/assessment.ts';
import type { StarPart } from '../pack/choices.ts';
import type { Near } from './near.ts';
import { SLIP } from './wording-yaml.ts';

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
  star: Record<StarPart, Level>;
}

/** The sign that comes nearest to what an example should show: its line, and why it does not count. */
export interface NearArgs {
  why: Near['why'];
  line: number;
}

/** What an example should show, or should not. */
export interface ExpectArgs {
  name: string;
  id: string;
  wanted: boolean;
  quote: string | null;
  near: NearArgs | null;
}

export function nearly(near: NearArgs | null, none: string): string {
  if (near === null) return none;
  return near.why === 'apart'
    ? `the parts of the sign in line ${near.line} stand in different sentences`
    : `the words of line ${near.line} are there, but denied, only planned, or not the speaker's`;
}

export function nearFix(near: NearArgs | null): string | null {
  return near?.why === 'reading' ? 'If they should count, say so with "by" and "as".' : null;
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

export const SIGN_FAULT = {
  'cut-short': () => say('a " #" in this sign begins a comment', 'Put the whole sign in double quotes.'),
  'empty-term': (text: string) =>
    say(
      `this sign has an empty part${text === '' ? '' : ` near "${text}"`}`,
      'Write a word on both sides of every "+" and "|".',
    ),
  'bad-word': (text: string) =>
    text === '+'
      ? SIGN_FAULT['empty-term']('+')
      : say(`"${text}" is not a word a sign can look for`, wordFix(text)),
  'only-gaps': (text: string) =>
    say(`"${text}" starts or ends with a gap`, 'Put a word on both sides of "..".'),
};

function wordFix(text: string): string {
  if (text.includes('+')) return 'Put a space on both sides of "+".';
  if (/^<[^<>]*$/.test(text)) return `Close the list: <${text.slice(1)}>.`;
  if (/[<>]/.test(text)) return 'Put spaces around a <list>; its name is lower-case words joined by hyphens.';
  return 'Signs are made of words, "..", "<list>", "beginning*", "|" and "+".';
}

export function typeFix(expected: Kind | null, found: Kind): string | null {
  if (expected === 'text' && (found === 'number' || found === 'boolean')) return 'Put it in quotes.';
  if ((expected === 'number' || expected === 'whole') && found === 'text')
    return 'Write a number, without quotes.';
  if (expected === 'list' && found === 'text')
    return 'Put each entry on a line of its own after "- ", or all in square brackets: [one, two].';
  if (expected === 'text' && found === 'block') return SLIP['colon-in-text'];
  if (found !== 'nothing') return null;
  if (expected === 'block' || expected === 'list') return 'Write it on the lines below, indented.';
  if (expected !== null) return 'Write it after the colon.';
  return null;
}

/** `three entries`: what there must be so many of. */
export function limited(way: string, limit: number, unit: string | null): string {
  return unit === null ? `must be ${way} ${limit}` : `must have ${way} ${limit} ${unit}`;
}

const LEVEL = ['missing', 'thin', 'clear'];

/** `Situation clear, Task thin, …`, in the words of the scorecard. */
export function starShown(star: Record<StarPart, Level>): string {
  return Object.entries(star)
    .map(([part, level]) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)} ${LEVEL[level]}`)
    .join(', ');
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
