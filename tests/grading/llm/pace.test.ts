import { describe, expect, it } from 'vitest';
import { openPace } from '../../../src/grading/llm/pace.ts';

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

describe('openPace', () => {
  it('lets through as many at once as it may, first come first served', async () => {
    const pace = openPace(3, () => {}, 20);
    let active = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const ended = await pace.turn(undefined);
        order.push(i);
        most = Math.max(most, ++active);
        await sleep(3);
        active--;
        ended('fine');
      }),
    );
    expect(most).toBe(3);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('holds everybody back after a 429, for as long as the server said', async () => {
    const waits: number[] = [];
    const pace = openPace(2, (time) => waits.push(time), 20);
    (await pace.turn(undefined))({ throttled: 80 });
    const began = performance.now();
    (await pace.turn(undefined))('fine');
    expect(performance.now() - began).toBeGreaterThan(70);
    expect(waits).toEqual([80]);
  });

  it('takes 429s to requests sent together for one', async () => {
    const waits: number[] = [];
    const pace = openPace(4, (time) => waits.push(time), 20);
    const turns = await Promise.all([1, 2, 3, 4].map(() => pace.turn(undefined)));
    for (const ended of turns) ended({ throttled: 1 });
    expect(waits).toHaveLength(1);
  });

  it('finds the rate of a server that takes one request every 20 ms, and keeps near it', async () => {
    const pace = openPace(16, () => {}, 20);
    let free = 0;
    let taken = 0;
    let refused = 0;
    const work = async () => {
      while (taken < 60) {
        const ended = await pace.turn(undefined);
        const now = performance.now();
        if (now < free) {
          refused++;
          ended({ throttled: null });
        } else {
          free = now + 20;
          taken++;
          await sleep(5);
          ended('fine');
        }
      }
    };
    await Promise.all(Array.from({ length: 16 }, work));
    expect(taken).toBeGreaterThanOrEqual(60);
    // All at once after every pause would be 15 refused for each one taken.
    expect(refused).toBeLessThan(120);
  });

  it('goes back to full speed', async () => {
    const pace = openPace(4, () => {}, 1);
    (await pace.turn(undefined))({ throttled: 1 });
    for (let i = 0; i < 20; i++) (await pace.turn(undefined))('fine');
    const turns = await Promise.all([1, 2, 3, 4].map(() => pace.turn(undefined)));
    expect(turns).toHaveLength(4);
  });

  it('lets a waiting request go when it is aborted, and serves the next', async () => {
    const pace = openPace(1, () => {}, 20);
    const ended = await pace.turn(undefined);
    const stop = new AbortController();
    const aborted = pace.turn(stop.signal);
    const next = pace.turn(undefined);
    stop.abort(new Error('stopped'));
    await expect(aborted).rejects.toThrow('stopped');
    ended('fine');
    (await next)('fine');
  });
});
