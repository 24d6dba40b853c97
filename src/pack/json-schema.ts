import * as z from 'zod';
import { assessmentSchema } from '../grading/assessment-schema.ts';
import { questionSchema, rubricSchema } from './schema.ts';

export const SCHEMAS = { question: questionSchema, rubric: rubricSchema, assessment: assessmentSchema };

export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

/** The JSON Schema (draft 2020-12) of a question, a rubric or an assessment, as text. */
export function jsonSchema(name: SchemaName): string {
  // What a person writes, not what it becomes: texts are trimmed on the way in.
  return `${JSON.stringify(z.toJSONSchema(SCHEMAS[name], { io: 'input' }), null, 2)}\n`;
}
