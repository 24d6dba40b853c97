import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Assessment, Evidence, FlagReading, Level } from '../grading/assessment.ts';
import type { Rubric, StarPart } from '../pack/schema.ts';
import { plainText } from './plain.ts';

/** How the terminal sets text off. Nothing is said by it alone; each may return its text as it is. */
export interface Palette {
  bold: (text: string) => string;
  dim: (text: string) => string;
  good: (text: string) => string;
  worry: (text: string) => string;
}

export interface CardLayout {
  /** Columns to fill. */
  width: number;
  palette: Palette;
}

const LABEL = 10;
const STAR_WORDS: Record<Level, string> = { 0: 'missing', 1: 'thin', 2: 'clear' };
const MOST = { advice: 2, flags: 2 };

/**
 * The scorecard of one answer, as lines for a terminal: the score and what it means, STAR, what landed in
 * the speaker's words, what to change first, what would worry the panel, and what they would ask next.
 *
 * @param compared stands in for STAR and what landed, where an earlier answer is there to compare with
 */
export function scorecard(
  assessment: Assessment,
  rubric: Rubric,
  layout: CardLayout,
  compared: string[] | null = null,
): string[] {
  if (assessment.status === 'unscored') {
    return labelled('Unscored', assessment.reason?.message ?? 'no reason was given', layout);
  }
  const flags = carefulLines(assessment, rubric, layout);
  const severe = assessment.redFlags.some((flag) => flag.severity === 'severe');
  return [
    ...headline(assessment, rubric, layout),
    ...(compared === null ? [starLine(assessment, layout.palette)] : []),
    '',
    ...(severe ? flags : []),
    ...(compared ?? landedLines(assessment, layout)),
    ...adviceLines(assessment, layout),
    ...(severe ? [] : flags),
    ...(assessment.followUp === null
      ? []
      : ['', ...paragraph(`They would now ask: ${assessment.followUp}`, layout)]),
  ];
}

/** `3 adequate · what that means`. */
function headline(assessment: Assessment, rubric: Rubric, { width, palette }: CardLayout): string[] {
  const score = assessment.score ?? 1;
  const mark = `${score} ${assessment.label}`;
  const text = wrap(`${mark} · ${plainText(rubric.anchors[score])}`, width);
  return text.map((line, index) => (index === 0 ? palette.bold(mark) + line.slice(mark.length) : line));
}

function starLine(assessment: Assessment, palette: Palette): string {
  const parts = (Object.keys(assessment.star) as StarPart[]).map((part) => {
    const said = `${part[0]?.toUpperCase()}${part.slice(1)} ${STAR_WORDS[assessment.star[part].level]}`;
    return assessment.star[part].level === 2 ? palette.good(said) : palette.dim(said);
  });
  return parts.join('   ');
}

function landedLines(assessment: Assessment, layout: CardLayout): string[] {
  const met = assessment.criteria.filter((criterion) => criterion.met);
  if (met.length === 0) return labelled('Landed', 'nothing yet that a panel could write down', layout);
  const names = met.map((criterion) => nameOf(criterion.id));
  const column = Math.max(...names.map((name) => name.length)) + 2;
  return met.map((criterion, index) => {
    const room = layout.width - LABEL - column;
    const label = (index === 0 ? 'Landed' : '').padEnd(LABEL);
    const name = (names[index] ?? '').padEnd(column);
    return layout.palette.good(label) + name + quoted(criterion.evidence, room);
  });
}

function adviceLines(assessment: Assessment, layout: CardLayout): string[] {
  const flags = new Set(assessment.redFlags.map((flag) => flag.id));
  return assessment.advice
    .filter((advice) => !flags.has(advice.about))
    .slice(0, MOST.advice)
    .flatMap((advice, index) => labelled(index === 0 ? 'Next' : '', advice.text, layout));
}

function carefulLines(assessment: Assessment, rubric: Rubric, layout: CardLayout): string[] {
  return assessment.redFlags
    .slice(0, MOST.flags)
    .flatMap((flag, index) =>
      labelled(index === 0 ? 'Careful' : '', careful(flag, rubric, layout.width), layout, 'worry'),
    );
}

/** What was said, why a panel worries, and what to say instead. */
function careful(flag: FlagReading, rubric: Rubric, width: number): string {
  const told = rubric.red_flags.find((one) => one.id === flag.id);
  const quote = quoted(flag.evidence, Math.min(60, width - LABEL));
  return [quote, told && `${sentence(told.statement)} ${sentence(told.instead)}`].filter(Boolean).join(' ');
}

/** A criterion's or flag's id as words: `measured-result` is "measured result". */
export function nameOf(id: string): string {
  return plainText(id).replaceAll('-', ' ');
}

/** The first piece of evidence in quotation marks, cut to `room` columns. */
function quoted(evidence: Evidence[], room: number): string {
  const [first] = evidence;
  return first === undefined ? '' : `"${clipped(first.quote, room - 2)}"`;
}

/** One line of at most `room` columns, cut at a word if it can be. */
export function clipped(text: string, room: number): string {
  const flat = plainText(text).replace(/\s+/gu, ' ').trim();
  if (stringWidth(flat) <= room) return flat;
  const [line = ''] = wrap(flat, Math.max(1, room - 2));
  return `${line} …`;
}

function sentence(text: string): string {
  const flat = plainText(text).trim();
  return /[.?!]$/u.test(flat) ? flat : `${flat}.`;
}

/** A paragraph behind a label in the margin. */
export function labelled(
  label: string,
  text: string,
  { width, palette }: CardLayout,
  tone: keyof Palette = 'bold',
): string[] {
  return wrap(plainText(text), Math.max(20, width - LABEL)).map(
    (line, index) => palette[tone]((index === 0 ? label : '').padEnd(LABEL)) + line,
  );
}

function paragraph(text: string, { width }: CardLayout): string[] {
  return wrap(plainText(text), width);
}

/** Lines of at most `width` columns; words that are longer are broken. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n');
}
