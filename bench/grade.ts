import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { graders } from '../src/grading/graders.ts';
import { GENERAL } from '../src/pack/pack.ts';
import { questionSchema, type Rubric, rubricSchema } from '../src/pack/schema.ts';
import type { Labelled } from './labelled.ts';
import type { Graded } from './measure.ts';

/** With the rubric it was judged by. */
export interface Judged extends Graded {
  rubric: Rubric;
}

const ROOT = new URL('..', import.meta.url);

/**
 * Grades labelled answers with the offline grader. Reads only the rubrics it needs, so that one broken rubric
 * does not stop work on another.
 *
 * @param complain told of each rubric that is missing or broken; its answers are left out
 */
export async function gradeAll(
  answers: readonly Labelled[],
  complain: (message: string) => void,
): Promise<Judged[]> {
  const grader = await graders.offline();
  const graded: Judged[] = [];
  for (const id of new Set(answers.map((answer) => answer.question))) {
    const rubric = read(`rubrics/${id}.yaml`, rubricSchema, complain);
    const question = id === GENERAL ? null : read(`questions/${id}.yaml`, questionSchema, complain);
    if (rubric === null || (question === null && id !== GENERAL)) continue;
    for (const labelled of answers.filter((one) => one.question === id)) {
      const { answer, prompt } = labelled;
      const request = { question, rubric, answer, ...(prompt === null ? {} : { prompt }) };
      graded.push({ labelled, rubric, assessment: await grader(request) });
    }
  }
  return graded;
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

function read<T>(path: string, schema: Schema<T>, complain: (message: string) => void): T | null {
  const file = new URL(path, ROOT);
  if (!existsSync(file)) {
    complain(`${path}: not there`);
    return null;
  }
  try {
    const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    complain(`${path}: ${issue?.path.join('.')}: ${issue?.message}`);
  } catch (error) {
    complain(`${path}: ${(error as Error).message}`);
  }
  return null;
}
