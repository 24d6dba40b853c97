import { expect, it } from 'vitest';
import { assessmentSchema } from '../../src/grading/assessment-schema.ts';
import { gradeOffline } from '../../src/grading/offline/grader.ts';
import { unscored } from '../../src/grading/unscored.ts';
import { loadPack } from '../../src/pack/load.ts';

it('holds every assessment of the built-in examples, field for field and in the order of the schema', async () => {
  const { questions, rubrics } = await loadPack();
  for (const rubric of rubrics.values()) {
    const question = questions.find(({ id }) => id === rubric.question) ?? null;
    for (const { answer } of rubric.examples) {
      const assessment = JSON.parse(JSON.stringify(gradeOffline({ question, rubric, answer })));
      expect(assessmentSchema.parse(assessment)).toEqual(assessment);
      expect(Object.keys(assessment)).toEqual(Object.keys(assessmentSchema.shape));
    }
  }
});

it('holds an unscored one', () => {
  const grader = { name: 'offline', version: '1', model: null };
  const about = { answer: '', question: null, grader, rubric: null };
  expect(assessmentSchema.safeParse(unscored('empty', 'blank', about)).success).toBe(true);
});

it('refuses a score that is not on the scale', async () => {
  const grader = { name: 'offline', version: '1', model: null };
  const about = { answer: '', question: null, grader, rubric: null };
  const wrong = { ...unscored('empty', 'blank', about), score: 6 };
  expect(assessmentSchema.safeParse(wrong).success).toBe(false);
});
