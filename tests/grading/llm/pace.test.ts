import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPace } from '../../../src/grading/llm/pace.ts';

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

describe('the pace of a server that refuses', () => {
  let waits: number[];
  beforeEach(() => {
    waits = [];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => void vi.useRealTimers());

  type Ended = Awaited<ReturnType<ReturnType<typeof openPace>['turn']>>;
  /** A pace with so many requests waiting for it; `under` are the ends of those under way. */
  function crowd(most: number, waiting: number, rest = 40) {
    const pace = openPace(most, (time) => waits.push(time), rest);
    const under: Ended[] = [];
    for (let i = 0; i < waiting; i++) void pace.turn(undefined).then((ended) => under.push(ended));
    return { pace, under };
  }
  const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

  it('is halved, and won back by one for each round of replies', async () => {
    const { under } = crowd(8, 90);
    await pass(0);
    expect(under).toHaveLength(8);
    for (const [i, ended] of under.splice(0).entries()) ended(i === 0 ? { throttled: 100 } : 'failed');
    await pass(99);
    expect(under).toHaveLength(0);
    await pass(1);
    expect(under).toHaveLength(4);
    for (let i = 0; i < 4; i++) under.shift()!('fine');
    await pass(0);
    expect(under).toHaveLength(4);
    under.shift()!('fine');
    await pass(0);
    expect(under).toHaveLength(5);
    for (let i = 0; i < 60; i++) {
      under.shift()!(i < 30 ? 'fine' : 'failed');
      await pass(0);
      expect(under.length).toBeLessThanOrEqual(8);
    }
    expect(under).toHaveLength(8);
    expect(waits).toEqual([100]);
  });

  it('widens to a gap once it is one at a time, which replies close again', async () => {
    const { pace, under } = crowd(1, 1);
    await pass(0);
    under[0]!({ throttled: 10 });
    const times: number[] = [];
    for (let i = 0; i < 60; i++)
      void pace.turn(undefined).then((ended) => {
        times.push(performance.now());
        ended('fine');
      });
    await pass(2000);
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    expect(gaps).toHaveLength(59);
    // Half a rest, less a fourteenth each time, until a twentieth of a rest: then none.
    const closed = gaps.indexOf(0);
    expect(gaps.slice(closed).every((gap) => gap === 0)).toBe(true);
    for (const [i, gap] of gaps.slice(0, closed).entries())
      expect(Math.abs(gap - 20 * 0.93 ** i)).toBeLessThan(1.01);
    expect(gaps[closed - 1]).toBeLessThan(4);
  });

  it('widens with each refusal, and not beyond a quarter of a minute', async () => {
    for (const [rest, expected] of [
      [40, [20, 26]],
      [60_000, [15_000, 15_000]],
    ] as const) {
      const { pace, under } = crowd(1, 1, rest);
      await pass(0);
      for (const gap of expected) {
        under.pop()!({ throttled: 1 });
        const times: number[] = [];
        for (const _ of [1, 2])
          void pace.turn(undefined).then((ended) => {
            times.push(performance.now());
            if (times.length === 1) ended('failed');
            else under.push(ended);
          });
        await pass(40_000);
        expect(Math.abs(times[1]! - times[0]! - gap)).toBeLessThan(1.01);
      }
    }
  });

  it('rests as long as the server asks, two minutes at most, and else between one rest and two', async () => {
    for (const [throttled, from, to] of [
      [300, 300, 300],
      [0, 0, 0],
      [999_999, 120_000, 120_000],
      [null, 40, 80],
    ] as const) {
      const { under } = crowd(4, 4);
      await pass(1);
      under.pop()!({ throttled });
      expect(waits.at(-1)).toBeGreaterThanOrEqual(from);
      expect(waits.at(-1)).toBeLessThanOrEqual(to);
    }
  });

  it('is halved once by requests that were under way together, and rests as long as the longest of them says', async () => {
    const { under } = crowd(8, 20);
    await pass(5);
    const together = under.splice(0);
    together[0]!({ throttled: 50 });
    await pass(1);
    together[1]!({ throttled: 80 });
    together[2]!({ throttled: 10 });
    for (const ended of together.slice(3)) ended('failed');
    await pass(79);
    expect(under).toHaveLength(0);
    await pass(1);
    expect(under).toHaveLength(4);
    expect(waits).toEqual([50]);
    under.splice(0).forEach((ended, i) => {
      ended(i === 0 ? { throttled: 1 } : 'failed');
    });
    await pass(1);
    expect(under).toHaveLength(2);
  });

  it('leaves no timer and no listener behind', async () => {
    const { pace, under } = crowd(1, 1);
    await pass(0);
    under[0]!({ throttled: 500 });
    const stop = new AbortController();
    const turns = [pace.turn(stop.signal), pace.turn(stop.signal)];
    expect(vi.getTimerCount()).toBe(1);
    stop.abort(new Error('stopped'));
    for (const turn of turns) await expect(turn).rejects.toThrow('stopped');
    expect(vi.getTimerCount()).toBe(0);
    await expect(pace.turn(stop.signal)).rejects.toThrow('stopped');
    const { signal } = new AbortController();
    const last = pace.turn(signal);
    await pass(500);
    (await last)('fine');
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

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
