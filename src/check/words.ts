/**
 * What each finding says. The only place with English in it: rules hand over a code and its facts.
 */

/** What stands in a file, or should. */
export type Kind = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'block' | 'nothing' | 'sign' | 'range';

interface Words {
  message: string;
  fix: string | null;
}

const say = (message: string, fix: string | null = null): Words => ({ message, fix });

export const WORDS = {
  // The file as such
  'not-text': () => say('this is not text in UTF-8', 'Save the file as UTF-8.'),
  'too-large': (a: { bytes: number }) =>
    say(`this file has ${a.bytes} bytes; more than a million is not a question or a rubric`),
  'too-deep': () =>
    say(
      'brackets, dashes or keys are nested deeper than any pack needs',
      'Put text that looks like this in quotes.',
    ),
  unreadable: (a: { why: string }) => say(`the file cannot be read (${a.why})`),
  'empty-file': () => say('the file is empty'),
  'not-a-block': () => say('the file should be lines of "key: value"'),
  'yaml-syntax': (a: { said: string }) => say(`this is not YAML that can be read: ${shown(a.said, 200)}`),
  tab: () => say('a tab is used to indent', 'Indent with spaces.'),
  'several-documents': () =>
    say('a second document starts here ("---")', 'Keep one question or rubric to a file.'),
  'duplicate-key': (a: { key: string }) => say(`"${shown(a.key)}" is given twice`, 'Remove one of the two.'),
  alias: (a: { name: string }) =>
    say(
      `"${shown(a.name)}" points to another place in the file`,
      'Write the text out; in a pack every entry says what it means where it stands.',
    ),
  tag: (a: { tag: string }) =>
    say(
      `"${shown(a.tag)}" is a YAML tag, which no pack uses`,
      'Put the text in quotes if it should start with "!".',
    ),
  'key-not-a-word': () => say('this key is not a word'),

  // Its shape
  'unknown-key': (a: { key: string; meant: string | null; known: readonly string[] }) =>
    say(
      `there is no key "${shown(a.key)}" here${a.meant === null ? `; there is ${list(a.known)}` : ''}`,
      a.meant === null ? null : `Did you mean "${a.meant}"?`,
    ),
  'missing-key': (a: { key: string; within: string | null }) =>
    say(
      `"${shown(a.key)}" is missing${a.within === null ? '' : ` in ${shown(a.within)}`}`,
      `Add "${shown(a.key)}:".`,
    ),
  'wrong-type': (a: { key: string; expected: Kind | null; found: Kind }) =>
    say(
      a.expected === null
        ? `${shown(a.key)} is not what belongs here`
        : `${shown(a.key)} should be ${KIND[a.expected]}, not ${KIND[a.found]}`,
      typeFix(a.expected, a.found),
    ),
  'unknown-value': (a: { value: string; meant: string | null; allowed: readonly string[] }) =>
    say(
      `"${shown(a.value)}" is not one of ${list(a.allowed)}`,
      a.meant === null ? null : `Did you mean "${a.meant}"?`,
    ),
  'bad-id': (a: { id: string }) =>
    say(
      `"${shown(a.id)}" cannot be an id`,
      'Use lower-case words joined by hyphens, such as "revenue-cycle".',
    ),
  empty: (a: { key: string }) => say(`${shown(a.key)} is empty`),
  'out-of-range': (a: {
    key: string;
    way: 'at-least' | 'at-most' | 'above';
    limit: number;
    unit: string | null;
  }) => say(`${shown(a.key)} must be ${WAY[a.way]} ${a.limit}${a.unit === null ? '' : ` ${a.unit}`}`),

  // What refers to what
  'no-questions': (a: { dir: string }) => say(`there are no question files (*.yaml) in ${shown(a.dir, 200)}`),
  'missing-rubric': (a: { id: string }) =>
    say(
      `nothing judges this question: there is no rubric with "question: ${shown(a.id)}"`,
      `Add rubrics/${shown(a.id)}.yaml.`,
    ),
  'missing-question': (a: { id: string; meant: string | null }) =>
    say(
      `there is no question "${shown(a.id)}"`,
      a.meant === null ? `Add questions/${shown(a.id)}.yaml.` : `Did you mean "${a.meant}"?`,
    ),
  'file-name': (a: { id: string }) =>
    say(`this file holds "${shown(a.id)}" but has another name`, `Name it ${shown(a.id)}.yaml.`),
  'duplicate-id': (a: { id: string; first: string }) =>
    say(`"${shown(a.id)}" is used twice; first at ${shown(a.first, 200)}`, 'Give one of them another name.'),
  'duplicate-number': (a: { number: number; first: string }) =>
    say(
      `the number ${a.number} is taken; first at ${shown(a.first, 200)}`,
      'Number the questions in the order they are asked.',
    ),
  'unknown-criterion': (a: { id: string; meant: string | null }) =>
    say(
      `there is no criterion "${shown(a.id)}" in this rubric`,
      a.meant === null ? null : `Did you mean "${a.meant}"?`,
    ),
  'unknown-flag': (a: { id: string; meant: string | null }) =>
    say(
      `there is no red flag "${shown(a.id)}" in this rubric`,
      a.meant === null ? null : `Did you mean "${a.meant}"?`,
    ),
  'unknown-list': (a: { name: string; meant: string | null }) =>
    say(
      `there is no list <${shown(a.name)}>`,
      a.meant === null ? 'Add it under "words:".' : `Did you mean <${a.meant}>?`,
    ),
  'list-circle': (a: { name: string }) =>
    say(`the list <${shown(a.name)}> contains itself`, 'Take one of the lists out of the other.'),
  'bad-sign': (a: { text: string; fault: 'empty-term' | 'bad-word' | 'only-gaps' }) =>
    SIGN_FAULT[a.fault](shown(a.text)),
  'range-order': (a: { from: number; to: number }) =>
    say(`the range runs from ${a.from} down to ${a.to}`, `Write [${a.to}, ${a.from}].`),
  contradiction: (a: { id: string }) => say(`"${shown(a.id)}" is expected to be met and not to be met`),
  'unused-list': (a: { name: string }) =>
    say(`no sign uses the list <${shown(a.name)}>`, 'Remove it, or use it.'),
  'list-name-taken': (a: { name: string }) =>
    say(`<${shown(a.name)}> is built in, so this list is never looked at`, 'Give it another name.'),

  // Whether examples land where they say
  'example-unscored': (a: { name: string; why: string }) =>
    say(`the example "${shown(a.name)}" cannot be graded: ${shown(a.why, 200)}`),
  'example-score': (a: ScoreArgs) =>
    say(
      `the example "${shown(a.name)}" should score ${scoreRange(a.low, a.high)} but scores ${a.score} (${a.exact.toFixed(2)}): ` +
        `it meets ${ids(a.met)}; not ${ids(a.unmet)}; flags: ${ids(a.flags)}`,
    ),
  'example-criterion': (a: { name: string; id: string; wanted: boolean; quote: string | null }) =>
    say(
      a.wanted
        ? `the example "${shown(a.name)}" should meet ${shown(a.id)}, but none of its signs is found in it`
        : `the example "${shown(a.name)}" should not meet ${shown(a.id)}, but does${saying(a.quote)}`,
    ),
  'example-flag': (a: { name: string; id: string; wanted: boolean; quote: string | null }) =>
    say(
      a.wanted
        ? `the example "${shown(a.name)}" should show the red flag ${shown(a.id)}, but does not`
        : `the example "${shown(a.name)}" shows the red flag ${shown(a.id)}, which it does not list${saying(a.quote)}`,
      a.wanted ? null : `If it is right, add it: flags: [${shown(a.id)}].`,
    ),
  'example-order': (a: { name: string; exact: number; other: string; otherExact: number }) =>
    say(
      `the example "${shown(a.name)}" should be above "${shown(a.other)}", but scores ${a.exact.toFixed(2)} against ${a.otherExact.toFixed(2)}`,
    ),
} satisfies Record<string, (args: never) => Words>;

