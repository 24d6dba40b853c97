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

  it('knows the scores of the anchors as numbers, which is what YAML makes of them', () => {
    const { anchors } = JSON.parse(jsonSchema('rubric')).properties;
    expect(anchors).not.toHaveProperty('properties');
    expect(anchors).toMatchObject({ additionalProperties: false, required: ['1', '2', '3', '4', '5'] });
    const [pattern] = Object.keys(anchors.patternProperties);
    expect([1, 5, 6, 11].map((key) => new RegExp(pattern!).test(String(key)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
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
