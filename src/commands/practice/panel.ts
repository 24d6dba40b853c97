import type { Interview } from '../../interview/interview.ts';
import { panelOf } from '../../interview/panel.ts';
import { commonWords } from '../../interview/stories.ts';
import { panelLines } from '../../report/panel.ts';
import { scorecard } from '../../report/scorecard.ts';
import { interruptible, type Room, STOP } from './room.ts';

/** Shows what the panel says of a whole interview, and any scorecard that is asked for. */
export async function showPanel(room: Room, now: Interview): Promise<void> {
  const rubrics = new Set(now.plan.asked.map(({ rubric }) => rubric));
  const panel = panelOf(now, commonWords(rubrics));
  const answered = panel.questions.filter(({ assessment }) => assessment !== null);
  const numbers = answered.map(({ place }) => String(place + 1)).filter((number) => number.length === 1);
  room.say(['', ...panelLines(panel, room.layout())]);
  for (;;) {
    const keys = [
      '',
      `[${numbers.join(' ')}] the scorecard of a question  [v] the panel's view again  [q] finish`,
    ];
    const key = await interruptible(room, () => room.key(keys, [...numbers, 'v', 'q', 'enter']));
    if (key === STOP || key === 'q' || key === 'enter') return;
    const chosen = answered.find(({ place }) => String(place + 1) === key);
    if (chosen === undefined || chosen.assessment === null)
      room.say(['', ...panelLines(panel, room.layout())]);
    else room.say(['', ...scorecard(chosen.assessment, chosen.asked.rubric, room.layout())]);
  }
}
