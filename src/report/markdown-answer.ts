import type { Assessment, Evidence } from '../grading/assessment.ts';
import type { StarPart } from '../pack/schema.ts';
import { differences, graderInWords } from './beside.ts';
import { criterionOf, flagOf } from './cohort.ts';
import { inline, quotation, tableOf } from './markdown-text.ts';
import type { Graded, ReportContext } from './report.ts';
import { askedInWords, LEVEL_WORDS, markInWords, PART_WORDS, scoreInWords } from './wording.ts';

/**
 * One answer: its mark, what was said, what it showed and missed, and what to do about it.
 *
 * @param level of its heading
 */
export function answerSection(graded: Graded, context: ReportContext, level: number): string {
  const { assessment, answer } = graded;
  const asked = askedInWords(graded, context);
  const mark = markInWords(assessment);
  const parts = [
    `${'#'.repeat(level)} ${inline(asked.title)}: ${scoreInWords(assessment)}`,
    asked.prompt === null ? '' : `*${inline(asked.prompt)}*`,
    mark === null ? '' : inline(mark),
    quotation(answer),
    ...(assessment.reason === null
      ? [starLine(assessment), findings(assessment, context), nextSteps(assessment)]
      : [`Not scored: ${inline(assessment.reason.message)}`]),
    ...(graded.beside === undefined ? [] : besideLines(assessment, graded.beside)),
  ];
  return parts.filter((part) => part !== '' && part !== '>').join('\n\n');
}

/** What the second grader makes of it, and where the two differ. */
function besideLines(assessment: Assessment, beside: Assessment): string[] {
  const head = `**Second opinion**, ${inline(graderInWords(beside))}: ${scoreInWords(beside)}`;
  if (beside.reason !== null) return [head, `Not scored: ${inline(beside.reason.message)}`];
  const rows = differences(assessment, beside).map(({ what, first, second, quote }) =>
    [what, first, second, quote].map(inline),
  );
  if (rows.length > 0)
    return [
      head,
      tableOf(
        ['They differ on', assessment.grader.name, beside.grader.name, 'In the words'].map(inline),
        rows,
      ),
    ];
  return assessment.reason === null ? [head, 'The two agree on every item.'] : [head];
}

function starLine({ star }: Assessment): string {
  const parts = Object.entries(star) as [StarPart, Assessment['star'][StarPart]][];
  return parts.map(([part, { level }]) => `${PART_WORDS[part]} ${LEVEL_WORDS[level]}`).join(' · ');
}

function findings(assessment: Assessment, context: ReportContext): string {
  const question = assessment.question ?? '';
  const lines = [
    ...assessment.redFlags.map(({ id, severity, evidence }) => {
      const flag = flagOf(context, question, id);
      // The advice below already says it when the flag is what to mend first.
      const told = flag === undefined || assessment.advice.some(({ about }) => about === id);
      const instead = told ? '' : ` Instead: ${inline(flag.instead)}`;
      return `- **Red flag** (${severity}): ${inline(flag?.statement ?? id)}${quoted(evidence)}${instead}`;
    }),
    ...assessment.criteria
      .filter(({ met }) => met)
      .map(({ id, evidence }) => `- **Shown**: ${statement(context, question, id)}${quoted(evidence)}`),
    ...assessment.criteria
      .filter(({ met }) => !met)
      .map(({ id }) => `- **Not shown**: ${statement(context, question, id)}`),
  ];
  return lines.join('\n');
}

function statement(context: ReportContext, question: string, id: string): string {
  return inline(criterionOf(context, question, id)?.statement ?? id);
}

function quoted(evidence: Evidence[]): string {
  return evidence.length === 0 ? '' : ` “${evidence.map(({ quote }) => inline(quote)).join('” … “')}”`;
}

function nextSteps({ advice, followUp }: Assessment): string {
  const lines = advice.map(({ text }) => `- ${inline(text)}`);
  return [
    lines.length === 0 ? '' : `**What to change**\n\n${lines.join('\n')}`,
    followUp === null ? '' : `**They might ask next:** ${inline(followUp)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
