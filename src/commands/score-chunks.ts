import { type AnyRecord, isBad } from '../answers/record.ts';

/** Characters a worker gets at once: with less, messages cost more than they carry; with more, memory grows. */
const CHUNK = 256 * 1024;
const MOST_RECORDS = 1000;
/** What a record takes beside its texts. */
const FRAME = 100;
/** When no more comes for so long, in milliseconds, what is there goes to be graded. */
const PATIENCE = 20;

/** Groups records for workers, in order, holding none back that others are slow to follow. */
export async function* chunksOf(records: AsyncIterator<AnyRecord>): AsyncGenerator<AnyRecord[]> {
  let coming = records.next();
  for (let done = false; !done; ) {
    const chunk: AnyRecord[] = [];
    let size = 0;
    let late: NodeJS.Timeout | undefined;
    const timeUp = new Promise<null>((resolve) => {
      late = setTimeout(resolve, PATIENCE, null);
    });
    while (size < CHUNK && chunk.length < MOST_RECORDS) {
      const next = await (chunk.length === 0 ? coming : Promise.race([coming, timeUp]));
      if (next === null) break;
      if (next.done) {
        done = true;
        break;
      }
      chunk.push(next.value);
      size += sizeOf(next.value);
      coming = records.next();
      // It is awaited in its turn; until then its failure is nobody's fault.
      coming.catch(() => {});
    }
    clearTimeout(late);
    if (chunk.length > 0) yield chunk;
  }
}

function sizeOf(record: AnyRecord): number {
  if (isBad(record)) return FRAME + record.message.length;
  const values = Object.values(record.extra);
  const extra = values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
  return FRAME + record.answer.length + (record.prompt?.length ?? 0) + extra;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return typeof value === 'object' && value !== null ? JSON.stringify(value).length : 0;
}
