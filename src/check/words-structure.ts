import {
  didYouMean,
  KIND,
  type Kind,
  limited,
  list,
  SIGN_FAULT,
  say,
  shown,
  typeFix,
  WAY,
  type Words,
} from './wording.ts';
import { SLIP, type Slip, yamlFault } from './wording-yaml.ts';

/** What findings say of a file's form, and of what refers to what. */
export const STRUCTURE = {
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
  'yaml-syntax': (a: { code: string; said: string; slip: Slip | null }) =>
    a.slip !== null
      ? say('this line is not YAML that can be read', SLIP[a.slip])
      : (yamlFault(a.code, a.said) ?? say(`this is not YAML that can be read: ${shown(a.said, 200)}`)),
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
  'unknown-key': (a: { key: string; meant: string | null; known: readonly string[]; slip: Slip | null }) =>
    say(
      `there is no key "${shown(a.key)}" here${a.meant === null && a.slip === null ? `; there is ${list(a.known)}` : ''}`,
      a.slip === null ? didYouMean(a.meant) : SLIP[a.slip],
    ),
  misplaced: (a: { kind: 'question' | 'rubric' }) =>
    a.kind === 'rubric'
      ? say('this is a rubric among the questions', 'Move it to rubrics/.')
      : say('this is a question among the rubrics', 'Move it to questions/.'),
  'missing-key': (a: { key: string; within: string | null }) =>
    say(
      `"${shown(a.key)}" is missing${a.within === null ? '' : ` in ${shown(a.within)}`}`,
      `Add "${shown(a.key)}:".`,
    ),
  'wrong-type': (a: { key: string; expected: Kind | null; found: Kind }) =>
    say(
      a.expected === null
        ? `${shown(a.key)} is not what belongs here`
        : a.found === 'nothing'
          ? `${shown(a.key)} is empty; it should be ${KIND[a.expected]}`
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
  }) => say(`${shown(a.key)} ${limited(WAY[a.way], a.limit, a.unit)}`),

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
  'unknown-criterion': (a: { id: string; meant: string | null; other: boolean }) =>
    a.other
      ? say(`"${shown(a.id)}" is a red flag, not a criterion`, 'List it under "flags".')
      : say(`there is no criterion "${shown(a.id)}" in this rubric`, didYouMean(a.meant)),
  'unknown-flag': (a: { id: string; meant: string | null; other: boolean }) =>
    a.other
      ? say(`"${shown(a.id)}" is a criterion, not a red flag`, 'List it under "met" or "not_met".')
      : say(`there is no red flag "${shown(a.id)}" in this rubric`, didYouMean(a.meant)),
  'unknown-list': (a: { name: string; meant: string | null }) =>
    say(
      `there is no list <${shown(a.name)}>`,
      a.meant === null ? 'Add it under "words:".' : `Did you mean <${a.meant}>?`,
    ),
  'list-circle': (a: { name: string }) =>
    say(`the list <${shown(a.name)}> contains itself`, 'Take one of the lists out of the other.'),
  'bad-sign': (a: { text: string; fault: 'empty-term' | 'bad-word' | 'only-gaps' | 'cut-short' }) =>
    SIGN_FAULT[a.fault](shown(a.text)),
  'sign-cut-short': SIGN_FAULT['cut-short'],
  'sign-with-comma': () =>
    say(
      'a comma in a sign joins words rather than parting them',
      'Write " | " between alternatives; else leave the comma out.',
    ),
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
} satisfies Record<string, (args: never) => Words>;
