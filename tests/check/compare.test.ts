import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../src/answers/record.ts';
import { compareAnswers, compareExamples } from '../../src/check/compare.ts';
import type { Grader } from '../../src/grading/assessment.ts';
import { graders } from '../../src/grading/graders.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/pack.ts';

const SOUND = 'src/init/pack';

/** The pack without one criterion's signs. */
async function without(criterion: string): Promise<Pack> {
  const pack = await loadPack(SOUND);
  const rubric = pack.rubrics.get('why-lead')!;
  const criteria = rubric.criteria.map((one) =>
    one.id === criterion ? { ...one, signs: ['nobody says this'] } : one,
  );
  return { ...pack, rubrics: new Map([...pack.rubrics, ['why-lead', { ...rubric, criteria }]]) };
}

describe('what a change to a pack does', () => {
  it('is nothing when nothing changed', async () => {
    const grader = await graders.offline();
    const comparison = await compareExamples(await loadPack(SOUND), await loadPack(SOUND), grader);
    expect(comparison).toEqual({ compared: 11, changes: [] });
  });

  it('lists the examples that lose, each with both scores', async () => {
    const grader = await graders.offline();
    const { changes } = await compareExamples(await loadPack(SOUND), await without('purpose'), grader);
    expect(changes.map(({ question, name }) => `${question}: ${name}`)).toContain(
      'why-lead: strong, and knows the price',
    );
    for (const { before, after } of changes) expect(after!.exact).toBeLessThan(before!.exact);
  });

  it('grades each example as an answer to its own question, and as an example', async () => {
    const { questions, rubrics, ...rest } = await loadPack(SOUND);
    const asked: string[] = [];
    const offline = await graders.offline();
    const grader: Grader = (request) => {
      asked.push(`${request.question?.id} by ${request.rubric.question}, ${request.ownExample}`);
      return offline(request);
    };
    const pack = { ...rest, rubrics, questions: questions.filter(({ id }) => id === 'why-lead') };
    await compareExamples(pack, pack, grader);
    expect(new Set(asked)).toEqual(
      new Set(['undefined by pattern-noticed, true', 'why-lead by why-lead, true']),
    );
  });

  it('counts an example of a rubric that was not there before', async () => {
    const grader = await graders.offline();
    const whole = await loadPack(SOUND);
    const before = { ...whole, rubrics: new Map([...whole.rubrics].filter(([id]) => id !== 'why-lead')) };
    const { compared, changes } = await compareExamples(before, await loadPack(SOUND), grader);
    expect(compared).toBe(11);
    expect(changes).toHaveLength(5);
    expect(changes.every((change) => change.before === null && change.after !== null)).toBe(true);
  });

  it('lists the answers that change, and leaves out those neither pack can score', async () => {
    const grader = await graders.offline();
    const record = (id: string, question: string, answer: string): AnyRecord => ({
      id,
      candidate: null,
      question,
      prompt: null,
      answer,
      mark: null,
      extra: {},
      where: { file: 'x', line: 1 },
    });
    async function* answers() {
      yield record(
        'a',
        'why-lead',
        'I want every teacher in our department to use the same plan. Last term I tried it with my own class on Mondays.',
      );
      yield record('b', 'why-lead', 'I like teaching.');
      yield record('c', 'none-such', 'I like teaching.');
      yield record('d', 'why-lead', ' ');
    }
    const comparison = await compareAnswers(
      await loadPack(SOUND),
      await without('purpose'),
      answers(),
      grader,
    );
    expect(comparison.compared).toBe(2);
    expect(comparison.changes.map(({ name }) => name)).toEqual(['a']);
  });
});
