import { flowValue } from './brackets.ts';
import {
  close,
  columnBelow,
  keyAt,
  NOT_PLAIN,
  nextLine,
  notPlain,
  open,
  type Reader,
  restIsEmpty,
  takeKey,
} from './reader.ts';
import { blockText, plainText } from './texts.ts';

/**
 * Reads the plain part of YAML, in which packs are written: blocks of keys and lists, texts on one line or several,
 * lists in brackets. The library takes thirty times as long, since it keeps every character's place and knows all
 * that YAML can be; whatever is not plain here is left to it, faults above all, so that it alone decides what is one.
 */

export interface PlainYaml {
  value: Record<string, unknown>;
  /** Texts and numbers with a comment behind them on their line. */
  commented: ReadonlySet<unknown>;
}

/** Tabs, carriage returns, control characters and marks of documents have rules of their own. */
const UNUSUAL = /[\0-\x09\x0b-\x1f\x7f-\x9f\ufeff]|^(?:---|\.\.\.|%)/m;

/** @returns null for what is not plain YAML: the library may still read it */
export function readPlainYaml(text: string): PlainYaml | null {
  if (!text.endsWith('\n') || UNUSUAL.test(text)) return null;
  const reader: Reader = { text, at: 0, commented: new Set(), depth: 0 };
  try {
    if (nextLine(reader) !== 0) return null;
    const value = blockMap(reader, 0);
    return nextLine(reader) === -1 ? { value, commented: reader.commented } : null;
  } catch (reason) {
    if (reason !== NOT_PLAIN) throw reason;
    return null;
  }
}

/** The library compares each key with all before it, so that many take it long: let it say so. */
const MOST_KEYS = 1000;

/** From the first key on, which stands in this column. */
function blockMap(reader: Reader, column: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  open(reader);
  for (let count = 0; ; count++) {
    if (count === MOST_KEYS) notPlain();
    map[takeKey(reader, map)] = keyValue(reader, column);
    const below = nextLine(reader);
    if (below < column) {
      backToLineStart(reader, below);
      close(reader);
      return map;
    }
    if (below > column) notPlain();
  }
}

/** The value of a key, on its line or below it. */
function keyValue(reader: Reader, column: number): unknown {
  if (!restIsEmpty(reader)) return valueAt(reader, column);
  const below = nextLine(reader);
  const isList = below >= column && startsList(reader);
  if (isList) return blockList(reader, below);
  if (below <= column) notPlain();
  return keyAt(reader) === null ? valueAt(reader, column) : blockMap(reader, below);
}

function startsList({ text, at }: Reader): boolean {
  return text[at] === '-' && text[at + 1] === ' ';
}

/** From the first entry on, whose hyphen stands in this column. */
function blockList(reader: Reader, column: number): unknown[] {
  const list: unknown[] = [];
  open(reader);
  for (;;) {
    const hyphen = reader.at;
    reader.at++;
    if (restIsEmpty(reader) || startsList(reader)) notPlain();
    list.push(
      keyAt(reader) === null ? valueAt(reader, column) : blockMap(reader, column + reader.at - hyphen),
    );
    const below = nextLine(reader);
    if (below < column || (below === column && !startsList(reader))) {
      backToLineStart(reader, below);
      close(reader);
      return list;
    }
    if (below > column) notPlain();
  }
}

function backToLineStart(reader: Reader, column: number): void {
  if (column > 0) reader.at -= column;
}

/** A text, a number, or something in brackets; goes to the start of the next line. */
function valueAt(reader: Reader, column: number): unknown {
  const first = reader.text[reader.at]!;
  if (first === '>' || first === '|') return blockText(reader, column);
  if (first === '[' || first === '{' || first === '"' || first === "'") {
    const value = flowValue(reader, column);
    const end = reader.at;
    if (!restIsEmpty(reader) || columnBelow(reader) > column) notPlain();
    if (reader.text.slice(end, reader.at).includes('#')) reader.commented.add(value);
    return value;
  }
  return plainText(reader, column);
}
