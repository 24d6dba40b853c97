import { severityOf } from './severity.ts';
import type { Source } from './source.ts';
import type { ArgsOf, Code } from './words.ts';
import { WORDS } from './words.ts';

export type FindingSeverity = 'error' | 'warning';

/** Something wrong with a pack. Lines and columns count from 1; the end is the first place after it. */
export interface Finding {
  code: Code;
  severity: FindingSeverity;
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
  /** What to do about it, where that is certain. */
  fix: string | null;
}

/** A stretch of a file's text, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** Puts a finding together: its place from the span, its severity and words from the code. */
export function finding<C extends Code>(code: C, source: Source, span: Span, args: ArgsOf<C>): Finding {
  const [start, end] = [Math.min(span[0], source.text.length), Math.min(span[1], source.text.length)];
  const from = source.position(start);
  const to = source.position(Math.max(start, end));
  const { message, fix } = (WORDS[code] as (a: ArgsOf<C>) => { message: string; fix: string | null })(args);
  return {
    code,
    severity: severityOf(code),
    file: source.file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    message,
    fix,
  };
}

/** `file:line:column`, as editors and terminals link it. */
export function placeOf({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`;
}

/** By file, then by place. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
