import type { Assessment, Evidence } from '../grading/assessment.ts';
import { STAR_PARTS } from '../pack/choices.ts';
import { type CardLayout, nameOf, wrap } from './lines.ts';
import { plainText } from './plain.ts';
import { PART_WORDS } from './wording.ts';

interface Stretch {
  start: number;
  end: number;
  /** What it shows. */
  names: string[];
}

/**
 * An answer with its evidence marked: each stretch that counted stands in [brackets] with a number, and
 * below it says what each number shows.
 */
export function markedAnswer(answer: string, assessment: Assessment, layout: CardLayout): string[] {
  const stretches = stretchesOf(assessment);
  if (stretches.length === 0)
    return [...wrap(plainText(answer), layout.width), '', 'Nothing in it counted as evidence.'];
  let text = '';
  let at = 0;
  stretches.forEach(({ start, end }, index) => {
    const marked = `[${plainText(answer.slice(start, end)).trim()}](${index + 1})`;
    text += plainText(answer.slice(at, start)) + layout.palette.bold(marked);
    at = end;
  });
  text += plainText(answer.slice(at));
  return [
    ...wrap(text, layout.width),
    '',
    ...stretches.flatMap(({ names }, index) => wrap(`(${index + 1}) ${names.join(', ')}`, layout.width)),
  ];
}

/** The evidence in the order of the answer; what overlaps becomes one stretch that shows several things. */
function stretchesOf(assessment: Assessment): Stretch[] {
  const found: Stretch[] = [];
  const add = (name: string, evidence: Evidence[]) => {
    for (const { start, end } of evidence) found.push({ start, end, names: [name] });
  };
  for (const { id, met, evidence } of assessment.criteria) if (met) add(nameOf(id), evidence);
  for (const { id, evidence } of assessment.redFlags) add(`careful: ${nameOf(id)}`, evidence);
  for (const part of STAR_PARTS) {
    const { level, evidence } = assessment.star[part];
    if (level > 0) add(PART_WORDS[part], evidence);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);

  const merged: Stretch[] = [];
  for (const one of found) {
    const last = merged.at(-1);
    if (last === undefined || one.start >= last.end) merged.push({ ...one });
    else {
      last.end = Math.max(last.end, one.end);
      last.names = [...new Set([...last.names, ...one.names])];
    }
  }
  return merged;
}
