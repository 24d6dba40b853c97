import { expect, test } from 'vitest';
import type { AnyRecord } from '../../../src/answers/record.ts';
import type { Start } from '../../../src/commands/score-worker.ts';
import { startWorkers } from '../../../src/commands/score-workers.ts';

const FILE = new URL('worker.js', import.meta.url).pathname;
const START: Start = {
  pack: { dir: '', questions: [], rubrics: [] },
  minScore: null,
  width: 80,
  anonymise: false,
  reports: [],
};

const record = (answer: string): AnyRecord => ({
  id: answer,
  candidate: null,
  question: null,
  prompt: null,
  answer,
  mark: null,
  extra: {},
  where: { file: 'a.jsonl', line: 1 },
});

/** What comes of these answers, those at which a worker failed with an exclamation mark. */
async function through(answers: string[]): Promise<{ texts: string[]; taken: number[] }> {
  const workers = await startWorkers(2, START, FILE);
  const taken: number[] = [];
  let given = 0;
  const texts: string[] = [];
  async function* records() {
    for (const answer of answers) {
      given++;
      yield record(answer);
    }
  }
  try {
    const here = async ({ id }: AnyRecord) => ({ here: id });
    for await (const done of workers.grade(records(), here)) {
      if ('here' in done) texts.push(done.here);
      else if ('texts' in done) texts.push(...done.texts[0]!.map((text) => text.trim()));
      else texts.push(`${done.record.id}!`);
      taken.push(given - texts.length);
    }
  } finally {
    await workers.close();
  }
  return { texts, taken };
}

test('a record at which a worker fails is lost by itself, whether the worker survives it or not', async () => {
  const answers = Array.from({ length: 40 }, (_, i) => `${i}`);
  answers[7] = 'throw';
  answers[31] = 'die';
  const { texts } = await through(answers);
  expect(texts).toEqual(answers.map((answer) => (/^\d/.test(answer) ? answer : `${answer}!`)));
});

test('the order is kept, and no more is read ahead than workers have at hand', async () => {
  const answers = Array.from({ length: 60 }, (_, i) => `${i}`.padEnd(100_000, '.'));
  const { texts, taken } = await through(answers);
  expect(texts).toEqual(answers);
  // Three chunks of three for each worker and for this thread, and one that is being filled.
  expect(Math.max(...taken)).toBeLessThanOrEqual(30);
});

test('workers that cannot be started are an error at once, not a run that never ends', async () => {
  await expect(startWorkers(2, START, '/none/such.js')).rejects.toThrow();
});
