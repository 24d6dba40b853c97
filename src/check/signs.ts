import { BUILT_IN_LISTS, MARKS } from '../grading/offline/lists.ts';
import { type Element, type Parsed, type Phrase, parsePhrase, parseSign } from '../grading/offline/sign.ts';
import { nearest } from '../pack/nearest.ts';
import type { Rubric, Sign } from '../pack/schema.ts';
import { type Finding, finding, type Span } from './finding.ts';
import { isWordsAlone, MOST_WAYS, waysToLay } from './sign-cost.ts';
import { nodeAt, type Path, type Source, spanOf } from './source.ts';

/** A sign or an entry of a list with its place, and the phrases it is made of once parsed. */
interface Written {
  text: string;
  path: Path;
  parsed: Parsed<Phrase[]>;
}

/** Whether every sign can be read, every list it names is there, and none takes forever to look for. */
export function signFindings(source: Source, rubric: Rubric): Finding[] {
  const words = rubric.words ?? {};
  const known = new Set([...Object.keys(words), ...BUILT_IN_LISTS]);
  const written = [...writtenSigns(rubric), ...writtenWords(rubric)];
  const used = new Set<string>();
  const lengths = new Map<string, ReadonlySet<number>>();
  const found: Finding[] = [];
  for (const { text, path, parsed } of written) {
    const cut = isCutShort(source, text, path);
    if (!parsed.ok) {
      const args = { text: parsed.fault.text, fault: cut ? ('cut-short' as const) : parsed.fault.code };
      found.push(finding('bad-sign', source, within(source, path, parsed.fault.text.trim()), args));
      continue;
    }
    if (cut) found.push(finding('sign-cut-short', source, spanOf(source, path), {}));
    if (/,\s/.test(text)) found.push(finding('sign-with-comma', source, within(source, path, ','), {}));
    // Most phrases are words alone.
    if (parsed.value.every(isWordsAlone)) continue;
    if (Math.max(...parsed.value.map((phrase) => waysToLay(phrase, words, lengths))) > MOST_WAYS) {
      found.push(finding('sign-could-hang', source, spanOf(source, path), {}));
    }
    for (const name of listNames(parsed.value.flat())) {
      used.add(name);
      if (known.has(name)) continue;
      const place = within(source, path, text.includes(`<${name}>`) ? `<${name}>` : text);
      found.push(finding('unknown-list', source, place, { name, meant: nearest(name, known) }));
    }
  }
  const unread = written.some(({ parsed }) => !parsed.ok);
  return [...found, ...listFindings(source, words, used, unread), ...circles(source, words)];
}

/** In YAML " #" begins a comment, so that `from # to #` without quotes is only `from`. */
function isCutShort(source: Source, text: string, path: Path): boolean {
  if (source.plain?.commented.has(text) === false) return false;
  const { comment } = nodeAt(source, path) ?? {};
  if (comment === null || comment === undefined) return false;
  return /(^|\s)(\+|\||\.\.|#)(\s|$)|^\s*$/.test(comment) || /[|+]\s*$/.test(text);
}

function* writtenSigns(rubric: Rubric): Generator<Written> {
  for (const key of ['criteria', 'red_flags'] as const) {
    for (const [i, { signs }] of rubric[key].entries()) {
      for (const [k, sign] of signs.entries()) yield* writtenSign(sign, [key, i, 'signs', k]);
    }
  }
}

function* writtenSign(sign: Sign, path: Path): Generator<Written> {
  const { find, unless } = typeof sign === 'string' ? { find: sign, unless: undefined } : sign;
  const parsed = parseSign(find);
  yield {
    text: find,
    path: typeof sign === 'string' ? path : [...path, 'find'],
    parsed: parsed.ok ? { ok: true, value: parsed.value.flat() } : parsed,
  };
  for (const [i, text] of (unless ?? []).entries()) yield* writtenPhrase(text, [...path, 'unless', i]);
}

function* writtenWords({ words = {} }: Rubric): Generator<Written> {
  for (const [name, entries] of Object.entries(words)) {
    for (const [i, text] of entries.entries()) yield* writtenPhrase(text, ['words', name, i]);
  }
}

function* writtenPhrase(text: string, path: Path): Generator<Written> {
  for (const alternative of text.split('|')) {
    const parsed = parsePhrase(alternative);
    yield { text, path, parsed: parsed.ok ? { ok: true, value: [parsed.value] } : parsed };
  }
}

/**
 * A list nobody uses is a leftover; one named like a built-in mark is never looked at.
 *
 * @param unread there are signs that cannot be read, and might use any list
 */
function listFindings(
  source: Source,
  words: Record<string, string[]>,
  used: ReadonlySet<string>,
  unread: boolean,
): Finding[] {
  return Object.keys(words).flatMap((name) => {
    const place = () => spanOf(source, ['words', name], 'key');
    if ((MARKS as readonly string[]).includes(name))
      return [finding('list-name-taken', source, place(), { name })];
    return unread || used.has(name) ? [] : [finding('unused-list', source, place(), { name })];
  });
}

/** Lists that contain themselves, each circle reported once, at the list that closes it. */
function circles(source: Source, words: Record<string, string[]>): Finding[] {
  const found: Finding[] = [];
  const done = new Set<string>();
  const visit = (name: string, above: readonly string[]) => {
    if (done.has(name) || !Object.hasOwn(words, name)) return;
    for (const [i, text] of words[name]!.entries()) {
      if (!/[<#]/.test(text)) continue;
      for (const inner of text.split('|').flatMap((part) => namesIn(parsePhrase(part)))) {
        if (inner === name || above.includes(inner)) {
          found.push(finding('list-circle', source, spanOf(source, ['words', name, i]), { name: inner }));
        } else visit(inner, [...above, name]);
      }
    }
    done.add(name);
  };
  for (const name of Object.keys(words)) visit(name, []);
  return found;
}

function namesIn(parsed: Parsed<Phrase>): string[] {
  return parsed.ok ? listNames(parsed.value) : [];
}

/** `#` stands for <number> without naming it. */
function listNames(elements: readonly Element[]): string[] {
  return [...new Set(elements.flatMap((element) => (element.kind === 'list' ? [element.name] : [])))];
}

/** The place of one word inside a text, or of the whole text when the word cannot be told in it. */
function within(source: Source, path: Path, word: string): Span {
  const whole = spanOf(source, path);
  const at =
    word === ''
      ? -1
      : source.text
          .slice(...whole)
          .toLowerCase()
          .indexOf(word.toLowerCase());
  return at < 0 ? whole : [whole[0] + at, whole[0] + at + word.length];
}
