import { type Assessment, LABELS } from '../grading/assessment.ts';
import type { Rubric } from '../pack/schema.ts';
import { type CardLayout, labelled, nameOf, wrap } from './lines.ts';
import { plainText } from './plain.ts';

/** Every criterion of a rubric, met or not, what its red flags are, and its scale. */
export function criteriaLines(assessment: Assessment, rubric: Rubric, layout: CardLayout): string[] {
  const met = new Set(assessment.criteria.filter((one) => one.met).map((one) => one.id));
  const flags = new Set(assessment.redFlags.map((one) => one.id));
  const { bold } = layout.palette;
  return [
    bold('What a good answer shows'),
    ...rubric.criteria.flatMap(({ id, statement, tip }) => [
      ...labelled(
        met.has(id) ? 'shown' : 'not yet',
        `${nameOf(id)}: ${statement}`,
        layout,
        met.has(id) ? 'good' : 'bold',
      ),
      ...(met.has(id) ? [] : labelled('', tip, layout)),
    ]),
    '',
    bold('What worries a panel'),
    ...rubric.red_flags.flatMap(({ id, statement }) =>
      labelled(
        flags.has(id) ? 'heard' : 'not heard',
        `${nameOf(id)}: ${statement}`,
        layout,
        flags.has(id) ? 'worry' : 'dim',
      ),
    ),
    '',
    bold('The scale'),
    ...([5, 4, 3, 2, 1] as const).flatMap((score) =>
      labelled(
        score === assessment.score ? `${score} (this)` : `${score}`,
        `${LABELS[score]}: ${rubric.anchors[score]}`,
        layout,
      ),
    ),
  ];
}

/** The best of a rubric's example answers; empty when it has none. */
export function exampleLines(rubric: Rubric, layout: CardLayout): string[] {
  const least = (score: number | [number, number]) => (typeof score === 'number' ? score : score[0]);
  const [best] = rubric.examples.toSorted((a, b) => least(b.expect.score) - least(a.expect.score));
  if (best === undefined) return [];
  return [
    layout.palette.bold(`An example: ${plainText(best.name)}`),
    ...wrap(plainText(best.answer.trim()), layout.width - 2).map((line) => `  ${line}`),
    layout.palette.dim('One way among many. Yours has to be your own.'),
  ];
}
