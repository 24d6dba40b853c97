/**
 * What each finding says. The only place with English in it: rules hand over a code and its facts.
 */

import {
  didYouMean,
  ids,
  KIND,
  type Kind,
  lines,
  list,
  type ScoreArgs,
  SIGN_FAULT,
  say,
  saying,
  scoreRange,
  shown,
  typeFix,
  WAY,
  type Words,
  YAML_FAULT,
} from './wording.ts';

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
  'yaml-syntax': (a: { code: string; said: string }) =>
    YAML_FAULT[a.code] ?? say(`this is not YAML that can be read: ${shown(a.said, 200)}`),
  tab: () => say('a tab is used to indent', 'Indent with spaces.'),
  'several-documents': () =>
    say('a second document starts here ("---")', 'Keep one question or rubric to a file.'),
  'duplicate-key': (a: { key: string }) => say(`"${shown(a.key)}" is given twice`, 'Remove one of the two.'),
  alias: (a: { name: string }) =>
    say(`"${shown(a.name)}" points to another place in the file`, 'Write the text out.'),
  tag: (a: { tag: string }) =>
    say(`"${shown(a.tag)}" is a YAML tag`, 'Put the text in quotes if it is meant.'),
  'key-not-a-word': () => say('this key is not a word'),

  // Its shape
  'unknown-key': (a: { key: string; meant: string | null; known: readonly string[] }) =>
    say(
      `there is no key "${shown(a.key)}" here${a.meant === null ? `; there is ${list(a.known)}` : ''}`,
      didYouMean(a.meant),
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
    say(`"${shown(a.value)}" is not one of ${list(a.allowed)}`, didYouMean(a.meant)),
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
    say(`there is no question "${shown(a.id)}"`, didYouMean(a.meant) ?? `Add questions/${shown(a.id)}.yaml.`),
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
    say(`there is no criterion "${shown(a.id)}" in this rubric`, didYouMean(a.meant)),
  'unknown-flag': (a: { id: string; meant: string | null }) =>
    say(`there is no red flag "${shown(a.id)}" in this rubric`, didYouMean(a.meant)),
  'unknown-list': (a: { name: string; meant: string | null }) =>
    say(
      `there is no list <${shown(a.name)}>`,
      a.meant === null ? 'Add it under "words:".' : `Did you mean <${a.meant}>?`,
    ),
  'list-circle': (a: { name: string }) =>
    say(`the list <${shown(a.name)}> contains itself`, 'Take one of the lists out of the other.'),
  'bad-sign': (a: { text: string; fault: 'empty-term' | 'bad-word' | 'only-gaps' }) =>
    SIGN_FAULT[a.fault](shown(a.text)),
  'sign-cut-short': () => say('a " #" in this sign begins a comment', 'Put the whole sign in double quotes.'),
  'sign-could-hang': () =>
    say(
      'looking for this could take forever',
      'Use fewer ".." and fewer <lists> in one phrase, or part it with " + ".',
    ),
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

  // Whether the rubric can do its work
  'top-out-of-reach': (a: { score: number }) =>
    say(
      `no answer can score 5: one that shows everything scores ${a.score}`,
      'Look for a red flag with the same signs as a criterion.',
    ),
  'bottom-out-of-reach': (a: { score: number }) =>
    say(
      `no answer can score 1: one that shows nothing scores ${a.score}`,
      'Look for a sign that is found in everything.',
    ),
  'weight-without-effect': (a: { id: string }) =>
    say(
      `${shown(a.id)} weighs so little that meeting it changes no score`,
      'Give it a weight the others do not drown.',
    ),
  'criterion-never-met': (a: { id: string }) =>
    say(`no example meets ${shown(a.id)}`, 'Add an example that does, and list it under "met".'),
  'criterion-always-met': (a: { id: string }) =>
    say(`every example meets ${shown(a.id)}`, 'Add an example that does not, and list it under "not_met".'),
  'flag-on-strong': (a: { id: string; name: string; cap: number; quote: string }) =>
    say(
      `${shown(a.id)} is shown by the example "${shown(a.name)}"${saying(a.quote)}, and would hold it to ${a.cap}`,
    ),
  'sign-finds-nothing': () =>
    say(
      'this sign can find nothing',
      'Look for an "unless" that rules out its own words, or a word nobody types.',
    ),
  'sign-finds-everything': () =>
    say('this sign is found in small talk', 'Add what must stand beside it, with " + ".'),
  'repeated-sign': (a: { line: number }) =>
    say(`the same sign stands in line ${a.line}`, 'Remove one of the two.'),
  'same-signs': (a: { id: string; other: string }) =>
    say(
      `${shown(a.id)} has the signs of ${shown(a.other)}, so both are always met together`,
      'Say what only one of them shows, or make them one.',
    ),
  'same-anchors': (a: { score: string; first: string }) =>
    say(
      `the anchors of ${a.first} and ${a.score} say the same`,
      'Say what can be seen in one and not in the other.',
    ),
  'judging-words': (a: { text: string }) =>
    say(
      `"${shown(a.text)}" judges without saying what is seen`,
      'Say what could be underlined in the answer.',
    ),
  'no-examples': () =>
    say(
      'there are no examples, so nothing shows that this rubric works',
      'Add a strong, a middling and a weak one.',
    ),
  'missing-middle': () =>
    say(
      'no example lies in the middle of the scale',
      'Add one that scores 3: a real case, general in places.',
    ),
  'missing-end': (a: { level: string }) =>
    say(
      `there is no ${a.level} example`,
      `Add one that scores ${a.level === 'strong' ? '4 or 5' : '1 or 2'}.`,
    ),
  'no-expectation': (a: { name: string }) =>
    say(
      `the example "${shown(a.name)}" may land anywhere, so it tests no score`,
      'Narrow the range to two neighbouring scores.',
    ),

  // What no example would miss
  'unguarded-criterion': (a: { id: string }) =>
    say(`without ${shown(a.id)} every example lands as before`, 'Add an example whose "met" lists it.'),
  'unguarded-flag': (a: { id: string }) =>
    say(`without ${shown(a.id)} every example lands as before`, 'Add an example whose "flags" lists it.'),
  'unguarded-signs': (a: { id: string; of: number; nowhere: number[]; besides: number[] }) =>
    say(
      `${a.nowhere.length + a.besides.length} of the ${a.of} signs of ${shown(a.id)} could go and every example would land as before: ` +
        [lines(a.nowhere, 'found in no example'), lines(a.besides, 'found beside others')]
          .filter(Boolean)
          .join('; '),
    ),

  // What is silenced in place
  'silence-unknown': (a: { code: string; meant: string | null }) =>
    say(`there is no finding called "${shown(a.code)}"`, didYouMean(a.meant)),
  'silence-refused': (a: { code: string }) =>
    say(`${shown(a.code)} cannot be silenced: no command could use the pack`),
  'silence-without-reason': () =>
    say('this comment gives no reason, so it silences nothing', 'Write why after a colon.'),
  'silence-unused': (a: { code: string }) =>
    say(`there is no ${shown(a.code)} here to silence`, 'Remove the comment.'),
} satisfies Record<string, (args: never) => Words>;

export type Code = keyof typeof WORDS;
export type ArgsOf<C extends Code> =
  Parameters<(typeof WORDS)[C]> extends [infer A] ? A : Record<never, never>;
