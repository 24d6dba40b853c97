import { describe, expect, it } from 'vitest';
import { ahead } from '../../src/commands/ahead.ts';

const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

async function* numbers(to: number, pause = 0): AsyncGenerator<number> {
  for (let i = 0; i < to; i++) {
    if (pause > 0) await sleep(pause);
    yield i;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('ahead', () => {
  it.each([1, 2, 7, 100])('gives results in the order of the items, %i at once', async (most) => {
    let active = 0;
    let peak = 0;
    const work = async (i: number) => {
      peak = Math.max(peak, ++active);
      await sleep((i * 7) % 5);
      active--;
      return i;
    };
    expect(await all(ahead(numbers(40), most, work))).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(peak).toBe(Math.min(most, 40));
  });

  it('does not hold a result back while the next item is slow to come', async () => {
    const came: number[] = [];
    const began = performance.now();
    for await (const _ of ahead(numbers(3, 100), 4, async (i) => i)) came.push(performance.now() - began);
    expect(came[0]).toBeLessThan(180);
    expect(came[2]).toBeGreaterThan(250);
  });

  it('takes no item long before its turn', async () => {
    let taken = 0;
    const counted = async function* () {
      for await (const i of numbers(1000)) {
        taken++;
        yield i;
      }
    };
    for await (const i of ahead(counted(), 5, async (i) => i)) expect(taken - i).toBeLessThan(8);
  });

  it('passes on what goes wrong, in the work and in the items', async () => {
    const fails = async (i: number) => {
      if (i === 3) throw new Error('three');
      return i;
    };
    await expect(all(ahead(numbers(9), 4, fails))).rejects.toThrow('three');
    const broken = async function* () {
      yield 1;
      throw new Error('no more');
    };
    await expect(all(ahead(broken(), 4, async (i) => i))).rejects.toThrow('no more');
  });

  it('gives nothing for nothing', async () => {
    expect(await all(ahead(numbers(0), 4, async (i) => i))).toEqual([]);
  });
});
