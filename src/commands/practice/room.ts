import type { CardLayout } from '../../report/lines.ts';
import type { Ending } from './answer-state.ts';

export interface Written {
  end: Ending;
  text: string;
  /** How long it was written at, with what went before it. */
  seconds: number;
}

export interface AnswerRequest {
  /** What stands above the text: the question, laid out for the width there is now. */
  heading: () => string[];
  /** What is there already, and how long it took. */
  text: string;
  seconds: number;
  /** The answer given before, to be fetched back on request. */
  earlier: string | null;
  /** The time box, in seconds. */
  box: number;
  /** Told of every change, so that it can be kept. */
  keep: (text: string, seconds: number) => void;
}

/** Where the interview takes place: a screen that is redrawn, or one where lines only follow each other. */
export interface Room {
  layout(): CardLayout;
  say(lines: string[]): void;
  /** Rejects with an ExitPromptError on Ctrl-C. */
  write(request: AnswerRequest): Promise<Written>;
  /** Waits for one of `keys` (`enter` may be one). Rejects with an ExitPromptError on Ctrl-C. */
  key(lines: string[], keys: string[]): Promise<string>;
}

/** What one asks with Ctrl-C. */
export const STOP = Symbol('stop');

/**
 * Asks something of the candidate. The first Ctrl-C asks whether to stop; the second is passed on.
 *
 * @returns STOP when the candidate wants to stop
 */
export async function interruptible<T>(room: Room, ask: () => Promise<T>): Promise<T | typeof STOP> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as Error).name !== 'ExitPromptError') throw error;
    }
    const key = await room.key(
      [
        '',
        'Stop here? What you have written is kept.',
        's: stop   Enter: carry on   Ctrl-C again: leave at once',
      ],
      ['s', 'q', 'enter'],
    );
    if (key !== 'enter') return STOP;
  }
}
