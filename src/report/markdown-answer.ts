import type { Assessment, Evidence } from '../grading/assessment.ts';
import type { StarPart } from '../pack/schema.ts';
import { criterionOf, flagOf } from './cohort.ts';
import { inline, quotation } from './markdown-text.ts';
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
  ];
  return parts.filter((part) => part !== '' && part !== '>').join('\n\n');
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
