import { readFileSync } from 'node:fs';
import type { Level } from '../src/grading/assessment.ts';
import { STAR_PARTS, type StarPart } from '../src/pack/choices.ts';
import { GENERAL } from '../src/pack/pack.ts';

/** An answer and what careful raters said of it. */
export interface Labelled {
  id: string;
  /** The rubric it is judged by: a question's id, or `star`. */
  question: string;
  /** The question as asked, for answers judged by the general rubric. */
  prompt: string | null;
  /** Who wrote it: a writer (`w1`) or a person (`p01`). */
  by: string;
  answer: string;
  /** Runs of anything but white space. */
  words: number;
  score: number;
  star: Record<StarPart, Level>;
  /** Criteria met; null where the raters did not judge them. */
  met: string[] | null;
  /** Red flags shown; null where the raters did not judge them. */
  flags: string[] | null;
  /** `story`, `pseudo`, `plan`, `opinion` or `none`, where the raters said. */
  type: string | null;
}

/** 60 to 160 words: short ones and long ones give their mark away. */
export const ofMiddlingLength = ({ words }: Labelled): boolean => words >= 60 && words <= 160;

export const WRITTEN = new URL('../tests/corpus/answers.jsonl', import.meta.url);

/**
 * Reads a file of labelled answers: a JSON object a line, with `question` and `writer`, or with `prompt` and
 * `person` for answers to any other question.
 *
 * @throws Error naming the line that is not such an object
 */
export function readLabelled(file: string | URL): Labelled[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [labelled(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${(error as Error).message}`);
    }
  });
}

function labelled(record: Record<string, unknown>): Labelled {
  const consensus = record.consensus as
    | { overall: number; star: Record<StarPart, Level>; good?: string[]; red?: string[]; type?: string }
    | undefined;
  const by = record.writer ?? record.person;
  if (typeof record.answer !== 'string' || typeof by !== 'string') {
    throw new Error('a labelled answer needs "answer" and "writer" or "person"');
  }
  if (!consensus || !STAR_PARTS.every((part) => consensus.star?.[part] !== undefined)) {
    throw new Error('a labelled answer needs "consensus" with "overall" and "star"');
  }
  return {
    id: String(record.id),
    question: typeof record.question === 'string' ? record.question : GENERAL,
    prompt: typeof record.prompt === 'string' ? record.prompt : null,
    by,
    answer: record.answer,
    words: record.answer.trim().split(/\s+/).length,
    score: consensus.overall,
    star: consensus.star,
    met: consensus.good ?? null,
    flags: consensus.red ?? null,
    type: consensus.type ?? null,
  };
}
