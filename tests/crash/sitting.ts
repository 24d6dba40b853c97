import type { Room } from '../../src/commands/practice/room.ts';
import { inTerminal } from '../../src/commands/practice/terminal.ts';
import type { Grader } from '../../src/grading/assessment.ts';
import { begin, type Interview } from '../../src/interview/interview.ts';
import { assessment, plan } from '../interview/made.ts';

const same = (text: string) => text;
const grader: Grader = async ({ answer }) => assessment({ answer });

export interface Sat {
  /** Answers finished, in order. */
  given: string[];
  /** Of those, the ones the candidate was told are kept. */
  kept: string[];
  /** What was there already when an answer was asked for. */
  found: string[];
  code: number | null;
  error: unknown;
}

/**
 * Sits through an interview of two questions, or what is left of one, with everything in it: answers typed in
 * two strokes, a mark of one's own, a follow-up, a second go.
 *
 * @param tell called with each answer the candidate was told is kept
 */
export async function sitThrough(
  home: string,
  from: { interview: Interview; session: string } | null = null,
  tell: (kept: string) => void = () => {},
): Promise<Sat> {
  const sat: Sat = { given: [], kept: [], found: [], code: null, error: null };
  const interview = from?.interview ?? begin(plan({ followUps: 1, selfRate: true }));
  const sitting = {
    room: roomOf(sat, tell),
    by: [{ grader, signature: { name: 'made', version: '1', model: null } }],
    home,
    time: null,
    offer: { interview, session: from?.session ?? null, lines: () => ['Hello.'] },
    unfinished: null,
  };
  try {
    sat.code = await inTerminal(sitting);
  } catch (error) {
    sat.error = error;
  }
  return sat;
}

/** A room with a candidate in it who asks for a follow-up and a second go once, then goes on. */
function roomOf(sat: Sat, tell: (kept: string) => void): Room {
  const wishes = ['f', 'r'];
  return {
    layout: () => ({ width: 79, palette: { bold: same, dim: same, good: same, worry: same } }),
    say(lines) {
      if (!lines.some((line) => line.includes('It is kept.'))) return;
      sat.kept.push(sat.given.at(-1)!);
      tell(sat.given.at(-1)!);
    },
    async write(request) {
      sat.found.push(request.text);
      const text = request.text || `Answer ${sat.given.length + 1} of ${process.pid}, whole.`;
      request.keep(text.slice(0, 10), 1);
      request.keep(text, 2);
      sat.given.push(text);
      return { end: 'finished', text, seconds: 2 };
    },
    async key(_, keys) {
      if (keys.includes('4')) return '4';
      const wish = wishes.findIndex((key) => keys.includes(key));
      return wish === -1 ? (keys.includes('n') ? 'n' : 'enter') : wishes.splice(wish, 1)[0]!;
    },
  };
}
