/**
 * Works on up to `most` items at once and gives the results in the order of the items, each as soon as it and all
 * before it are there, however slowly more items come.
 */
export async function* ahead<T, R>(
  items: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (most === 1) {
    for await (const item of items) yield await work(item);
    return;
  }
  const source = items[Symbol.asyncIterator]();
  const held: Promise<R>[] = [];
  let coming: Promise<IteratorResult<T>> | null = source.next();
  try {
    while (coming !== null || held.length > 0) {
      const next: Promise<void> | null = held.length < most ? (coming?.then(() => {}) ?? null) : null;
      const first = held[0];
      const ready = await Promise.race([
        ...(first === undefined ? [] : [first.then(() => 'result' as const)]),
        ...(next === null ? [] : [next.then(() => 'item' as const)]),
      ]);
      if (ready === 'result') {
        yield await held.shift()!;
        continue;
      }
      const { done, value } = await coming!;
      if (done) {
        coming = null;
        continue;
      }
      const result = work(value);
      // It is awaited in its turn; until then its failure is nobody's fault.
      result.catch(() => {});
      held.push(result);
      coming = source.next();
      coming.catch(() => {});
    }
  } finally {
    // Not waited for: a read that is under way may take as long as it likes.
    void Promise.resolve(source.return?.()).catch(() => {});
  }
}
