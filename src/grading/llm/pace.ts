import { LONGEST_WAIT } from './setup.ts';

/** Lets requests through, as many at once and as fast as the server will have them. */
export interface Pace {
  /** Waits for a turn. @returns what ends it, to be told how it went */
  turn(signal: AbortSignal | undefined): Promise<(outcome: Outcome) => void>;
}

/** `throttled` with what the server asked to wait, in milliseconds. */
export type Outcome = 'fine' | 'failed' | { throttled: number | null };

/** The shortest pause between requests worth keeping, and the first one tried, in milliseconds. */
const SMALLEST_GAP = 50;
const FIRST_GAP = 500;
const LONGEST_GAP = 30_000;
/** The pause after a 429 that names no time, in milliseconds; others are asked for elsewhere. */
const REST = 1000;

/**
 * Additive increase, multiplicative decrease, as in TCP: a 429 halves the requests under way and, once it is one
 * at a time, doubles the gap between them; replies win it back step by step. A 429 holds everybody back.
 *
 * @param most requests at once
 * @param onWait told when requests are held back, in milliseconds
 */
export function openPace(most: number, onWait: (time: number) => void, rest = REST): Pace {
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
      room = Math.min(most, room + 1 / room);
      gap = gap < SMALLEST_GAP ? 0 : gap * 0.8;
    } else if (outcome !== 'failed') {
      const now = performance.now();
      const wait = Math.min(outcome.throttled ?? rest * (1 + Math.random()), LONGEST_WAIT);
      notBefore = Math.max(notBefore, now + wait);
      // Requests that were under way together are refused together: that is one refusal, not many.
      if (started < cut) return;
      cut = now;
      if (room < 2) gap = Math.min(LONGEST_GAP, gap === 0 ? FIRST_GAP : gap * 2);
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
