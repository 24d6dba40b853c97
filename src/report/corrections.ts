import type { Assessment, FlagReading } from '../grading/assessment.ts';
import type { Rubric } from '../pack/schema.ts';
import { type CardLayout, labelled, nameOf, quoted, sentence } from './lines.ts';
import { liftsTo, placeOf } from './next-step.ts';

const MOST = { advice: 2, flags: 2 };

/** What to change first, where it belongs, and what it would be worth. */
export function nextLines(assessment: Assessment, rubric: Rubric, layout: CardLayout): string[] {
  const flags = new Set(assessment.redFlags.map((flag) => flag.id));
  const told = new Set<string>();
  // A place or a promise is told once, of the change that comes first.
  const once = (text: string) => {
    if (text === '' || told.has(text)) return '';
    told.add(text);
    return ` ${text}`;
  };
  return assessment.advice
    .filter((advice) => !flags.has(advice.about))
    .slice(0, MOST.advice)
    .flatMap(({ about, text }, index) => {
      const lifted = liftsTo(assessment, rubric, about);
      const where = once(whereItBelongs(assessment, about, text));
      const gain = lifted === null ? '' : once(`That alone would make this a ${lifted}.`);
      return labelled(index === 0 ? 'Next' : '', `${sentence(text)}${where}${gain}`, layout);
    });
}

/** The place in the answer, unless the tip has named it. */
function whereItBelongs(assessment: Assessment, about: string, tip: string): string {
  const place = placeOf(assessment, about);
  if (place === null) return '';
  switch (place.at) {
    case 'beginning':
    case 'end':
      return /^(?:begin|start|end|finish)\b/iu.test(tip) ? '' : `It belongs at the ${place.at}.`;
    default:
      return `It belongs ${place.at} ${quoted(place.evidence, 40)}.`;
  }
}

/** What was said that would worry a panel, and what to say instead. */
export function carefulLines(assessment: Assessment, rubric: Rubric, layout: CardLayout): string[] {
  return assessment.redFlags
    .slice(0, MOST.flags)
    .flatMap((flag, index) => labelled(index === 0 ? 'Careful' : '', careful(flag, rubric), layout, 'worry'));
}

/** Red flags are stated of the speaker: "blames others", "would hide it". */
function careful({ id, evidence }: FlagReading, rubric: Rubric): string {
  const flag = rubric.red_flags.find((one) => one.id === id);
  const [said] = evidence;
  const words = said === undefined ? 'This' : quoted(said, 60);
  if (flag === undefined) return `${words}: ${nameOf(id)}.`;
  const stated = flag.statement.slice(0, 1).toLowerCase() + flag.statement.slice(1);
  return `${words} sounds like somebody who ${sentence(stated)} ${sentence(flag.instead)}`;
}
