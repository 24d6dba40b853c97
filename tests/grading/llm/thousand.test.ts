import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../../src/answers/record.ts';
import { ahead } from '../../../src/commands/ahead.ts';
import { gradeRecord } from '../../../src/grading/grade-record.ts';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import { answer, question, rubric, setupFor } from './made.ts';
import { FAULTS, HANG, seeded } from './random-faults.ts';
import { answerIn, completion, modelServer, obedient } from './server.ts';

const ANSWERS = 1000;
const SEED = 20261124;

async function* records(): AsyncGenerator<AnswerRecord> {
  for (let i = 0; i < ANSWERS; i++) {
    yield {
      id: `r${i}`,
      candidate: null,
      question: 'denials',
      prompt: null,
      answer: `${answer} Case ${i} of many.`,
      mark: null,
      extra: {},
      where: { file: 'made.jsonl', line: i + 1 },
    };
  }
}

const warnings: Error[] = [];
const warned = (warning: Error) => void warnings.push(warning);
process.on('warning', warned);
afterEach(() => void process.off('warning', warned));

describe('a thousand answers, one request in five failing', () => {
  it('end scored or honestly unscored, none twice, and a rerun asks for just the rest', async () => {
    const random = seeded(SEED);
    const faults = [FAULTS, FAULTS, FAULTS, HANG].flatMap((kind) => Object.entries(kind));
    const served = new Map<string, number>();
    const hit = new Map<string, number>();
    const server = await modelServer();
    server.always(async (seen) => {
      server.seen.length = 0;
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (random() < 0.2) {
        const [name, plan] = faults[Math.floor(random() * faults.length)]!;
        hit.set(name, (hit.get(name) ?? 0) + 1);
        return plan(seen);
      }
      const typed = answerIn(seen.body);
      served.set(typed, (served.get(typed) ?? 0) + 1);
      return completion(obedient(seen.body));
    });
    const folder = mkdtempSync(join(tmpdir(), 'greenroom-thousand-'));
    const run = async () => {
      const setup = setupFor(server.url, { jobs: 32, cache: folder, patience: 4000, firstWait: 4 });
      const pack = { dir: '', questions: [question], rubrics: new Map([['denials', rubric]]) };
      const signature = { name: 'llm', version: '0', model: setup.model };
      const grading = { pack, grader: llmGrader(setup), signature, findQuestion: (name: string) => name };
      const all = [];
      // One signal for the whole run, as an interview has: nothing may pile up on it.
      const { signal } = new AbortController();
      for await (const one of ahead(records(), 500, (record) => gradeRecord(record, grading, signal)))
        all.push(one);
      return { all, cached: setup.told.filter(({ event }) => event === 'cached').length };
    };
    try {
      const first = await run();
      expect(first.all.map(({ id }) => id)).toEqual(Array.from({ length: ANSWERS }, (_, i) => `r${i}`));
      const scored = first.all.filter(({ score }) => score === 5);
      const unscored = first.all.filter(({ score }) => score === null);
      expect(scored.length + unscored.length).toBe(ANSWERS);
      expect(unscored.every(({ reason }) => reason?.code === 'grader-failed')).toBe(true);
      expect(scored.length).toBeGreaterThan(ANSWERS * 0.9);
      expect(Math.max(...served.values())).toBe(1);
      expect(served.size).toBe(scored.length);
      expect([...hit.keys()].sort()).toEqual([...new Set(faults.map(([name]) => name))].sort());

      expect(warnings).toEqual([]);

      const second = await run();
      expect(second.cached).toBe(scored.length);
      expect(Math.max(...served.values())).toBe(1);
      expect(second.all.filter(({ score }) => score === null).length).toBeLessThan(unscored.length);
      process.stdout.write(
        `faults injected: ${[...hit.values()].reduce((a, b) => a + b, 0)} (seed ${SEED}); scored ${scored.length}, unscored ${unscored.length}\n`,
      );
    } finally {
      rmSync(folder, { recursive: true });
      await server.close();
    }
  }, 60_000);
});
