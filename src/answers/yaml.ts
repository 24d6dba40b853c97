import { isMap, isPair, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { FileError } from '../errors.ts';
import { uniqueKeys } from '../pack/unique-keys.ts';
import { toRecord } from './fields.ts';
import { recordList } from './list.ts';
import type { Reading, Source } from './reading.ts';
import type { AnyRecord } from './record.ts';
import { wholeText } from './utf8.ts';

/**
 * YAML: a list of records, an object with such a list, or one record; also several of these as
 * documents in one file.
 *
 * @throws FileError when it does not parse, or holds no records
 */
export async function* readYaml(source: Source, reading: Reading): AsyncGenerator<AnyRecord> {
  const text = await wholeText(source);
  if (text.trim() === '') throw new FileError(source.file, 'the file is empty');
  let number = 0;
  for (const { value, contents, lineOf } of documents(text, source.file)) {
    const { records, key } = recordList(value, source.file);
    const nodes = listNodes(contents, key);
    for (const [index, record] of records.entries()) {
      number++;
      const line = lineOf(nodes[index] ?? contents);
      yield toRecord(record, { file: source.file, line, number }, reading);
    }
  }
  if (number === 0) throw new FileError(source.file, 'no answers in it');
}

/**
 * Parses one YAML document, such as the front matter of a Markdown file.
 *
 * @throws FileError naming line and column, counted from `firstLine`
 */
export function parseYaml(text: string, file: string, firstLine = 1): unknown {
  return documents(text, file, firstLine)[0]?.value;
}

interface YamlDocument {
  value: unknown;
  contents: Node | null;
  lineOf: (node: Node | null) => number | null;
}

function documents(text: string, file: string, firstLine = 1): YamlDocument[] {
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, logLevel: 'silent', uniqueKeys: uniqueKeys() } as const;
  const all = parseAllDocuments(text, options);
  if (!Array.isArray(all)) return [];
  return all.map((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      const why =
        error.code === 'RESOURCE_EXHAUSTION' ? 'nested too deeply, or too many keys' : error.message;
      throw new FileError(`${file}:${line + firstLine - 1}:${col}`, `YAML that does not parse: ${why}`);
    }
    const lineOf = (node: Node | null) =>
      node?.range ? lineCounter.linePos(node.range[0]).line + firstLine - 1 : null;
    return { value: plainValue(document, file), contents: document.contents, lineOf };
  });
}

/** Aliases are only resolved here: one without an anchor, or a bomb of them, throws here. */
function plainValue(document: { toJS: () => unknown }, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new FileError(file, `YAML that cannot be read: ${(error as Error).message}`);
  }
}

function listNodes(contents: Node | null, key: string | null): Node[] {
  if (isSeq(contents)) return contents.items as Node[];
  if (key === null || !isMap(contents)) return [];
  const pair = contents.items.find((item) => isPair(item) && String(item.key) === key);
  return isSeq(pair?.value) ? (pair.value.items as Node[]) : [];
}
