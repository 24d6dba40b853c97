import { type Asked, type Cohort, cohortOf, columnOf, type Person } from './cohort.ts';
import { answerSection } from './markdown-answer.ts';
import { inline, tableOf } from './markdown-text.ts';
import type { Graded, ReportContext, ReportKind } from './report.ts';
import { CAVEAT, inWords, tally } from './summary.ts';
import { gapsInWords, gridInWords, NOBODY } from './wording.ts';

/** The cohort as one Markdown document: the grid, what is missed most, red flags, then person by person. */
export const markdown: ReportKind = {
  holdsAll: true,
  sideBySide: true,
  open(context) {
    const graded: Graded[] = [];
    const { add, summary } = tally();
    return {
      add(one) {
        add(one.assessment);
        graded.push(one);
        return '';
      },
      *end() {
        const cohort = cohortOf(graded, context);
        yield `# Answers and marks\n\n${inWords(summary())}. ${CAVEAT}\n`;
        yield `\n## At a glance\n\n${gridInWords(cohort)}\n\n${grid(cohort)}\n`;
        if (cohort.missed.length > 0) yield `\n## Missed most often\n\n${missedTable(cohort)}\n`;
        if (cohort.flagged.length > 0) yield `\n## Red flags\n\n${flagTable(cohort)}\n`;
        for (const person of cohort.people) {
          yield `\n## ${inline(person.name ?? NOBODY)}\n`;
          const gaps = gapsInWords(person, cohort.asked);
          if (gaps !== null) yield `\n${inline(gaps)}\n`;
          for (const one of person.graded) yield `\n${answerSection(one, context, 3)}\n`;
        }
      },
    };
  },
};

/** One person's page: what they said and what would make it better. */
export function personPage(person: Person, asked: Asked[], context: ReportContext): string {
  const { add, summary } = tally();
  for (const { assessment } of person.graded) add(assessment);
  const gaps = gapsInWords(person, asked);
  const parts = [
    `# ${inline(person.name ?? NOBODY)}`,
    `${inWords(summary())}. ${CAVEAT}`,
    ...(gaps === null ? [] : [inline(gaps)]),
    ...person.graded.map((one) => answerSection(one, context, 2)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const MOST_MISSED = 15;

function grid({ people, asked }: Cohort): string {
  const rows = people.map((person) => [
    inline(person.name ?? NOBODY),
    ...asked.map((column) =>
      person.graded
        .filter((one) => columnOf(one, asked) === column)
        .map(
          ({ assessment: { score, mark, redFlags } }) =>
            `${score ?? '–'}${redFlags.length === 0 ? '' : ' !'}${mark === null ? '' : ` (marked ${mark})`}`,
        )
        .join(', '),
    ),
    person.mean?.toFixed(2) ?? '–',
  ]);
  return tableOf(['Candidate', ...asked.map(({ title }) => inline(title)), 'Mean'], rows);
}

function missedTable({ missed, asked }: Cohort): string {
  const rows = missed
    .slice(0, MOST_MISSED)
    .map((one) => [titleOf(one.question, asked), inline(one.statement), `${one.missed} of ${one.of}`]);
  return tableOf(['Question', 'Not shown', 'Answers'], rows);
}

function flagTable({ flagged, asked }: Cohort): string {
  const rows = flagged.map(({ question, statement, severity, people }) => [
    titleOf(question, asked),
    inline(statement),
    severity,
    String(people.length),
  ]);
  return tableOf(['Question', 'What was heard', 'Severity', 'Answers'], rows);
}

function titleOf(question: string, asked: Cohort['asked']): string {
  return inline(asked.find(({ id }) => id === question)?.title ?? question);
}
