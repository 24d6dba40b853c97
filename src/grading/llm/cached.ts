import * as z from 'zod';
import type { Rubric } from '../../pack/schema.ts';
import type { Reading } from './reading.ts';

const level = z.union([z.literal(0), z.literal(1), z.literal(2)]);
const span = z.tuple([z.int().min(0), z.int()]).refine(([start, end]) => start < end);
const item = z
  .strictObject({ level, spans: z.array(span) })
  .refine(({ level: at, spans }) => (at === 0) === (spans.length === 0));

const readingSchema = z.strictObject({
  star: z.strictObject({ situation: item, task: item, action: item, result: item }),
  criteria: z.array(item),
  flags: z.array(item),
  substance: level,
});

/** A reading out of the cache; null when it is none that this rubric and answer could have given. */
export function cachedReading(value: unknown, rubric: Rubric, length: number): Reading | null {
  const { success, data } = readingSchema.safeParse(value);
  if (!success) return null;
  const { star, criteria, flags } = data;
  const fits = criteria.length === rubric.criteria.length && flags.length === rubric.red_flags.length;
  const all = [...Object.values(star), ...criteria, ...flags].flatMap(({ spans }) => spans);
  return fits && all.every(([, end]) => end <= length) ? data : null;
}
