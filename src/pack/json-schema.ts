import * as z from 'zod';
import { assessmentSchema } from '../grading/assessment-schema.ts';
import { questionSchema, rubricSchema } from './schema.ts';

const SCHEMAS = { question: questionSchema, rubric: rubricSchema, assessment: assessmentSchema };

export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

/** The JSON Schema (draft 2020-12) of a question, a rubric or an assessment, as text. */
export function jsonSchema(name: SchemaName): string {
  // What a person writes, not what it becomes: texts are trimmed on the way in.
  const schema = z.toJSONSchema(SCHEMAS[name], {
    io: 'input',
    override: ({ jsonSchema }) => numbersAsKeys(jsonSchema),
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * The scores of the anchors are numbers to YAML, and the language server of editors knows no property by a number;
 * it does match patterns with them.
 */
function numbersAsKeys(schema: z.core.JSONSchema.BaseSchema): void {
  const keys = Object.keys(schema.properties ?? {});
  if (keys.length === 0 || !keys.every((key) => /^\d$/.test(key))) return;
  schema.patternProperties = { [`^[${keys.join('')}]$`]: schema.properties![keys[0]!]! };
  delete schema.properties;
}
