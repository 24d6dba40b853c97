import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionFinder } from '../../src/answers/asked.ts';
import { readAnswers } from '../../src/answers/read.ts';
import type { Reading } from '../../src/answers/reading.ts';
import { type AnswerRecord, type AnyRecord, isBad } from '../../src/answers/record.ts';
import type { Question } from '../../src/pack/schema.ts';

const QUESTIONS = [
  {
    id: 'compliance',
    title: 'Compliance today',
    prompt: "How do you stay compliant, and what's your view of it?",
    also_asked_as: [],
  },
  {
    id: 'revenue-cycle',
    title: 'Revenue cycle',
    prompt: 'Tell me about payers.',
    also_asked_as: ['How do you get paid?'],
  },
] as unknown as Question[];

export const findQuestion = questionFinder(QUESTIONS);

export const folder = mkdtempSync(join(tmpdir(), 'greenroom-answers-'));

/** Writes a file into a folder of its own and returns its path. */
export function file(name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(folder, 'f-')), name);
  writeFileSync(path, content);
  return path;
}

export interface Read {
  records: AnyRecord[];
  answers: AnswerRecord[];
  faults: string[];
  notes: string[];
}

/** Reads everything there is in these files. */
export async function read(paths: string[], changed: Partial<Reading> = {}): Promise<Read> {
  const faults: string[] = [];
  const notes: string[] = [];
  const reading: Reading = {
    question: null,
    findQuestion,
    stdin: (async function* () {})(),
    onFault: (error) => faults.push(error.message),
    onNote: (message) => notes.push(message),
    skip: () => false,
    ...changed,
  };
  const records: AnyRecord[] = [];
  for await (const record of readAnswers(paths, reading)) records.push(record);
  const answers = records.filter((record) => !isBad(record)) as AnswerRecord[];
  return { records, answers, faults, notes };
}
