import { isMap, isNode, isSeq } from 'yaml';
import type * as z from 'zod';
import { nearest } from '../pack/nearest.ts';
import { type Finding, finding, type Span } from './finding.ts';
import { keysAt } from './keys.ts';
import { nodeAt, type Path, type Source, spanOf } from './source.ts';
import { lineHasCurlyQuotes } from './syntax.ts';
import type { Kind } from './wording.ts';
import type { Slip } from './wording-yaml.ts';

type Issue = z.core.$ZodIssue;

/** What a schema says of a file, each issue turned into a finding with its place in the text. */
export function shapeFindings(source: Source, schema: z.ZodType, issues: readonly Issue[]): Finding[] {
  const meant = new Set<string>();
  return unknownFirst(issues).flatMap((issue) => fromIssue({ source, schema, meant }, issue, issue.path));
}

/** Unknown keys tell which missing ones are only mistyped. */
function unknownFirst(issues: readonly Issue[]): Issue[] {
  const rank = ({ code }: Issue) => (code === 'unrecognized_keys' ? 0 : 1);
  return issues.toSorted((a, b) => rank(a) - rank(b));
}

interface Shape {
  source: Source;
  schema: z.ZodType;
  /** Paths of keys that are there under a mistyped name: they are not missing as well. */
  meant: Set<string>;
}

function fromIssue(shape: Shape, issue: Issue, path: Path): Finding[] {
  const { source, schema } = shape;
  const value = nodeAt(source, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) => {
        const meant = nearest(key, known);
        if (meant !== null) shape.meant.add(nameOf([...path, meant]));
        const place = spanOf(source, [...path, key], 'key');
        const slip = slipIn(source, place, key);
        // A sign with ": " in it has no "find", but that is not what is wrong with it.
        if (slip === 'colon-in-text') shape.meant.add(nameOf([...path, 'find']));
        return finding('unknown-key', source, place, { key, meant, known, slip });
      });
    }
    case 'invalid_union':
      return fromUnion(shape, issue, path);
    case 'invalid_key':
      return [finding('bad-id', source, spanOf(source, path, 'key'), { id: String(path.at(-1)) })];
    case 'invalid_format':
      return [finding('bad-id', source, spanOf(source, path), { id: textOf(value) })];
    case 'invalid_value': {
      if (value === null) return missing(shape, path);
      const allowed = issue.values.map(String);
      const args = { value: textOf(value), meant: nearest(textOf(value), allowed), allowed };
      return [finding('unknown-value', source, spanOf(source, path), args)];
    }
    case 'too_small':
    case 'too_big':
      return [size(source, issue, path)];
    case 'invalid_type': {
      if (value === null) return missing(shape, path);
      const args = { key: nameOf(path), expected: expectedOf(issue.expected), found: kindOf(value) };
      return [finding('wrong-type', source, spanOf(source, path), args)];
    }
    default:
      return [
        finding('wrong-type', source, spanOf(source, path), {
          key: nameOf(path),
          expected: null,
          found: kindOf(value),
        }),
      ];
  }
}

/** What makes a text look like a key; a key of the format is one word. */
function slipIn(source: Source, place: Span, key: string): Slip | null {
  if (lineHasCurlyQuotes(source, place[0])) return 'curly-quote';
  if (/^[a-z_]+:/.test(key)) return 'colon-without-space';
  return /\s/.test(key) ? 'colon-in-text' : null;
}

/** Of a union's branches, the one whose kind of value was written is the one that was meant. */
function fromUnion(shape: Shape, issue: Issue & { code: 'invalid_union' }, path: Path): Finding[] {
  const { source } = shape;
  const value = nodeAt(source, path);
  if (value === null) return missing(shape, path);
  const branch = issue.errors.find(
    (issues) => !issues.some((i) => i.path.length === 0 && i.code === 'invalid_type'),
  );
  if (branch !== undefined && !isSeq(value)) {
    return unknownFirst(branch).flatMap((inner) => fromIssue(shape, inner, [...path, ...inner.path]));
  }
  const expected: Kind = path.includes('signs') ? 'sign' : 'range';
  return [
    finding('wrong-type', source, spanOf(source, path), {
      key: nameOf(path),
      expected,
      found: kindOf(value),
    }),
  ];
}

function missing({ source, meant }: Shape, path: Path): Finding[] {
  if (meant.has(nameOf(path))) return [];
  const [start, end] = spanOf(source, path.slice(0, -1));
  const firstLine = source.text.slice(start, end).split('\n', 1)[0]!.trimEnd();
  const args = {
    key: String(path.at(-1) ?? ''),
    within: path.length > 1 ? nameOf(path.slice(0, -1)) : null,
  };
  return [finding('missing-key', source, [start, start + firstLine.length], args)];
}

function size(source: Source, issue: Issue & { code: 'too_small' | 'too_big' }, path: Path): Finding {
  const span = spanOf(source, path);
  const key = nameOf(path);
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  if (issue.code === 'too_small' && issue.origin === 'string') return finding('empty', source, span, { key });
  if (issue.code === 'too_small' && issue.origin === 'array' && limit === 1)
    return finding('empty', source, span, { key });
  const unit = issue.origin === 'string' ? 'characters' : issue.origin === 'array' ? 'entries' : null;
  return finding('out-of-range', source, span, {
    key,
    way: issue.code === 'too_small' ? (issue.inclusive === false ? 'above' : 'at-least') : 'at-most',
    limit,
    unit,
  });
}

const EXPECTED: Record<string, Kind> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  object: 'block',
  record: 'block',
  array: 'list',
  tuple: 'range',
  boolean: 'boolean',
};

function expectedOf(expected: string): Kind | null {
  return EXPECTED[expected] ?? null;
}

function kindOf(node: unknown): Kind {
  if (isMap(node)) return 'block';
  if (isSeq(node)) return 'list';
  const value = isNode(node) ? node.toJSON() : node;
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

function textOf(node: unknown): string {
  const value: unknown = isNode(node) ? node.toJSON() : node;
  return typeof value === 'string' ? value : String(value);
}

/** A path as people say it: `criteria[2].weight`, lists counted from 1. */
function nameOf(path: Path): string {
  return path
    .map((step, i) =>
      typeof step === 'number' ? `[${step + 1}]` : i === 0 ? String(step) : `.${String(step)}`,
    )
    .join('');
}
