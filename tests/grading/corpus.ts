import { readFileSync } from 'node:fs';
import type { Assessment } from '../../src/grading/assessment.ts';
import { gradeOffline } from '../../src/grading/offline/grader.ts';
import { loadPack } from '../../src/pack/load.ts';

export interface Written {
  id: string;
  question: string;
  answer: string;
  consensus: { overall: number; good: string[]; red: string[] };
}

/** The written corpus, whole. */
export const WRITTEN: Written[] = readFileSync(new URL('../corpus/answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const pack = await loadPack();

export { pack };

/** Grades an answer to one of the pack's questions. */
export function grade(id: string, answer: string): Assessment {
  const question = pack.questions.find((one) => one.id === id) ?? null;
  return gradeOffline({ question, rubric: pack.rubrics.get(id)!, answer });
}

/** Numbers from 0 to 1, the same every time (Park and Miller's minimal standard generator). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
