import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type * as z from 'zod';
import { FileError } from '../errors.ts';
import { type Question, questionSchema, type Rubric, rubricSchema } from '../pack/schema.ts';
import { type Finding, finding, type Span } from './finding.ts';
import { shapeFindings } from './shape.ts';
import { hasKey, readSource, type Source, spanOf, tooLarge } from './source.ts';
import { syntaxFindings } from './syntax.ts';

/** One file and what it holds; `value` is null when its shape is wrong, and `id` when even that is unknown. */
export interface Entry<T> {
  source: Source;
  id: string | null;
  value: T | null;
}

/** A pack's files as read, before asking whether they fit together. */
export interface Reading {
  dir: string;
  questions: Entry<Question>[];
  rubrics: Entry<Rubric>[];
  findings: Finding[];
}

/**
 * Reads every file of a pack.
 *
 * @param dir a folder with questions/ and rubrics/
 * @throws FileError when it is not such a folder
 */
export async function readPack(dir: string): Promise<Reading> {
  const findings: Finding[] = [];
  const [questionFiles, rubricFiles] = await Promise.all([
    yamlFiles(dir, 'questions'),
    yamlFiles(dir, 'rubrics'),
  ]);
  const read = <S extends z.ZodType>(files: string[], schema: S, idKey: string) =>
    Promise.all(files.map(async (file) => toEntry(await load(file, findings), schema, idKey, findings)));
  const questions = await read(questionFiles, questionSchema, 'id');
  const rubrics = await read(rubricFiles, rubricSchema, 'question');
  if (questions.length === 0) {
    const folder = join(dir, 'questions');
    findings.push(finding('no-questions', emptySource(folder), [0, 0], { dir: folder }));
  }
  return { dir, questions, rubrics, findings };
}

/** A file by itself: a rubric if it says what it judges, else a question. */
export async function readLone(
  file: string,
  findings: Finding[],
): Promise<(Entry<Question> & { kind: 'question' }) | (Entry<Rubric> & { kind: 'rubric' })> {
  const source = await load(file, findings);
  const isRubric = ['question', 'criteria', 'anchors'].some((key) => hasKey(source, key));
  return isRubric
    ? { kind: 'rubric', ...toEntry(source, rubricSchema, 'question', findings) }
    : { kind: 'question', ...toEntry(source, questionSchema, 'id', findings) };
}

function toEntry<S extends z.ZodType>(
  source: Source,
  schema: S,
  idKey: string,
  findings: Finding[],
): Entry<z.infer<S>> {
  const name = basename(source.file).replace(/\.ya?ml$/, '');
  const entry: Entry<z.infer<S>> = { source, id: name, value: null };
  const syntax = syntaxFindings(source);
  findings.push(...syntax);
  if (syntax.length > 0) return entry;
  const value: Record<string, unknown> | undefined = source.plain?.value ?? source.doc?.toJS();
  if (value === undefined) return entry;
  const other = otherKind(source, idKey);
  if (other !== null) {
    findings.push(finding('misplaced', source, firstKey(source), { kind: other }));
    return { ...entry, id: null };
  }
  const id = value[idKey];
  if (typeof id === 'string') entry.id = id;
  const parsed = schema.safeParse(value);
  if (parsed.success) entry.value = parsed.data;
  else findings.push(...shapeFindings(source, schema, parsed.error.issues));
  return entry;
}

/** What a file is when it is plainly not what its folder holds. */
function otherKind(source: Source, idKey: string): 'question' | 'rubric' | null {
  const has = (...keys: string[]) => keys.every((key) => hasKey(source, key));
  if (idKey === 'id') return !has('id') && has('question', 'criteria') ? 'rubric' : null;
  return !has('question') && has('id', 'prompt') ? 'question' : null;
}

function firstKey(source: Source): Span {
  const [start] = spanOf(source, []);
  return [start, start + /^[^:\n]*/.exec(source.text.slice(start))![0].length];
}

async function load(file: string, findings: Finding[]): Promise<Source> {
  try {
    const about = await stat(file);
    // A pipe, or a link to a device such as /dev/zero, would be read for ever.
    if (!about.isFile() && !about.isDirectory()) throw new Error('it is a pipe or a device');
    return tooLarge(file, about.size) ?? readSource(file, await readFile(file));
  } catch (error) {
    const source = emptySource(file);
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    findings.push(finding('unreadable', source, [0, 0], { why }));
    return source;
  }
}

/** Stands for what has no text to point into. */
function emptySource(file: string): Source {
  return { file, text: '', plain: null, doc: null, refusal: null, position: () => ({ line: 1, column: 1 }) };
}

/** The folder's YAML files in the order of their names; hidden files are an editor's business. */
async function yamlFiles(dir: string, sub: 'questions' | 'rubrics'): Promise<string[]> {
  const folder = join(dir, sub);
  const isFolder = await stat(folder).then(
    (s) => s.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new FileError(dir, `not a pack: there is no folder ${sub}/ in it`);
  const names = await readdir(folder);
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}