interface ScoreArgs {
  name: string;
  score: number;
  exact: number;
  low: number;
  high: number;
  met: string[];
  unmet: string[];
  flags: string[];
}

export type Code = keyof typeof WORDS;
export type ArgsOf<C extends Code> =
  Parameters<(typeof WORDS)[C]> extends [infer A] ? A : Record<never, never>;

const WARNINGS: ReadonlySet<string> = new Set<Code>(['file-name', 'unused-list', 'list-name-taken']);

/** An error makes the pack unusable or untrustworthy; a warning does so only under --strict. */
export function severityOf(code: Code): 'error' | 'warning' {
  return WARNINGS.has(code) ? 'warning' : 'error';
}

const KIND: Record<Kind, string> = {
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

const WAY = { 'at-least': 'at least', 'at-most': 'at most', above: 'more than' };

const SIGN_FAULT = {
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

function typeFix(expected: Kind | null, found: Kind): string | null {
  if (expected === 'text' && (found === 'number' || found === 'boolean')) return 'Put it in quotes.';
  if ((expected === 'number' || expected === 'whole') && found === 'text')
    return 'Write a number, without quotes.';
  if (expected === 'list' && found === 'text') return 'Start the line with "- ".';
  return null;
}

function scoreRange(low: number, high: number): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

function ids(all: readonly string[]): string {
  return all.length === 0 ? 'none' : all.map((id) => shown(id)).join(', ');
}

function saying(quote: string | null): string {
  return quote === null ? '' : `, with "${shown(quote, 80)}"`;
}

/** The longest list of choices that helps rather than drowns. */
const MOST_CHOICES = 24;

function list(words: readonly string[]): string {
  return words.slice(0, MOST_CHOICES).join(', ');
}

/** A person's text inside a sentence of ours: one line, not endless, unable to steer a terminal. */
function shown(text: string, most = 60): string {
  const plain = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}
