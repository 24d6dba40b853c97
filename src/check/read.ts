import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FileError } from '../errors.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import { type Finding, finding, type Span } from './finding.ts';
import { type Known, knownFile } from './known.ts';
import { shapeFindings } from './shape.ts';
import { hasKey, readSource, type Source, spanOf, tooLarge } from './source.ts';
import { syntaxFindings } from './syntax.ts';

/** One file and what it holds; `value` is null when its shape is wrong, and `id` when even that is unknown. */
export interface Entry<T> {
  source: Source;
  id: string | null;
  value: T | null;
  /** The build has checked these very bytes by themselves, and there is nothing to say of them; see known.ts. */
  known: boolean;
}

type Kind = 'question' | 'rubric';
type Held<K extends Kind> = K extends 'question' ? Question : Rubric;
const ID_KEY = { question: 'id', rubric: 'question' } as const;

/** A pack's files as read, before asking whether they fit together. */
export interface Reading {
  dir: string;
  questions: Entry<Question>[];
  rubrics: Entry<Rubric>[];
  findings: Finding[];
}

/**
 * Reads every file of a pack, one after the other: small as they are, handing them to other threads takes longer.
 *
 * @param dir a folder with questions/ and rubrics/
 * @throws FileError when it is not such a folder
 */
export async function readPack(dir: string): Promise<Reading> {
  const findings: Finding[] = [];
  const [questionFiles, rubricFiles] = [yamlFiles(dir, 'questions'), yamlFiles(dir, 'rubrics')];
  const read = <K extends Kind>(files: string[], kind: K) =>
    Promise.all(files.map((file) => toEntry(load(file, findings), kind, findings)));
  const questions = await read(questionFiles, 'question');
  const rubrics = await read(rubricFiles, 'rubric');
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
  const loaded = load(file, findings);
  const isRubric =
    loaded.known === null
      ? ['question', 'criteria', 'anchors'].some((key) => hasKey(loaded.source, key))
      : loaded.known.kind === 'rubric';
  return isRubric
    ? { kind: 'rubric', ...(await toEntry(loaded, 'rubric', findings)) }
    : { kind: 'question', ...(await toEntry(loaded, 'question', findings)) };
}

async function toEntry<K extends Kind>(
  { source, known }: Loaded,
  kind: K,
  findings: Finding[],
): Promise<Entry<Held<K>>> {
  if (known?.kind === kind) {
    const { value } = known;
    return { source, id: 'id' in value ? value.id : value.question, value: value as Held<K>, known: true };
  }
  const name = basename(source.file).replace(/\.ya?ml$/, '');
  const entry: Entry<Held<K>> = { source, id: name, value: null, known: false };
  const syntax = syntaxFindings(source);
  findings.push(...syntax);
  if (syntax.length > 0) return entry;
  const value: Record<string, unknown> | undefined = source.plain?.value ?? source.doc?.toJS();
  if (value === undefined) return entry;
  const other = otherKind(source, kind);
  if (other !== null) {
    findings.push(finding('misplaced', source, firstKey(source), { kind: other }));
    return { ...entry, id: null };
  }
  const id = value[ID_KEY[kind]];
  if (typeof id === 'string') entry.id = id;
  // Loaded late, since it takes as long as reading a pack that is known.
  const { questionSchema, rubricSchema } = await import('../pack/schema.ts');
  const schema = kind === 'question' ? questionSchema : rubricSchema;
  const parsed = schema.safeParse(value);
  if (parsed.success) entry.value = parsed.data as Held<K>;
  else findings.push(...shapeFindings(source, schema, parsed.error.issues));
  return entry;
}

/** What a file is when it is plainly not what its folder holds. */
function otherKind(source: Source, kind: Kind): Kind | null {
  const has = (...keys: string[]) => keys.every((key) => hasKey(source, key));
  if (kind === 'question') return !has('id') && has('question', 'criteria') ? 'rubric' : null;
  return !has('question') && has('id', 'prompt') ? 'question' : null;
}

function firstKey(source: Source): Span {
  const [start] = spanOf(source, []);
  return [start, start + /^[^:\n]*/.exec(source.text.slice(start))![0].length];
}

interface Loaded {
  source: Source;
  known: Known | null;
}

function load(file: string, findings: Finding[]): Loaded {
  try {
    const about = statSync(file);
    // A pipe, or a link to a device such as /dev/zero, would be read for ever.
    if (!about.isFile() && !about.isDirectory()) throw new Error('it is a pipe or a device');
    const large = tooLarge(file, about.size);
    if (large !== null) return { source: large, known: null };
    const bytes = readFileSync(file);
    const known = knownFile(bytes);
    return { source: readSource(file, bytes, known !== null), known };
  } catch (error) {
    const source = emptySource(file);
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    findings.push(finding('unreadable', source, [0, 0], { why }));
    return { source, known: null };
  }
}

/** Stands for what has no text to point into. */
function emptySource(file: string): Source {
  return {
    file,
    text: '',
    known: false,
    plain: null,
    doc: null,
    refusal: null,
    position: () => ({ line: 1, column: 1 }),
  };
}

/** The folder's YAML files in the order of their names; hidden files are an editor's business. */
function yamlFiles(dir: string, sub: 'questions' | 'rubrics'): string[] {
  const folder = join(dir, sub);
  if (!isFolder(folder)) throw new FileError(dir, `not a pack: there is no folder ${sub}/ in it`);
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
