import type { Interview } from '../../interview/interview.ts';
import { type Panel, panelOf } from '../../interview/panel.ts';
import { commonWords } from '../../interview/stories.ts';
import { type CardLayout, wrap } from '../../report/lines.ts';
import { panelLines } from '../../report/panel.ts';
import { plainText } from '../../report/plain.ts';
import { scorecard } from '../../report/scorecard.ts';
import { interruptible, type Room, STOP } from './room.ts';

/** What the panel says of a whole interview, as lines for a terminal. */
export function panelView(now: Interview, layout: CardLayout): string[] {
  return panelLines(viewOf(now), layout);
}

function viewOf(now: Interview): Panel {
  return panelOf(now, commonWords(new Set(now.plan.asked.map(({ rubric }) => rubric))));
}

/** Shows what the panel says of a whole interview, and any scorecard that is asked for. */
export async function showPanel(room: Room, now: Interview): Promise<void> {
  const panel = viewOf(now);
  const answered = panel.questions.filter(({ assessment }) => assessment !== null);
  const numbers = answered.map(({ place }) => String(place + 1)).filter((number) => number.length === 1);
  room.say(['', ...panelLines(panel, room.layout())]);
  for (;;) {
    const keys = [
      '',
      `[${numbers.join(' ')}] the scorecard of a question  [v] the panel's view again  [q] finish`,
    ];
    const key = await interruptible(room, () => room.key(keys, [...numbers, 'v', 'q']));
    if (key === STOP || key === 'q') return;
    const layout = room.layout();
    const chosen = answered.find(({ place }) => String(place + 1) === key);
    if (chosen?.assessment == null) {
      room.say(['', ...panelLines(panel, layout)]);
      continue;
    }
    const { asked, assessment } = chosen;
    const heading = wrap(
      plainText(`Question ${key} · ${asked.id === null ? asked.prompt : asked.title}`),
      layout.width,
    );
    room.say(['', ...heading.map(layout.palette.dim), '', ...scorecard(assessment, asked.rubric, layout)]);
  }
}
