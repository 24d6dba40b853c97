import {
  didYouMean,
  type ExpectArgs,
  ids,
  lines,
  nearFix,
  nearly,
  type ScoreArgs,
  say,
  saying,
  scoreRange,
  shown,
  starShown,
  type Words,
} from './wording.ts';

/** What findings say of a rubric that can be used, and of comments that silence them. */
export const MEANING = {
  // Whether examples land where they say
  'example-unscored': (a: { name: string; why: string }) =>
    say(`the example "${shown(a.name)}" cannot be graded: ${shown(a.why, 200)}`),
  'example-score': (a: ScoreArgs) =>
    say(
      `the example "${shown(a.name)}" should score ${scoreRange(a.low, a.high)} but scores ${a.score} (${a.exact.toFixed(2)}): ` +
        `met: ${ids(a.met)}; not met: ${ids(a.unmet)}; red flags: ${ids(a.flags)}; ${starShown(a.star)}`,
    ),
  'example-criterion': (a: ExpectArgs) =>
    a.wanted
      ? say(
          `the example "${shown(a.name)}" should meet ${shown(a.id)}, but ${nearly(a.near, 'none of its signs is found in it')}`,
          nearFix(a.near),
        )
      : say(`the example "${shown(a.name)}" should not meet ${shown(a.id)}, but does${saying(a.quote)}`),
  'example-flag': (a: ExpectArgs) =>
    a.wanted
      ? say(
          `the example "${shown(a.name)}" should show the red flag ${shown(a.id)}, but ${nearly(a.near, 'does not')}`,
          nearFix(a.near),
        )
      : say(
          `the example "${shown(a.name)}" shows the red flag ${shown(a.id)}, which it does not list${saying(a.quote)}`,
          `If it is right, add it: flags: [${shown(a.id)}].`,
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
    a.code === ''
      ? say('this comment names no finding, so it silences nothing', 'Name the code, then a colon and why.')
      : say(`there is no finding called "${shown(a.code)}"`, didYouMean(a.meant)),
  'silence-refused': (a: { code: string }) =>
    say(`${shown(a.code)} cannot be silenced: no command could use the pack`),
  'silence-without-reason': () =>
    say('this comment gives no reason, so it silences nothing', 'Write why after a colon.'),
  'silence-unused': (a: { code: string }) =>
    say(`there is no ${shown(a.code)} here to silence`, 'Remove the comment.'),
} satisfies Record<string, (args: never) => Words>;
