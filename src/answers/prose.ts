import { basename, extname } from 'node:path';
import { FileError } from '../errors.ts';
import { readPlainYaml } from '../pack/plain/yaml.ts';
import { toRecord } from './fields.ts';
import type { Reading, Source } from './reading.ts';
import type { AnyRecord } from './record.ts';
import { wholeText } from './utf8.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/**
 * Markdown or plain text: the file is one answer. Its question comes from front matter, else from
 * `--question`, else from the name: `<question>.md` or `<candidate>.<question>.md`.
 *
 * @throws FileError when the file is empty or not text
 */
export async function* readProse(source: Source, reading: Reading): AsyncGenerator<AnyRecord> {
  const text = await wholeText(source);
  if (text === '') throw new FileError(source.file, 'the file is empty');
  const origin = { file: source.file, line: 1, number: 1 };
  const named = fromName(source.file, reading);
  const fallback = { question: reading.question ?? named.question, onNote: reading.onNote };
  try {
    const { fields, answer } = await frontMatter(text, source.file);
    yield toRecord({ candidate: named.candidate, ...fields, answer }, origin, fallback);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    yield {
      id: `${source.file}#1`,
      where: { file: source.file, line: 1 },
      message: `front matter: ${error.message}`,
    };
  }
}

function fromName(file: string, reading: Reading): { question: string; candidate: string | null } {
  const stem = basename(file, extname(file));
  const dot = stem.lastIndexOf('.');
  if (dot <= 0 || reading.findQuestion(stem) !== null) return { question: stem, candidate: null };
  const question = stem.slice(dot + 1);
  // With --question the name need not hold one: "c-04.final.md" is no candidate called "c-04".
  const candidate = reading.question === null || reading.findQuestion(question) !== null;
  return { question, candidate: candidate ? stem.slice(0, dot) : null };
}

/** The answer is what follows the front matter, untouched: evidence is counted from its first character. */
async function frontMatter(text: string, file: string): Promise<{ fields: object; answer: string }> {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return { fields: {}, answer: text };
  const fields = (await headFields(match[1] ?? '', file)) ?? {};
  // A text between two rules is part of the answer.
  if (typeof fields !== 'object' || Array.isArray(fields)) return { fields: {}, answer: text };
  return { fields, answer: text.slice(match[0].length) };
}

/** Front matter is as good as always plain, and the YAML library takes as long to load as an answer to grade. */
async function headFields(head: string, file: string): Promise<unknown> {
  const plain = readPlainYaml(head);
  if (plain !== null) return plain.value;
  const { parseYaml } = await import('./yaml.ts');
  return parseYaml(head, file, 2);
}
