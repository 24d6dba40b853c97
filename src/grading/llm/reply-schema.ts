import * as z from 'zod';
import { STAR_PARTS } from '../../pack/choices.ts';
import type { Rubric } from '../../pack/schema.ts';

/** The words a model chooses from; their place in the list is the level. */
export const LEVELS = {
  star: ['absent', 'thin', 'clear'],
  criteria: ['absent', 'thin', 'clear'],
  red_flags: ['not shown', 'shown'],
  substance: ['off', 'general', 'case'],
} as const;

const item = <T extends readonly [string, ...string[]]>(levels: T) =>
  z.strictObject({ quotes: z.array(z.string()), level: z.enum(levels) });

const marks = item(LEVELS.star);
const flag = item(LEVELS.red_flags);

/** What a reply for this rubric must be: every item once, by its id, nothing else. */
export function replySchema({ criteria, red_flags }: Rubric) {
  return z.strictObject({
    star: z.strictObject(keyed(STAR_PARTS, marks)),
    criteria: z.strictObject(
      keyed(
        criteria.map(({ id }) => id),
        marks,
      ),
    ),
    red_flags: z.strictObject(
      keyed(
        red_flags.map(({ id }) => id),
        flag,
      ),
    ),
    substance: item(LEVELS.substance),
  });
}

export type Reply = z.infer<ReturnType<typeof replySchema>>;

function keyed<T>(ids: readonly string[], schema: T): Record<string, T> {
  return Object.fromEntries(ids.map((id) => [id, schema]));
}

const formats = new WeakMap<Rubric, object>();

/** The same as `response_format`, for servers that enforce a schema. */
export function responseFormat(rubric: Rubric): object {
  let format = formats.get(rubric);
  if (format === undefined) {
    const { $schema: _, ...schema } = z.toJSONSchema(replySchema(rubric));
    format = { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema } };
    formats.set(rubric, format);
  }
  return format;
}
