import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledPack } from './locate.ts';
import type { Pack } from './pack.ts';
import type { Question, Rubric } from './schema.ts';

/**
 * The built-in pack as one JSON file, written by the build: parsing and validating its YAML costs more
 * than all the rest of a start. The stamp is a digest of the YAML files, so an edit to one of them
 * shows at once, without a build; comparing times would not do, since copies and archives set them anew.
 */
interface Compiled {
  stamp: string;
  questions: Question[];
  rubrics: [string, Rubric][];
}

/** The text of the compiled pack, for the build to write. */
export function compile(pack: Pack): string {
  const compiled: Compiled = {
    stamp: stampOf(pack.dir),
    questions: pack.questions,
    rubrics: [...pack.rubrics],
  };
  return JSON.stringify(compiled);
}

/** The compiled pack; null when there is none, or the YAML has changed since. */
export function readCompiled(root: string): Pack | null {
  let text: string;
  try {
    text = readFileSync(compiledPack(root), 'utf8');
  } catch {
    return null;
  }
  const compiled = JSON.parse(text) as Compiled;
  if (compiled.stamp !== stampOf(root)) return null;
  return { dir: root, questions: compiled.questions, rubrics: new Map(compiled.rubrics) };
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
