import { type Assessment, LABELS } from '../../grading/assessment.ts';
import {
  askedNow,
  type Happened,
  type Interview,
  latest,
  mayFollowUp,
  type Take,
  takesOf,
  textOf,
} from '../../interview/interview.ts';
import { CLOSING } from '../../interview/plan.ts';
import type { Rubric } from '../../pack/schema.ts';
import { added, comparison } from '../../report/comparison.ts';
import { criteriaLines, exampleLines } from '../../report/criteria.ts';
import { markedAnswer } from '../../report/evidence.ts';
import { type CardLayout, wrap } from '../../report/lines.ts';
import { scorecard } from '../../report/scorecard.ts';
import { besideLines, differenceLines, secondInWords } from '../../report/second-opinion.ts';
import { interruptible, type Room, STOP } from './room.ts';

/** Shows the scorecard, and what can be asked of it, until the candidate goes on. */
export async function feedback({ room }: { room: Room }, now: Interview): Promise<Happened> {
  const { rubric, id } = askedNow(now);
  const closing = id === CLOSING;
  const take = latest(now);
  const assessment = take.readings.at(-1) as Assessment;
  const layout = room.layout();
  room.say([
    ...selfLines(take),
    '',
    ...cardLines(now, assessment, layout),
    ...besideLines(take.beside, layout),
  ]);
  const last = now.at + 1 === now.plan.asked.length;
  const keys = [
    ...(mayFollowUp(now) ? [['f', 'answer that']] : []),
    ['r', closing ? 'ask another' : 'try again'],
    ['e', 'evidence'],
    ...(rubric.examples.length > 0 ? [['x', 'example']] : []),
    ['c', 'all criteria'],
    ...(take.beside?.status === 'scored' ? [['o', 'second opinion']] : []),
    ['n', last ? 'finish' : 'next question'],
    ['q', 'stop, all is saved'],
  ] as [string, string][];
  const menu = menuLines(keys, room.layout().width);
  for (;;) {
    // Enter is not heard: many press it after a letter, and would leave what they had asked to see.
    const key = await interruptible(room, () =>
      room.key(
        ['', ...menu],
        keys.map(([letter]) => letter),
      ),
    );
    const layout = room.layout();
    switch (key) {
      case 'f':
        return { type: 'chose', choice: 'follow-up' };
      case 'r':
        return { type: 'chose', choice: 'again' };
      case 'n':
        return { type: 'chose', choice: 'next' };
      case 'q':
      case STOP:
        return { type: 'chose', choice: 'stop' };
      case 'e':
        room.say(['', ...markedAnswer(textOf(take), assessment, layout)]);
        break;
      case 'x':
        room.say(['', ...exampleLines(rubric, layout)]);
        break;
      case 'c':
        room.say(['', ...criteriaLines(assessment, rubric, layout)]);
        break;
      case 'o':
        room.say(['', ...secondOpinion(assessment, take.beside as Assessment, rubric, layout)]);
    }
  }
}

function secondOpinion(first: Assessment, second: Assessment, rubric: Rubric, layout: CardLayout): string[] {
  return [
    ...wrap(secondInWords(second), layout.width).map(layout.palette.dim),
    '',
    ...scorecard(second, rubric, layout),
    '',
    ...differenceLines(first, second, layout),
  ];
}

/** The candidate's own mark, given before the score was seen. */
function selfLines({ self, parts }: Take): string[] {
  return self === null || parts.length > 1 ? [] : [`Your own mark: ${self} ${LABELS[self]}.`];
}

/** The scorecard; after a follow-up what that added, after a second go both goes side by side. */
function cardLines(now: Interview, assessment: Assessment, layout: CardLayout): string[] {
  const [earlier, take] = takesOf(now).length > 1 ? takesOf(now).slice(-2) : [undefined, latest(now)];
  const shorter = take?.readings.at(-2);
  const { rubric, id } = askedNow(now);
  // Two questions to the panel are two questions, not two goes at one.
  const firstGo = id === CLOSING ? undefined : earlier?.readings.at(-1);
  if (shorter !== undefined) return scorecard(assessment, rubric, layout, added(shorter, assessment, layout));
  return scorecard(
    assessment,
    rubric,
    layout,
    firstGo === undefined ? null : comparison(firstGo, assessment, layout),
  );
}

/** `[f] answer that  [r] try again …`, on as many lines as it takes. */
function menuLines(keys: [string, string][], width: number): string[] {
  const lines: string[] = [];
  for (const [letter, what] of keys) {
    const item = `[${letter}] ${what}`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + item.length <= width)
      lines[lines.length - 1] = `${last}  ${item}`;
    else lines.push(item);
  }
  return lines;
}
