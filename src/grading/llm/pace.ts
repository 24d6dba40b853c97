import { LONGEST_WAIT } from './setup.ts';

/** Lets requests through, as many at once and as fast as the server will have them. */
export interface Pace {
  /** Waits for a turn. @returns what ends it, to be told how it went */
  turn(signal: AbortSignal | undefined): Promise<(outcome: Outcome) => void>;
}

/** `throttled` with what the server asked to wait, in milliseconds. */
export type Outcome = 'fine' | 'failed' | { throttled: number | null };

/** The longest gap between requests, in milliseconds: a server that takes fewer than four a minute is no use. */
const LONGEST_GAP = 15_000;
/**
 * The gap grows by the one with a refusal and shrinks by the other with a reply, so that it settles where about
 * one request in five is refused, and closes where refusals are rarer: they may have nothing to do with the rate.
 */
const WIDER = 1.3;
const NARROWER = 0.93;

/**
 * Additive increase, multiplicative decrease, as in TCP: a 429 halves the requests under way and, once it is one
 * at a time, widens the gap between them; replies win it back step by step. A 429 holds everybody back.
 *
 * @param most requests at once
 * @param onWait told when requests are held back, in milliseconds
 * @param rest the pause after a 429 that names no time, in milliseconds
 */
export function openPace(most: number, onWait: (time: number) => void, rest: number): Pace {
  let room = most;
  let gap = 0;
  let active = 0;
  let notBefore = 0;
  let cut = 0;
  let timer: NodeJS.Timeout | null = null;
  const waiting: (() => void)[] = [];

  const admit = () => {
    if (timer !== null) return;
    while (waiting.length > 0 && active < Math.floor(room)) {
      const wait = notBefore - performance.now();
      if (wait > 0) {
        timer = setTimeout(() => {
          timer = null;
          admit();
        }, wait);
        return;
      }
      active++;
      if (gap > 0) notBefore = performance.now() + gap;
      waiting.shift()!();
    }
  };

  const adapt = (outcome: Outcome, started: number) => {
    if (outcome === 'fine') {
      if (gap > 0) gap = gap < rest / 20 ? 0 : gap * NARROWER;
      else room = Math.min(most, room + 1 / room);
    } else if (outcome !== 'failed') {
      const now = performance.now();
      const wait = Math.min(outcome.throttled ?? rest * (1 + Math.random()), LONGEST_WAIT);
      notBefore = Math.max(notBefore, now + wait);
      // Requests that were under way together are refused together: that is one refusal, not many.
      if (started < cut) return;
      cut = now;
      if (room <= 2) gap = Math.min(LONGEST_GAP, gap === 0 ? rest / 2 : gap * WIDER);
      room = Math.max(1, room / 2);
      onWait(wait);
    }
  };

  return {
    async turn(signal) {
      signal?.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          waiting.splice(waiting.indexOf(enter), 1);
          // A timer nobody waits for would keep the process from ending.
          if (waiting.length === 0 && timer !== null) {
            clearTimeout(timer);
            timer = null;
          }
          reject(signal!.reason);
        };
        const enter = () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(enter);
        admit();
      });
      const started = performance.now();
      return (outcome) => {
        active--;
        adapt(outcome, started);
        admit();
      };
    },
  };
}
