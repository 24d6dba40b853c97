/**
 * What the offline grader makes of some forty answers, whole, by a rubric that is nobody's: a change of the engine shows
 * here as a change of text, to be read and, if meant, kept with `npx vitest run tests/grading/golden -u`. A change of
 * the built-in rubrics shows nothing here. Each file is one test, so that all is read with nothing remembered.
 */
import { expect, it, vi } from 'vitest';
import { gradeOffline } from '../../../src/grading/offline/grader.ts';
import { readAnswer } from '../../../src/grading/offline/read.ts';
import { ANSWERS } from './answers.ts';
import { QUESTIONS, rubricFor } from './rubric.ts';
import { shownGrade, shownReading } from './show.ts';

vi.setConfig({ testTimeout: 60_000 });

it('reads them as it did', async () => {
  const shown = ANSWERS.map(([name, answer]) => `## ${name}\n${shownReading(answer)}`);
  await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot('reading.txt');
});

it.each(QUESTIONS.map((question) => [question?.id ?? 'general', question] as const))(
  'grades them as it did: %s',
  async (name, question) => {
    const rubric = rubricFor(question);
    // The first question takes all; for the others those will do that were made for it.
    const answers = question === QUESTIONS[0] ? ANSWERS : ANSWERS.filter(([of]) => !of.startsWith('dev-'));
    const shown = answers.map(([of, answer]) => {
      const request = { question, rubric, answer };
      return shownGrade(of, gradeOffline(request), readAnswer(request));
    });
    await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(`grades-${name}.txt`);
  },
);
