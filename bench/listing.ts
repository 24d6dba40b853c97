import { STAR_PARTS } from '../src/pack/choices.ts';
import { flagIds, type Graded, metIds } from './measure.ts';

/** The answers the grader marks two or more points away from the raters, worst first, with what both saw. */
export function errorLines(graded: readonly Graded[]): string[] {
  const off = graded
    .filter(({ assessment }) => assessment.score !== null)
    .map((one) => ({ one, by: (one.assessment.score ?? 0) - one.labelled.score }))
    .filter(({ by }) => Math.abs(by) >= 2)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  return [`${off.length} answers two or more points off`, '', ...off.flatMap(({ one }) => answerLines(one))];
}

/**
 * Where a criterion or flag was seen and is not there, was missed, and was rightly found, with the words it
 * rests on.
 *
 * @param id a criterion's or flag's id; with a question before it (`revenue-cycle/leak-found`), only there
 */
export function criterionLines(graded: readonly Graded[], id: string): string[] {
  const [name, question] = id.split('/').reverse();
  const cases = graded
    .filter(({ labelled }) => question === undefined || labelled.question === question)
    .map((one) => ({
      one,
      there: [...(one.labelled.met ?? []), ...(one.labelled.flags ?? [])].includes(name ?? ''),
      found: [...metIds(one), ...flagIds(one)].includes(name ?? ''),
    }));
  const list = (title: string, some: typeof cases, show: (one: Graded) => string[]) => [
    `== ${title}: ${some.length}`,
    '',
    ...some.flatMap(({ one }) => show(one)),
  ];
  const quoted = (one: Graded) => [`${headline(one)}`, ...quotes(one, name ?? ''), ''];
  return [
    ...list(
      'FALSE ALARMS (found, raters did not see it)',
      cases.filter(({ there, found }) => found && !there),
      (one) => [...quotes(one, name ?? ''), ...answerLines(one)],
    ),
    ...list(
      'MISSES (raters saw it, not found)',
      cases.filter(({ there, found }) => there && !found),
      answerLines,
    ),
    ...list(
      'HITS',
      cases.filter(({ there, found }) => there && found),
      quoted,
    ),
  ];
}

function quotes({ assessment }: Graded, name: string): string[] {
  return [...assessment.criteria, ...assessment.redFlags]
    .filter((reading) => reading.id === name)
    .flatMap((reading) => reading.evidence.map(({ quote }) => `    > ${quote.replaceAll('\n', ' ')}`));
}

function headline({ labelled, assessment }: Graded): string {
  const { id, question, by, words, type } = labelled;
  const kind = type === null ? '' : ` ${type}`;
  const exact = assessment.exact ?? '–';
  return `## ${id} ${question} ${by} ${words} words${kind}: raters ${labelled.score}, grader ${assessment.score ?? '–'} (${exact})`;
}

function answerLines(one: Graded): string[] {
  const { labelled, assessment } = one;
  const levels = (of: (part: (typeof STAR_PARTS)[number]) => number) => STAR_PARTS.map(of).join('');
  const star = `STAR raters ${levels((part) => labelled.star[part])} grader ${levels((part) => assessment.star[part].level)}`;
  const lines = [headline(one), star];
  if (labelled.met) lines.push(`met   raters: ${labelled.met.join(' ')} | grader: ${metIds(one).join(' ')}`);
  if (labelled.flags)
    lines.push(`flags raters: ${labelled.flags.join(' ')} | grader: ${flagIds(one).join(' ')}`);
  if (labelled.prompt) lines.push(`Q: ${labelled.prompt}`);
  return [...lines, labelled.answer, ''];
}
