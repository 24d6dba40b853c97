import { columnBelow, nextLine, notPlain, type Reader } from './reader.ts';

/** The texts and numbers of plain YAML; see yaml.ts. */

/** What a text without quotation marks may start with, so that it is nothing but text or a number. */
const STARTS_TEXT = /^[A-Za-z0-9<$£€(/\u00a1-\ud7ff]/;
const NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
/** Perhaps a number, written in another way. */
const NUMBER_LIKE = /^\d[\d.]*(?:[eE][-+]?\d+)?$|^0[xo]/;
const WORD_OF_YAML = /^(?:null|true|false|<<)$/i;

/**
 * @param lines without the spaces around them
 * @returns null for what is not plain
 */
export function plainScalar(lines: readonly string[]): unknown {
  const text = lines.join(' ');
  if (!STARTS_TEXT.test(text)) return null;
  if (NUMBER.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return NUMBER_LIKE.test(text) || WORD_OF_YAML.test(text) ? null : text;
}

/**
 * A text in quotation marks, on one line.
 *
 * @param at where it opens
 * @returns null for what is not plain; `end` is the place after the closing mark
 */
export function dequote(text: string, at: number): { value: string; end: number } | null {
  const quoted = text[at] === '"' ? /"((?:[^"\\\n]|\\["\\])*)"/y : /'((?:[^'\n]|'')*)'/y;
  quoted.lastIndex = at;
  const inner = quoted.exec(text)?.[1];
  if (inner === undefined) return null;
  const value = text[at] === '"' ? inner.replace(/\\(.)/g, '$1') : inner.replaceAll("''", "'");
  return { value, end: quoted.lastIndex };
}

/**
 * The lines of a block as one text: under ">" a line break is a space and an empty line a line break; "-" takes off
 * what comes at the end.
 */
function foldBlock(lines: readonly string[], style: string): string {
  let last = lines.length;
  while (lines[last - 1] === '') last--;
  const kept = lines.slice(0, last);
  const end = style.endsWith('-') ? '' : '\n';
  if (style.startsWith('|')) return kept.join('\n') + end;
  let text = '';
  kept.forEach((line, i) => {
    if (line === '') text += '\n';
    else text += i > 0 && kept[i - 1] !== '' ? ` ${line}` : line;
  });
  return text + end;
}

/** Only spaces: YAML knows no other white space here. */
export function withoutSpacesBehind(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end--;
  return line.slice(0, end);
}

/** Text after `>-` and the like, on the lines below, all indented alike. */
export function blockText(reader: Reader, column: number): string {
  const { text } = reader;
  const header = /[>|]-?(?=\n)/y;
  header.lastIndex = reader.at;
  const style = header.exec(text)?.[0] ?? notPlain();
  let at = reader.at + style.length + 1;
  const lines: string[] = [];
  let indent = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    let from = at;
    while (text[from] === ' ') from++;
    if (from === end) {
      // Spaces on an empty line count where they are more than the indentation.
      if (indent === 0 || from > at + indent) notPlain();
      lines.push('');
    } else {
      if (indent === 0) indent = from - at;
      if (indent <= column) notPlain();
      if (from - at < indent) break;
      if (from - at > indent || text[end - 1] === ' ') notPlain();
      lines.push(text.slice(from, end));
    }
    at = end + 1;
  }
  if (lines.length === 0) notPlain();
  reader.at = at;
  if (columnBelow(reader) > column) notPlain();
  return foldBlock(lines, style);
}

/** Text without quotation marks, going on over lines that are indented more. */
export function plainText(reader: Reader, column: number): unknown {
  const { text } = reader;
  const lines: string[] = [];
  let comment = -1;
  for (;;) {
    const end = text.indexOf('\n', reader.at);
    const whole = text.slice(reader.at, end);
    comment = whole.indexOf(' #');
    const line = withoutSpacesBehind(comment < 0 ? whole : whole.slice(0, comment));
    if (line.includes(': ') || line.endsWith(':')) notPlain();
    lines.push(line);
    reader.at = end + 1;
    if (columnBelow(reader) <= column) break;
    const below = nextLine(reader);
    // An empty line or a comment in between makes it something else.
    if (comment >= 0 || reader.at !== end + 1 + below) notPlain();
    if (/^[-?:][ \n]/.test(text.slice(reader.at, reader.at + 2))) notPlain();
  }
  const value = plainScalar(lines) ?? notPlain();
  if (comment >= 0) reader.commented.add(value);
  return value;
}
