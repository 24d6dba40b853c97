import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rememberHash } from '../grading/hash.ts';
import { compiledPack } from './locate.ts';
import type { Pack, Rubrics } from './pack.ts';
import type { Question, Rubric } from './schema.ts';

/**
 * The built-in pack as JSON, written by the build: parsing and validating its YAML costs more than all the rest
 * of a start. Each rubric is a file of its own, since most runs need one. The stamp is a digest of the YAML files,
 * so an edit to one of them shows at once, without a build; comparing times would not do, since copies and archives
 * set them anew.
 */
interface Index {
  stamp: string;
  questions: Question[];
  /** Whose rubrics there are, in order. */
  rubrics: string[];
}

const INDEX = 'index.json';

/** The files of the compiled pack, for the build to write. */
export function compile(pack: Pack): [name: string, text: string][] {
  const { dir, questions, rubrics } = pack;
  const index: Index = { stamp: stampOf(dir), questions, rubrics: [...rubrics.keys()] };
  return [
    [INDEX, JSON.stringify(index)],
    ...[...rubrics].map(([id, rubric]): [string, string] => [fileOf(id), JSON.stringify(rubric)]),
  ];
}

/** The compiled pack; null when there is none, or the YAML has changed since. */
export function readCompiled(root: string): Pack | null {
  const dir = compiledPack(root);
  const index = readIndex(dir);
  if (index === null || index.stamp !== stampOf(root)) return null;
  return { dir: root, questions: index.questions, rubrics: readWhenAsked(new Set(index.rubrics), dir) };
}

/**
 * The pack as the build found it, whatever has become of its YAML since.
 *
 * @param dir the folder of the compiled pack
 */
export function readAsBuilt(dir: string): Pack | null {
  const index = readIndex(dir);
  return index && { dir, questions: index.questions, rubrics: readWhenAsked(new Set(index.rubrics), dir) };
}

function readIndex(dir: string): Index | null {
  try {
    return JSON.parse(readFileSync(join(dir, INDEX), 'utf8')) as Index;
  } catch {
    return null;
  }
}

function fileOf(id: string): string {
  return `rubric-${id}.json`;
}

function readWhenAsked(ids: ReadonlySet<string>, dir: string): Rubrics {
  const read = new Map<string, Rubric>();
  const get = (id: string): Rubric | undefined => {
    let rubric = read.get(id);
    if (rubric === undefined && ids.has(id)) {
      const json = readFileSync(join(dir, fileOf(id)), 'utf8');
      rubric = JSON.parse(json) as Rubric;
      rememberHash(rubric, json);
      read.set(id, rubric);
    }
    return rubric;
  };
  const entries = () => [...ids].map((id): [string, Rubric] => [id, get(id)!]);
  return {
    get,
    has: (id) => ids.has(id),
    keys: () => ids.keys(),
    values: () => [...ids].map((id) => get(id)!).values(),
    [Symbol.iterator]: () => entries().values(),
  };
}

function stampOf(dir: string): string {
  const hash = createHash('sha256');
  for (const sub of ['questions', 'rubrics']) {
    for (const name of readdirSync(join(dir, sub)).sort()) {
      if (!/\.ya?ml$/.test(name) || name.startsWith('.')) continue;
      hash.update(`${sub}/${name}\n`).update(readFileSync(join(dir, sub, name)));
    }
  }
  return hash.digest('hex');
}
