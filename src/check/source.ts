import { isUtf8 } from 'node:buffer';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type PlainYaml, readPlainYaml } from '../pack/plain/yaml.ts';
import { uniqueKeys } from '../pack/unique-keys.ts';
import type { Span } from './finding.ts';

/** One file of a pack, its text kept beside what YAML makes of it, so that findings have a place. */
export interface Source {
  /** The path as people know it: relative to where they are, or absolute. */
  file: string;
  readonly text: string;
  /** The build has found nothing to say of these very bytes, and no comment in them that silences anything. */
  known: boolean;
  /** What the file holds, where its YAML is plain; then it is without faults, and was read without the library. */
  readonly plain: PlainYaml | null;
  /**
   * Null when the bytes were not text, or the text is not to be parsed (see `refusal`). Parsed when it is first asked
   * for: in plain YAML only findings need it, for their places.
   */
  readonly doc: Document | null;
  /** Why the file was not parsed at all. */
  refusal: Refusal | null;
  position(offset: number): { line: number; column: number };
}

export type Refusal =
  | { code: 'not-text' }
  | { code: 'too-large'; bytes: number }
  | { code: 'too-deep'; offset: number };

/** A rubric with forty examples is 60 kB. */
const MOST_BYTES = 1_000_000;

/** Stands for a file that is too large to be read; null for one that is not. */
export function tooLarge(file: string, bytes: number): Source | null {
  return bytes > MOST_BYTES ? refused(file, { code: 'too-large', bytes }) : null;
}

/**
 * Reads a file's bytes as YAML, without judging what is in it.
 *
 * @param known whether these bytes are known to be YAML that can be parsed; then they are not decoded before anybody
 *   asks for their text
 */
export function readSource(file: string, bytes: Uint8Array, known = false): Source {
  const large = tooLarge(file, bytes.length);
  if (large !== null) return large;
  if (!known && (!isUtf8(bytes) || bytes.includes(0))) return refused(file, { code: 'not-text' });
  let text: string | undefined;
  const textOf = () => {
    text ??= new TextDecoder().decode(bytes);
    return text;
  };
  const deep = known ? null : tooDeepAt(textOf());
  let doc: Document | null = null;
  let plain: PlainYaml | null | undefined;
  return {
    file,
    get text() {
      return textOf();
    },
    known,
    get plain() {
      if (plain === undefined) plain = deep === null ? readPlainYaml(textOf()) : null;
      return plain;
    },
    get doc() {
      if (deep === null) doc ??= parseDocument(textOf(), { prettyErrors: false, uniqueKeys: uniqueKeys() });
      return doc;
    },
    refusal: deep === null ? null : { code: 'too-deep', offset: deep },
    position: positionsIn(textOf),
  };
}

/** Finds the lines when a place is first asked for. */
function positionsIn(textOf: () => string): Source['position'] {
  let lines: LineCounter | null = null;
  return (offset) => {
    if (lines === null) {
      const text = textOf();
      lines = new LineCounter();
      lines.addNewLine(0);
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function refused(file: string, refusal: Refusal): Source {
  return {
    file,
    text: '',
    known: false,
    plain: null,
    doc: null,
    refusal,
    position: () => ({ line: 1, column: 1 }),
  };
}

const DEEPEST = 60;

/**
 * Where a text nests deeper than any pack does, or null. The parser takes time and memory beyond all
 * measure on thousands of open brackets or `? ` keys, so such a text must not reach it.
 */
function tooDeepAt(text: string): number | null {
  const indicators = /^[ \t]*(?:[-?:][ \t]+){20,}/m.exec(text);
  if (indicators !== null) return indicators.index;
  const keys = [...text.matchAll(/^[ \t-]*\?(?=\s)/gm)];
  if (keys.length > 20) return keys[20]!.index;
  let open = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[{\]}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > DEEPEST) return index;
  }
  return text.match(/^ {400}/m)?.index ?? null;
}

export type Path = readonly PropertyKey[];

/**
 * The place of what a path leads to; of its nearest parent when it leads nowhere.
 *
 * @param of the value, or the key before it
 */
export function spanOf(source: Source, path: Path, of: 'value' | 'key' = 'value'): Span {
  if (of === 'key') {
    const key = keyNode(source, path);
    if (key?.range) return [key.range[0], key.range[1]];
  }
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(source, path.slice(0, length));
    if (node?.range) return trimmed(source.text, node.range[0], node.range[1]);
  }
  return [0, 0];
}

/** Whether a file has a key at its top. */
export function hasKey(source: Source, key: string): boolean {
  return source.plain === null ? nodeAt(source, [key]) !== null : Object.hasOwn(source.plain.value, key);
}

/** The node a path leads to; none where the path leads nowhere. */
export function nodeAt(source: Source, path: Path): Node | null {
  let node: unknown = source.doc?.contents ?? null;
  for (const step of path) {
    if (isMap(node)) node = pairOf(node.items, step)?.value;
    else if (isSeq(node) && typeof step === 'number') node = node.items[step];
    else return null;
  }
  return isNode(node) ? node : null;
}

function keyNode(source: Source, path: Path): Node | null {
  const parent = nodeAt(source, path.slice(0, -1));
  const key = isMap(parent) ? pairOf(parent.items, path.at(-1)!)?.key : null;
  return isNode(key) ? key : null;
}

function pairOf(items: readonly { key: unknown; value: unknown }[], key: PropertyKey) {
  return items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** Without the line breaks a block ends with. */
function trimmed(text: string, start: number, end: number): Span {
  return [start, start + text.slice(start, end).trimEnd().length];
}
