import * as z from 'zod';
import { LABELS } from '../grading/assessment.ts';
import { SEVERITIES, STAR_PARTS } from '../pack/choices.ts';
import type { Marks, ScoredMarks } from './progress.ts';
import { JOURNAL_VERSION, SESSION } from './schema.ts';

/**
 * The line of a scored answer as the grader and the journal write it, letter for letter: fields in this order, no
 * space between them, nothing added. What it matches is JSON and holds what `isReadable` asks for, so that a line can
 * be read by it without making an object of each of its quotes; whatever it does not match is parsed.
 */

const text = String.raw`"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"`;
/** Without anything that would have to be unescaped. */
const name = String.raw`"[^"\\\x00-\x1f]*"`;
const whole = '(?:0|[1-9][0-9]{0,14})';
const textOrNull = `(?:${text}|null)`;
const oneOf = (choices: readonly string[]) => `"(?:${choices.join('|')})"`;
const inner = ({ source }: RegExp) => source.replace(/^\^|\$$/g, '');
const list = (item: string) => String.raw`\[(?:${item}(?:,${item})*)?\]`;
const object = (fields: Record<string, string>) =>
  `\\{${Object.entries(fields).map(([key, value]) => `"${key}":${value}`)}\\}`;

const evidence = list(object({ start: whole, end: whole, quote: text }));
const part = object({ level: '[0-2]', evidence });
const CRITERIA = list(object({ id: name, met: '(?:true|false)', evidence }));
const FLAGS = list(object({ id: name, severity: oneOf(SEVERITIES), evidence }));

const LINE = new RegExp(
  `^${object({
    v: `${JOURNAL_VERSION}`,
    at: `"${inner(z.regexes.datetime({}))}"`,
    session: `"${inner(SESSION)}"`,
    event: '"scored"',
    answer: `(${name})`,
    assessment: object({
      id: textOrNull,
      candidate: textOrNull,
      question: textOrNull,
      status: '"scored"',
      reason: 'null',
      score: '([1-5])',
      exact: String.raw`([1-5](?:\.[0-9]{1,2})?)`,
      label: oneOf(Object.values(LABELS)),
      star: object(Object.fromEntries(STAR_PARTS.map((one) => [one, part]))),
      criteria: `(${CRITERIA})`,
      redFlags: `(${FLAGS})`,
      advice: list(object({ about: text, text })),
      followUp: textOrNull,
      words: `(${whole})`,
      answerHash: text,
      grader: object({ name: text, version: text, model: textOrNull }),
      rubric: object({ version: whole, hash: text }),
      mark: 'null',
      extra: String.raw`\{\}`,
    }),
  })}$`,
);
const EVIDENCE = new RegExp(evidence, 'g');

/** Which criteria were met comes in few ways, over and over; each is held once. */
const known = new Map<string, Marks['criteria']>();

/** A pattern remembers where it was in a line, for each of its escapes; a line beyond all measure would fill the memory. */
const LONGEST = 200_000;

/** What progress looks at of a scored answer; null for a line that is written in any other way. */
export function scoredLine(line: string): ScoredMarks | null {
  const found = line.length > LONGEST ? null : LINE.exec(line);
  if (found === null) return null;
  const [, answer, score, exact, criteria, redFlags, words] = found as unknown as string[];
  const assessment = {
    score: Number(score) as Marks['score'],
    exact: Number(exact),
    words: Number(words),
    criteria: criteriaIn(criteria!),
    redFlags: redFlags === '[]' ? [] : (JSON.parse(redFlags!) as Marks['redFlags']).map(({ id }) => ({ id })),
  };
  return { event: 'scored', answer: answer!.slice(1, -1), assessment };
}

function criteriaIn(json: string): Marks['criteria'] {
  const bare = json.replace(EVIDENCE, '[]');
  let all = known.get(bare);
  if (all === undefined) {
    all = (JSON.parse(bare) as Marks['criteria']).map(({ id, met }) => ({ id, met }));
    known.set(bare, all);
  }
  return all;
}
