import type { Asked } from '../../interview/interview.ts';
import { type CardLayout, wrap } from '../../report/scorecard.ts';

/** What a newcomer has to know, before the first question. */
export function greeting(asked: Asked[], home: string, layout: CardLayout): string[] {
  const { bold, dim } = layout.palette;
  const count = asked.length === 1 ? 'one question' : `${asked.length} questions, one at a time`;
  return [
    bold('greenroom: rehearse the second interview for a leadership post in healthcare'),
    '',
    `  You are asked ${count}. Type an answer as you would say it.`,
    '  You see what a panel would make of it, with your own words as evidence,',
    '  and what to change first. Then answer their follow-up, try again, or go on.',
    '',
    ...wrap(`It works offline. What you write stays on this machine, in ${home}`, layout.width).map(dim),
    '',
    '[Enter] start  [q] not now',
  ];
}
