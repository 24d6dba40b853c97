import type { Assessment, FlagReading } from '../grading/assessment.ts';
import { STAR_PARTS } from '../pack/choices.ts';
import type { Rubric } from '../pack/schema.ts';
import { type CardLayout, LABEL, labelled, nameOf, quoted, sentence, wrap } from './lines.ts';
import { liftsTo, placeOf } from './next-step.ts';
import { plainText } from './plain.ts';
import { LEVEL_WORDS, PART_WORDS } from './wording.ts';

const MOST = { advice: 2, flags: 2 };
/** Lines of a card that leave room for the keys below it on a screen of 24. */
const TALL = 19;

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
  const severe = assessment.redFlags.some((flag) => flag.severity === 'severe');
  const flags = carefulLines(assessment, rubric, layout);
  const head = headline(assessment, rubric, layout);
  const groups = [
    compared === null && tellsStory(rubric) ? [...head, ...starLines(assessment, layout)] : head,
    severe ? flags : [],
    compared ?? landedLines(assessment, layout),
    adviceLines(assessment, rubric, layout),
    severe ? [] : flags,
    assessment.followUp === null
      ? []
      : wrap(plainText(`They would now ask: ${assessment.followUp}`), layout.width),
  ].filter((group) => group.length > 0);
  const airy = groups.flatMap((group, index) => (index === 0 ? group : ['', ...group]));
  return airy.length <= TALL ? airy : denser(groups);
}

/** Without the air between the blocks that carry a label anyway. */
function denser(groups: string[][]): string[] {
  const last = groups.length - 1;
  return groups.flatMap((group, index) => (index === 1 || index === last ? ['', ...group] : group));
}

/** `3 adequate · what that means`. */
function headline(assessment: Assessment, rubric: Rubric, { width, palette }: CardLayout): string[] {
  const score = assessment.score ?? 1;
  const mark = `${score} ${assessment.label}`;
  const text = wrap(`${mark} · ${plainText(rubric.anchors[score])}`, width);
  return text.map((line, index) => (index === 0 ? palette.bold(mark) + line.slice(mark.length) : line));
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

function landedLines(assessment: Assessment, layout: CardLayout): string[] {
  const met = assessment.criteria.filter((criterion) => criterion.met);
  if (met.length === 0) return labelled('Landed', 'nothing yet that a panel could write down', layout);
  const column = Math.max(...met.map(({ id }) => nameOf(id).length)) + 2;
  const room = layout.width - LABEL - column;
  const quotedAlready = new Set<number>();
  return met.map(({ id, evidence }, index) => {
    // Each line in words that no line above it has quoted, as long as there are any.
    const fresh = evidence.find(({ start }) => !quotedAlready.has(start));
    if (fresh !== undefined) quotedAlready.add(fresh.start);
    const label = layout.palette.good((index === 0 ? 'Landed' : '').padEnd(LABEL));
    return (
      label + nameOf(id).padEnd(column) + (fresh === undefined ? 'in the same words' : quoted(fresh, room))
    );
  });
}

function adviceLines(assessment: Assessment, rubric: Rubric, layout: CardLayout): string[] {
  const flags = new Set(assessment.redFlags.map((flag) => flag.id));
  const told = new Set<string>();
  // A place or a promise is told once, of the change that comes first.
  const once = (text: string) => {
    if (told.has(text)) return '';
    told.add(text);
    return ` ${text}`;
  };
  return assessment.advice
    .filter((advice) => !flags.has(advice.about))
    .slice(0, MOST.advice)
    .flatMap(({ about, text }, index) => {
      const place = placeOf(assessment, about);
      const lifted = liftsTo(assessment, rubric, about);
      const where = place === null ? '' : once(`It belongs ${place.side} ${quoted(place.evidence, 40)}.`);
      const gain = lifted === null ? '' : once(`That alone would make this a ${lifted}.`);
      return labelled(index === 0 ? 'Next' : '', `${sentence(text)}${where}${gain}`, layout);
    });
}

function carefulLines(assessment: Assessment, rubric: Rubric, layout: CardLayout): string[] {
  return assessment.redFlags
    .slice(0, MOST.flags)
    .flatMap((flag, index) => labelled(index === 0 ? 'Careful' : '', careful(flag, rubric), layout, 'worry'));
}

/** What was said, how a panel hears it, and what to say instead. */
function careful(flag: FlagReading, rubric: Rubric): string {
  const told = rubric.red_flags.find((one) => one.id === flag.id);
  const heard =
    told === undefined
      ? nameOf(flag.id)
      : `${told.statement.slice(0, 1).toLowerCase()}${told.statement.slice(1)}`;
  return [`${quoted(flag.evidence[0], 60)} is heard as: ${sentence(heard)}`, told && sentence(told.instead)]
    .filter(Boolean)
    .join(' ');
}
