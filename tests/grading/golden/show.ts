import type { Assessment, Evidence } from '../../../src/grading/assessment.ts';
import { ACTOR, MOOD, PAST, readClauses } from '../../../src/grading/offline/clauses.ts';
import { findMarks } from '../../../src/grading/offline/marks.ts';
import type { AnswerReading } from '../../../src/grading/offline/read.ts';
import { readText } from '../../../src/grading/offline/tokens.ts';
import { STAR_PARTS } from '../../../src/pack/choices.ts';

const nameOf = (codes: Record<string, number>, code: number) =>
  Object.keys(codes).find((name) => codes[name] === code)!;

const PAST_SIGN: Record<number, string> = {
  [PAST.no]: '',
  [PAST.deed]: '+',
  [PAST.state]: '=',
  [PAST.passive]: '^',
};

/**
 * A text as it is read, a sentence a line: who (and how it is put) before the words it holds for; behind a word `+` a
 * deed, `=` a state, `^` done to somebody; `!` before one that is denied; `'` before one with a capital; in brackets
 * what the line holds of numbers, changes, deeds and names.
 */
export function shownReading(source: string): string {
  const text = readText(source);
  const reading = readClauses(text);
  const marks = findMarks(text, reading);
  return text.sentences
    .map(({ from, to }) => {
      let before = '';
      let line = '';
      for (let i = from; i < to; i++) {
        const mood = nameOf(MOOD, reading.mood[i]!);
        const who = `${nameOf(ACTOR, reading.actor[i]!)}${mood === 'fact' ? '' : `/${mood}`}:`;
        if (who !== before) line += ` ${who}`;
        before = who;
        const { text: word, capital, kind } = text.tokens[i]!;
        line += ` ${reading.negated[i] === 1 ? '!' : ''}${capital ? "'" : ''}${word}${PAST_SIGN[reading.past[i]!]}${kind === 'number' ? '#' : ''}`;
      }
      for (const [name, hits] of Object.entries(marks)) {
        const own = hits.filter((hit) => hit.from >= from && hit.from < to);
        if (name === 'deed' || own.length === 0) continue;
        line += ` [${name}: ${own.map((hit) => quote(source, text.tokens[hit.from]!.start, text.tokens[hit.to - 1]!.end)).join(', ')}]`;
      }
      return line.trim();
    })
    .join('\n');
}

const quote = (source: string, start: number, end: number) => source.slice(start, end).replace(/\s+/g, ' ');

const places = (evidence: Evidence[]) =>
  evidence.map((one) => ` "${one.quote.replace(/\s+/g, ' ')}"`).join('');

/** An assessment and the sums behind its STAR parts, a line for each thing found. */
export function shownGrade(name: string, assessment: Assessment, reading: AnswerReading): string {
  const { score, exact, star, criteria, redFlags, advice, followUp, words } = assessment;
  const { substance, copied } = reading;
  return [
    `## ${name}: ${score} (${exact}), ${substance}, ${words} words${copied === null ? '' : `, copies "${copied}"`}`,
    ...STAR_PARTS.map((part) => {
      const { level, evidence } = star[part];
      return `${part} ${level} (of ${reading.star[part].sum.toFixed(3)})${places(evidence)}`;
    }),
    ...criteria.flatMap(({ id, met, evidence }, i) => {
      const { level } = reading.criteria[i]!;
      return level === 0 ? [] : [`${id} ${met ? 'met' : 'hinted at'}${places(evidence)}`];
    }),
    ...redFlags.map(({ id, severity, evidence }) => `FLAG ${id} (${severity})${places(evidence)}`),
    `${advice.map(({ text }) => text).join(' ')} ${followUp ?? ''}`.trim(),
  ].join('\n');
}
