import { isCollection, isMap, isScalar, visit, type YAMLError } from 'yaml';
import { type Finding, finding, type Span } from './finding.ts';
import type { Source } from './source.ts';
import type { Slip } from './wording-yaml.ts';

/** What is wrong with a file as YAML. With any of these, what the file means is not looked into. */
export function syntaxFindings(source: Source): Finding[] {
  const { refusal, plain } = source;
  if (plain !== null) return [];
  if (refusal?.code === 'not-text') return [finding('not-text', source, [0, 0], {})];
  if (refusal?.code === 'too-large') return [finding('too-large', source, [0, 0], { bytes: refusal.bytes })];
  if (refusal?.code === 'too-deep') return [finding('too-deep', source, oneOf(refusal.offset), {})];
  const { doc } = source;
  if (doc === null) return [];
  if (doc.errors.length > 0) return doc.errors.slice(0, 1).map((error) => fromError(source, error));
  const tags = doc.warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map((warning) => finding('tag', source, warning.pos, { tag: source.text.slice(...warning.pos) }));
  const nodes = nodeFindings(source);
  if (tags.length + nodes.length > 0) return [...tags, ...nodes];
  if (isMap(doc.contents)) return [];
  if (doc.contents === null || (isScalar(doc.contents) && doc.contents.value === null)) {
    return [finding('empty-file', source, [0, 0], {})];
  }
  return [finding('not-a-block', source, firstLine(source, doc.contents.range?.[0] ?? 0), {})];
}

/** The parser goes on after an error, but what it then reports is mostly the first one's echo. */
function fromError(source: Source, error: YAMLError): Finding {
  const span: Span = [error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)];
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const key = keySpan(source, error.pos[0]);
      return finding('duplicate-key', source, key, { key: source.text.slice(...key).replace(/["']/g, '') });
    }
    case 'TAB_AS_INDENT':
      return finding('tab', source, span, {});
    case 'MULTIPLE_DOCS':
      return finding('several-documents', source, firstLine(source, error.pos[0]), {});
    default:
      return finding('yaml-syntax', source, firstLine(source, openingOf(source, error)), {
        code: error.code,
        said: error.message,
        slip: slipAt(source, openingOf(source, error)),
      });
  }
}

/** What trips people up who write YAML by hand, where the parser's complaint is only its consequence. */
function slipAt(source: Source, at: number): Slip | null {
  if (lineHasCurlyQuotes(source, at)) return 'curly-quote';
  return /[[{]/.test(source.text[at] ?? '') && /\s#/.test(lineOf(source, at)) ? 'comment-in-list' : null;
}

/** Whether a text on this line begins with a quotation mark of print, which YAML takes for a letter. */
export function lineHasCurlyQuotes(source: Source, at: number): boolean {
  return /[:[,{-]\s*[“”„‟]/.test(lineOf(source, at));
}

function lineOf({ text }: Source, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start).split('\n', 1)[0]!;
}

/** What is never closed is reported at the end of the file; it is to be mended where it was opened. */
function openingOf({ doc }: Source, error: YAMLError): number {
  const [at] = error.pos;
  let opening = at;
  if (error.code !== 'MISSING_CHAR' && error.code !== 'BAD_INDENT') return at;
  visit(doc!, {
    Node(_, node) {
      const [start = at, end = at] = node.range ?? [];
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const bracketed = isCollection(node) && node.flow === true;
      if ((quoted || bracketed) && start < at && end >= at) opening = start;
    },
  });
  return opening;
}

/** Anchors, aliases and `__proto__` are YAML that parses, but no pack needs them. */
function nodeFindings(source: Source): Finding[] {
  const found: Finding[] = [];
  visit(source.doc!, {
    Alias(_, { source: name, range }) {
      found.push(finding('alias', source, spanOfNode(range), { name: `*${name}` }));
    },
    Value(_, { anchor, range }) {
      if (anchor === undefined) return;
      const at = source.text.lastIndexOf(`&${anchor}`, range?.[0]);
      found.push(finding('alias', source, [at, at + anchor.length + 1], { name: `&${anchor}` }));
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '__proto__') {
        found.push(finding('bad-id', source, spanOfNode(key.range), { id: '__proto__' }));
      } else if (isCollection(key)) {
        found.push(finding('key-not-a-word', source, spanOfNode(key.range), {}));
        return visit.SKIP;
      }
      return undefined;
    },
  });
  return found;
}

function spanOfNode(range: readonly number[] | null | undefined): Span {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function oneOf(offset: number): Span {
  return [offset, offset + 1];
}

function firstLine(source: Source, start: number): Span {
  const line = source.text.slice(start).split('\n', 1)[0]!.trimEnd();
  return [start, start + Math.max(1, line.length)];
}

function keySpan(source: Source, start: number): Span {
  const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(source.text.slice(start))?.[0].trimEnd() ?? '';
  return [start, start + Math.max(1, key.length)];
}
