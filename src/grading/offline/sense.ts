import { isPastForm } from './forms.ts';
import * as en from './language.ts';
import type { Text, Token } from './tokens.ts';
import { knownOf } from './words.ts';

/** Below this many words a list cannot be told from a sentence. */
const ENOUGH = 25;
/**
 * Typed prose has what cannot follow in up to six of a hundred places; two more are forgiven, so that a slip in a
 * short answer is not taken for nonsense. Both were set on the corpus, against the same answers shuffled.
 */
const SLIPS_PER_PLACE = 0.06;
const SLIPS_FORGIVEN = 2;
/** Share of words that make a sentence of a list; typed prose stays well above. */
const LIST = 0.05;

/** Words in no order that makes sense: shuffled, or generated to please. */
export function isSalad({ tokens, sentences }: Text): boolean {
  let tried = 0;
  let wrong = 0;
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      const rule = ruleOf(tokens[i]!.word);
      if (rule === null) continue;
      tried++;
      const next = i + 1 < to ? tokens[i + 1]! : null;
      const before = i - 1 > from ? tokens[i - 1]! : null;
      if (!mayFollow(rule, next) || isMisplacedCapital(tokens[i]!, before)) wrong++;
    }
  }
  return wrong > SLIPS_FORGIVEN + SLIPS_PER_PLACE * tried;
}

/** What cannot come right after a grammatical word, and whether a sentence may end on it. */
interface Rule {
  not: ReadonlySet<string>;
  mayEnd: boolean;
}

function mayFollow(rule: Rule, next: Token | null): boolean {
  if (next === null) return rule.mayEnd;
  if (next.kind === 'mark') return rule.mayEnd || !/^[.!?…]/.test(next.text);
  return !rule.not.has(next.text);
}

/** "The" after another word of the sentence was the start of a sentence once. */
function isMisplacedCapital(token: Token, before: Token | null): boolean {
  return token.capital && token.text !== 'i' && before?.kind === 'word' && !before.capital;
}

const RULES = grammar();
const ruleOf = knownOf((word) => RULES.get(word) ?? null);

function grammar(): Map<string, Rule> {
  const articles = 'the a an my our their your'.split(' ');
  const subjects = 'i we they he she'.split(' ');
  const links = 'and or but'.split(' ');
  const verbs = [...en.MODAL, ...en.BE, 'have', 'has'];
  const gerunds = new Set(['being', 'having']);
  const rules: [string[], string[], boolean][] = [
    [articles, [...subjects, ...links, ...articles, ...en.PREPOSITIONS, ...verbs, 'to'], false],
    [
      'of at from into during with for between against without'.split(' '),
      [...subjects, ...links, ...verbs, 'of', 'to'],
      false,
    ],
    [['i'], [...articles, ...subjects, 'of', 'to', 'is', 'are'], true],
    [['we', 'they'], [...articles, ...subjects, 'of', 'to', 'is'], true],
    [['he', 'she'], [...articles, ...subjects, 'of', 'to', 'are'], true],
    [[...en.MODAL], [...articles, 'of', 'for', 'had', ...[...en.BE].filter((form) => form !== 'be')], true],
    [links, [...links, 'of'], false],
    [
      ['to'],
      [...links, ...subjects, 'of', 'to', ...verbs.filter((verb) => verb !== 'be' && verb !== 'have')],
      true,
    ],
  ];
  return new Map(
    rules.flatMap(([words, not, mayEnd]) => {
      const rule = { not: new Set(not.filter((word) => !gerunds.has(word))), mayEnd };
      return words.map((word) => [word, rule] as const);
    }),
  );
}

/** Terms in a row without the verbs and pronouns that would say something about them. */
export function isList({ tokens }: Text): boolean {
  let words = 0;
  let saying = 0;
  for (const { kind, word } of tokens) {
    if (kind !== 'word') continue;
    words++;
    if (saysSomething(word)) saying++;
  }
  return words >= ENOUGH && saying / words < LIST;
}

/** Words that make a sentence of a list. */
const SAYING: ReadonlySet<string> = new Set([
  ...en.ME,
  ...en.US,
  ...en.OTHERS,
  'it',
  ...en.BE,
  ...en.HAVE,
  ...en.DO,
  ...en.MODAL,
]);

const saysSomething = knownOf((word) => SAYING.has(word) || isPastForm(word));
