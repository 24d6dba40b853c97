import { findWords, fold, MASK } from './fold.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const GAP = '[-‑–./ ]';
/** A full date is taken for a birth if it is old enough to be a grown person's; later ones are mostly events at work. */
const BIRTH_YEAR = '(?:19\\d\\d|200\\d)';
const NO_WORD_BEFORE = '(?<![\\p{L}\\p{N}])';
const NO_SUM_BEFORE = '(?<![\\p{L}\\p{N}$£€.,])';
const NO_MORE = '(?![\\p{L}\\p{N}])';
const IS = '\\s{0,2}(?:is|was|:|=)?\\s{0,2}#?\\s{0,2}';

/**
 * What identifies people, as far as a pattern can tell; `it` is the part to hide, where words around it show what
 * it is. Every repetition is bounded, so no text can
 * hang them.
 */
const PATTERNS: RegExp[] = [
  // E-mail addresses.
  "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}",
  // Addresses on the web, with and without the scheme.
  '(?:https?:\\/\\/|www\\.)[^\\s<>"]{1,2000}',
  `${NO_WORD_BEFORE}(?:[a-z0-9-]{1,63}\\.){1,4}(?:com|org|net|edu|gov|mil|info|biz|uk|eu|ca|au)(?![\\p{L}\\p{N}-])(?:\\/[^\\s<>"]{0,2000})?`,
  // Telephone numbers: North American, international, others that start with 0, and short ones that say so.
  `${NO_SUM_BEFORE}(?:\\+?1[-‑–.\\s]?)?(?:\\(\\d{3}\\)|\\d{3})[-‑–.\\s]{0,2}\\d{3}[-‑–.\\s]?\\d{4}(?:\\s?(?:x|ext\\.?|extension)\\s?\\d{1,6})?${NO_MORE}`,
  `${NO_WORD_BEFORE}\\+\\d{1,3}(?:[-‑–.\\s()]{0,2}\\d{1,5}){2,5}${NO_MORE}`,
  `${NO_SUM_BEFORE}0\\d{2,4}[-‑–.\\s]\\d{3,4}(?:[-‑–.\\s]?\\d{3,4})?${NO_MORE}`,
  `${NO_WORD_BEFORE}(?:phone|tel|telephone|mobile|cell|pager|fax|call|called|text|texted)[^\\p{N}\\n]{0,20}(?<it>\\d{3}[-‑–.]\\d{4})${NO_MORE}`,
  `${NO_WORD_BEFORE}(?:ext|extension|pager)\\.?\\s{0,2}#?(?<it>\\d{2,6})${NO_MORE}`,
  // Social-security numbers.
  `${NO_SUM_BEFORE}\\d{3}[-‑–.\\s]\\d{2}[-‑–.\\s]\\d{4}${NO_MORE}`,
  `${NO_WORD_BEFORE}(?:ssn|social security(?: (?:number|no\\.?))?)${IS}(?<it>[\\d -]{4,12}\\d)`,
  // Numbers of records, accounts, members and licences: where the text says so, and any long row of digits.
  `${NO_WORD_BEFORE}(?:mrn|npi|nhs(?: (?:number|no\\.?))?)${IS}(?<it>(?=[a-z-]{0,8}\\d)[a-z0-9][a-z0-9-]{3,19})${NO_MORE}`,
  `${NO_WORD_BEFORE}(?:record|chart|patient|account|acct|member|subscriber|policy|claim|case|encounter|visit|dea|licen[cs]e)\\s{0,2}(?:(?:number|no\\.|num\\.?|id)${IS}|[:#]\\s{0,2}#?)(?<it>(?=[a-z-]{0,8}\\d)[a-z0-9][a-z0-9-]{3,19})${NO_MORE}`,
  `${NO_SUM_BEFORE}\\d{8,40}${NO_MORE}(?!\\s?(?:dollars|pounds|euros|usd))`,
  // Dates of birth: said to be one, or a full date of those years.
  `${NO_WORD_BEFORE}(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|born)[^\\p{L}\\p{N}\\n]{0,5}(?:(?:is|was|on|in|the|of) ){0,3}(?<it>\\d{1,4}${GAP}\\d{1,2}${GAP}\\d{1,4}|${DAY} (?:of )?${MONTH}(?:,? \\d{4})?|${MONTH} (?:${DAY},? )?\\d{4}|${MONTH} ${DAY}|\\d{4})${NO_MORE}`,
  `${NO_WORD_BEFORE}\\d{1,2}${GAP}\\d{1,2}${GAP}${BIRTH_YEAR}${NO_MORE}`,
  `${NO_WORD_BEFORE}${BIRTH_YEAR}${GAP}\\d{1,2}${GAP}\\d{1,2}${NO_MORE}`,
  `${NO_WORD_BEFORE}(?:${DAY} (?:of )?${MONTH},?|${MONTH} ${DAY},?) ${BIRTH_YEAR}${NO_MORE}`,
].map((source) => new RegExp(source, 'dgiu'));

/**
 * Masks what would identify people: e-mail and web addresses, telephone, social-security and record numbers,
 * dates of birth, and the names given. One character for one, so that what is quoted of the masked text
 * stands at the same place in the text as typed. This is masking, not de-identification: names nobody gave, places
 * and what happened stay readable.
 *
 * @param names as they are written in the text; case and accents' encoding make no difference
 * @returns a text of exactly the same length
 */
export function mask(text: string, names: string[]): string {
  const hidden = new Uint8Array(text.length);
  for (const pattern of PATTERNS) {
    for (const { indices } of text.matchAll(pattern))
      hidden.fill(1, ...(indices!.groups?.it ?? indices![0]!));
  }
  const folded = fold(text);
  for (const name of names) {
    const needle = fold(name).text.trim();
    for (let at = findWords(folded, needle); at !== null; at = findWords(folded, needle, at.next)) {
      hidden.fill(1, at.start, at.end);
    }
  }
  if (!hidden.includes(1)) return text;
  let masked = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    masked += hidden[i] === 1 && !/\s/.test(char) ? MASK : char;
  }
  return masked;
}
