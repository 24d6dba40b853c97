import { LISTS, MARKS, type Mark } from '../grading/offline/lists.ts';
import { type Phrase, parsePhrase, parseSign } from '../grading/offline/sign.ts';

/** One text in which each mark is found. */
const MARK_TEXT: Record<Mark, string> = {
  number: '12',
  money: '$1,200',
  percent: '12 percent',
  duration: '3 weeks',
  'measured-change': 'waits fell from 12 days to 4 days',
  deed: 'I changed the form',
  'my-deed': 'I changed the form',
  'our-deed': 'we changed the form',
  name: 'Dr Okafor',
};

/** No sign has more alternatives than are worth trying. */
const MOST = 60;

/**
 * Sentences made of a sign's own words, each with other alternatives of its terms.
 *
 * @param find a sign that parses and names only lists there are
 */
export function* sentencesFor(find: string, words: Record<string, string[]>): Generator<string> {
  const parsed = parseSign(find);
  if (!parsed.ok) return;
  const most = Math.min(MOST, Math.max(...parsed.value.map((term) => term.length)));
  for (let k = 0; k < most; k++) {
    const texts = parsed.value.map((term) => textOf(term[k % term.length]!, words, k));
    // Terms may not share words, so each stands by itself.
    yield `${texts.join(' xx ')}.`;
  }
}

function textOf(phrase: Phrase, words: Record<string, string[]>, k: number): string {
  return phrase
    .map((element) => {
      if (element.kind === 'word') return element.text;
      if (element.kind === 'beginning') return `${element.text}x`;
      if (element.kind === 'gap') return 'xx';
      return listText(element.name, words, k);
    })
    .join(' ');
}

function listText(name: string, words: Record<string, string[]>, k: number): string {
  const mark = MARKS.find((one) => one === name);
  if (mark !== undefined) return MARK_TEXT[mark];
  const phrases = phrasesOf((Object.hasOwn(words, name) ? words[name] : LISTS[name]) ?? []);
  const parsed = parsePhrase(phrases[k % phrases.length] ?? '');
  return parsed.ok ? textOf(parsed.value, words, k) : '';
}

/** Most signs name a list that others have named before. */
const known = new WeakMap<readonly string[], string[]>();

function phrasesOf(entries: readonly string[]): string[] {
  let phrases = known.get(entries);
  if (phrases === undefined) {
    phrases = entries.flatMap((entry) => entry.split('|'));
    known.set(entries, phrases);
  }
  return phrases;
}
