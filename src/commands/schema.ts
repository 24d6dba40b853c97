import { UsageError } from '../errors.ts';
import { jsonSchema, SCHEMA_NAMES } from '../pack/json-schema.ts';
import { nearest } from '../pack/nearest.ts';

/** `greenroom schema <what>`: a JSON Schema on stdout. */
export async function run([what = '']: string[]): Promise<number> {
  const name = SCHEMA_NAMES.find((one) => one === what);
  if (name === undefined) {
    const meant = nearest(what, SCHEMA_NAMES);
    throw new UsageError(
      `there is no schema "${what}"; ${meant === null ? `there is ${SCHEMA_NAMES.join(', ')}` : `did you mean "${meant}"?`}`,
    );
  }
  process.stdout.write(jsonSchema(name));
  return 0;
}
