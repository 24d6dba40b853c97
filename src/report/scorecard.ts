import type { Assessment } from '../grading/assessment.ts';
import { STAR_PARTS } from '../pack/choices.ts';
import type { Rubric } from '../pack/schema.ts';
import { carefulLines, nextLines } from './corrections.ts';
import { landedLines } from './landed.ts';
import { type CardLayout, labelled, wrap } from './lines.ts';
import { heldDown } from './next-step.ts';
import { plainText } from './plain.ts';
import { LEVEL_WORDS, PART_WORDS } from './wording.ts';

/** Lines of a card that leave room for the keys below it on a screen of 24. */
const TALL = 19;

/** Ways to set a card, the roomiest first: lines of a quotation, whether the scale is told, air between blocks. */
const SETTINGS = [
  { rows: 2, scale: true, airy: true },
  { rows: 2, scale: true, airy: false },
  { rows: 1, scale: true, airy: true },
  { rows: 1, scale: true, airy: false },
  { rows: 1, scale: false, airy: false },
];
type Setting = (typeof SETTINGS)[number];

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
  const cards = SETTINGS.map((setting) => set(assessment, rubric, layout, compared, setting));
  return cards.find((lines) => lines.length <= TALL) ?? cards.at(-1)!;
}

function set(
  assessment: Assessment,
  rubric: Rubric,
  layout: CardLayout,
  compared: string[] | null,
  { rows, scale, airy }: Setting,
): string[] {
  const severe = assessment.redFlags.some((flag) => flag.severity === 'severe');
  const flags = carefulLines(assessment, rubric, layout);
  const groups = [
    [
      ...headline(assessment, rubric, layout),
      ...(scale ? scaleLines(assessment, rubric, layout) : []),
      ...(compared === null && tellsStory(rubric) ? starLines(assessment, layout) : []),
    ],
    severe ? flags : [],
    compared ?? landedLines(assessment, layout, rows),
    nextLines(assessment, rubric, layout),
    severe ? [] : flags,
    assessment.followUp === null
      ? []
      : wrap(plainText(`They would now ask: ${assessment.followUp}`), layout.width),
  ].filter((group) => group.length > 0);
  const last = groups.length - 1;
  // Blocks in between carry a label anyway.
  return groups.flatMap((group, index) =>
    index === 1 || (index > 0 && (airy || index === last)) ? ['', ...group] : group,
  );
}

/** `3 adequate · 3 of the 5 things they listen for`. */
function headline(assessment: Assessment, rubric: Rubric, { width, palette }: CardLayout): string[] {
  const mark = `${assessment.score} ${assessment.label}`;
  const shown = assessment.criteria.filter(({ met }) => met).length;
  const all = assessment.criteria.length;
  const count = shown === all ? `all ${all}` : shown === 0 ? `none of the ${all}` : `${shown} of the ${all}`;
  const held = heldDown(assessment, rubric) ? ', held down by what would worry them' : '';
  return wrap(`${mark} · ${count} things they listen for${held}`, width).map((line, index) =>
    index === 0 ? palette.bold(mark) + line.slice(mark.length) : line,
  );
}

/**
 * The scale's sentence for the score: how such answers mostly are. Of an answer in which nothing was found it
 * would be a guess.
 */
function scaleLines(
  { score, criteria, redFlags }: Assessment,
  { anchors }: Rubric,
  { width, palette }: CardLayout,
): string[] {
  if (redFlags.length === 0 && criteria.every(({ met }) => !met)) return [];
  return wrap(`A typical ${score}: ${plainText(anchors[score ?? 1])}`, width).map(palette.dim);
}

/** Whether STAR counts for anything here; a question to the panel, say, is no story. */
function tellsStory({ star }: Rubric): boolean {
  return STAR_PARTS.some((part) => star[part].weight > 0);
}

function starLines(assessment: Assessment, { width, palette }: CardLayout): string[] {
  const line = STAR_PARTS.map((part) => {
    const { level } = assessment.star[part];
    const said = `${PART_WORDS[part]} ${LEVEL_WORDS[level]}`;
    return level === 2 ? palette.good(said) : palette.dim(said);
  }).join('   ');
  return wrap(line, width);
}
