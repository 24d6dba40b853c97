import { placeOf } from '../src/check/finding.ts';
import { soundPack } from '../src/check/sound.ts';
import { graders } from '../src/grading/graders.ts';
import { packageRoot } from '../src/pack/locate.ts';
import { GENERAL } from '../src/pack/pack.ts';
import type { Rubric } from '../src/pack/schema.ts';
import type { Labelled } from './labelled.ts';
import type { Graded } from './measure.ts';

/** With the rubric it was judged by. */
export interface Judged extends Graded {
  rubric: Rubric;
}

/**
 * Grades labelled answers with the offline grader and the built-in pack. Of a pack with faults what is sound is
 * used, so that one broken rubric does not stop work on another.
 *
 * @param complain told of each fault of the pack, and of answers left out for want of a rubric
 */
export async function gradeAll(
  answers: readonly Labelled[],
  complain: (message: string) => void,
): Promise<Judged[]> {
  const [{ pack, faults }, grader] = await Promise.all([soundPack(packageRoot()), graders.offline()]);
  for (const fault of faults) complain(`${placeOf(fault)}: ${fault.message}`);
  const leftOut = new Set<string>();
  const judged: Judged[] = [];
  for (const labelled of answers) {
    const { question: id, answer, prompt } = labelled;
    const rubric = pack.rubrics.get(id);
    const question = pack.questions.find((one) => one.id === id) ?? null;
    if (rubric === undefined || (question === null && id !== GENERAL)) {
      leftOut.add(id);
      continue;
    }
    const request = { question, rubric, answer, ...(prompt === null ? {} : { prompt }) };
    judged.push({ labelled, rubric, assessment: await grader(request) });
  }
  for (const id of leftOut) complain(`answers to ${id} are left out: its question or rubric is not sound`);
  return judged;
}
