import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { jsonSchema, SCHEMA_NAMES } from '../../src/pack/json-schema.ts';

describe('the JSON Schemas', () => {
  it.each(SCHEMA_NAMES)('%s is draft 2020-12, closed, and describes its parts', (name) => {
    const schema = JSON.parse(jsonSchema(name));
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.additionalProperties).toBe(false);
    expect(JSON.stringify(schema)).toContain('"description"');
  });

  it.each([
    ['question', 'questions/compliance.yaml'],
    ['rubric', 'rubrics/compliance.yaml'],
  ] as const)('%s accepts what the check accepts, and refuses a mistyped key', (name, file) => {
    const schema = z.fromJSONSchema(JSON.parse(jsonSchema(name)));
    const sound = parse(readFileSync(file, 'utf8'));
    expect(schema.safeParse(sound).success).toBe(true);
    expect(schema.safeParse({ ...sound, verison: 2 }).success).toBe(false);
    expect(schema.safeParse({ ...sound, version: 'two', number: 'two' }).success).toBe(false);
  });
});
