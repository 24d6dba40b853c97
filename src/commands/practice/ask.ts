import { askedNow, type Interview, promptOf, takesOf, textOf } from '../../interview/interview.ts';
import { CLOSING } from '../../interview/plan.ts';
import { loadDraft } from '../../journal/draft.ts';
import { type CardLayout, wrap } from '../../report/lines.ts';
import { plainText } from '../../report/plain.ts';
import { draftsOf } from './drafts.ts';
import { inEditor } from './editor.ts';
import { interruptible, type Room, STOP } from './room.ts';

export interface Given {
  text: string;
  seconds: number;
  /** To be called once the answer is in the journal: its draft is not needed any more. */
  safe: () => void;
}

/** Has the candidate answer what is asked now, in the terminal or in an editor, until it is finished. */
export async function askForAnswer(
  room: Room,
  home: string,
  session: string,
  now: Interview,
): Promise<Given | 'skip' | typeof STOP> {
  const drafts = draftsOf(home, session, now.at, now.kind);
  const heading = () => headingOf(now, room.layout());
  let draft = resumedDraft(home, session, now);
  const keep = (text: string, seconds: number) => {
    draft = { text, seconds };
    drafts.keep(text, seconds);
  };
  for (;;) {
    const written = await interruptible(room, () =>
      room.write({ heading, ...draft, earlier: earlierOf(now), box: askedNow(now).seconds, keep }),
    ).finally(drafts.flush);
    if (written === STOP || written.end === 'stop') return STOP;
    const { text, seconds } = written;
    switch (written.end) {
      case 'finished':
        return { text, seconds, safe: drafts.drop };
      case 'skip':
        drafts.drop();
        return 'skip';
      case 'editor': {
        const edited = inEditor(home, text);
        if ('problem' in edited) room.say([edited.problem]);
        else keep(plainText(edited.text), seconds);
      }
    }
  }
}

/** What was being typed at this very place when the session was interrupted. */
function resumedDraft(home: string, session: string, now: Interview): { text: string; seconds: number } {
  const draft = loadDraft(home, session);
  if (draft === null || draft.place !== now.at || draft.kind !== now.kind) return { text: '', seconds: 0 };
  return { text: plainText(draft.text), seconds: draft.seconds };
}

function earlierOf(now: Interview): string | null {
  const take = takesOf(now).at(-1);
  if (now.kind !== 'again' || take === undefined || askedNow(now).id === CLOSING) return null;
  return textOf(take);
}

/** What is asked, and which question it is, as it stands above the answer. */
export function headingOf(now: Interview, layout: CardLayout): string[] {
  const { id, title, seconds } = askedNow(now);
  const numbered = now.plan.asked.filter((one) => one.id !== CLOSING).length;
  const count = numbered === 1 ? 'The question' : `Question ${now.at + 1} of ${numbered}`;
  const place = id === CLOSING ? 'The closing round' : count;
  const what = {
    first: place,
    again: id === CLOSING ? place : `${place}, once more`,
    'follow-up': 'The follow-up',
  }[now.kind];
  const box = now.kind === 'follow-up' ? '' : ` · ${spelt(seconds)}`;
  return [
    '',
    ...wrap(`${what} · ${plainText(title)}${box}`, layout.width).map(layout.palette.dim),
    ...wrap(plainText(promptOf(now)), layout.width).map(layout.palette.bold),
  ];
}

/** A time box in words. */
function spelt(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const parts = [
    minutes === 0 ? '' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    seconds % 60 === 0 ? '' : `${seconds % 60} seconds`,
  ];
  return parts.filter(Boolean).join(' ');
}
