import { Lexer } from 'yaml';
import { nearest } from '../pack/nearest.ts';
import { type Finding, finding, type Span } from './finding.ts';
import { canBeSilenced } from './severity.ts';
import type { Source } from './source.ts';
import { type Code, WORDS } from './words.ts';

/** A comment that takes back one kind of finding in one place. */
interface Silence {
  code: string;
  reason: string;
  span: Span;
  /** The line it speaks of: its own, or the next one when it stands alone. */
  line: number;
}

const COMMENT = /^#\s*greenroom-ignore(?:\s+([a-z-]+))?[^:]*(?::\s*(.*))?$/;

/**
 * Takes out the findings that a comment silences, such as
 * `# greenroom-ignore missing-middle: everyone who answers has done this for years`.
 * Only what leaves the pack usable can be silenced, and only with a reason.
 *
 * @param findings all of this one file
 * @param mutate whether mutations were looked into, so that silence about them can be judged
 * @returns what is left, with findings about the comments themselves
 */
export function withoutSilenced(source: Source, findings: readonly Finding[], mutate: boolean): Finding[] {
  const silences = silencesOf(source);
  if (silences.length === 0) return [...findings];
  const used = new Set<Silence>();
  const left = findings.filter((one) => {
    const silence = silences.find(
      ({ code, line, reason }) => code === one.code && line === one.line && reason !== '',
    );
    if (silence === undefined || !canBeSilenced(one.code)) return true;
    used.add(silence);
    return false;
  });
  const idle = silences.filter((one) => !used.has(one) && (mutate || !one.code.startsWith('unguarded-')));
  return [...left, ...idle.map((silence) => aboutIdle(source, silence))];
}

/** Why a comment silenced nothing. */
function aboutIdle(source: Source, { code, reason, span }: Silence): Finding {
  if (!Object.hasOwn(WORDS, code)) {
    return finding('silence-unknown', source, span, { code, meant: nearest(code, Object.keys(WORDS)) });
  }
  if (!canBeSilenced(code as Code)) return finding('silence-refused', source, span, { code });
  if (reason === '') return finding('silence-without-reason', source, span, {});
  return finding('silence-unused', source, span, { code });
}

/** Found by the lexer, so that an answer which quotes such a comment silences nothing. */
function silencesOf(source: Source): Silence[] {
  if (source.known || source.refusal !== null || !source.text.includes('greenroom-ignore')) return [];
  const { text, position } = source;
  const silences: Silence[] = [];
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    // The lexer marks documents and scalars with control characters that are not in the text.
    if (!text.startsWith(token, at)) continue;
    const match = token.startsWith('#') ? COMMENT.exec(token.trimEnd()) : null;
    if (match !== null) {
      const span: Span = [at, at + token.trimEnd().length];
      const [, code = '', reason = ''] = match;
      silences.push({ code, reason: reason.trim(), span, line: lineSpokenOf(text, at, position) });
    }
    at += token.length;
  }
  return silences;
}

function lineSpokenOf(text: string, at: number, position: Source['position']): number {
  const { line, column } = position(at);
  const alone = text.slice(at - column + 1, at).trim() === '';
  if (!alone) return line;
  const below = text.split('\n').slice(line);
  const next = below.findIndex((one) => one.trim() !== '' && !one.trim().startsWith('#'));
  return next < 0 ? line : line + next + 1;
}
