import { readFileSync } from 'node:fs';
import { type Checked, digestOf } from './known.ts';
import { meaningFindings } from './meaning.ts';
import { readPack } from './read.ts';
import { withinRubric } from './references.ts';
import { signFindings } from './signs.ts';

/**
 * What the build writes down of a pack: the files with which, each by itself, nothing is wrong. One that silences a
 * finding is not among them.
 *
 * @throws FileError when `dir` is not a pack
 */
export async function recordOf(dir: string): Promise<Checked> {
  const { questions, rubrics, findings } = await readPack(dir);
  const record: Checked = {};
  const add = (kind: Checked[string][0], { file, text }: { file: string; text: string }, id: string) => {
    if (findings.some((one) => one.file === file) || text.includes('greenroom-ignore')) return;
    record[digestOf(readFileSync(file))] = [kind, id];
  };
  for (const { source, value } of questions) if (value !== null) add('question', source, value.id);
  for (const { source, value } of rubrics) {
    if (value === null) continue;
    const question = questions.find(({ id }) => id === value.question)?.value ?? null;
    // What a sign with a fault means cannot be looked into.
    if (withinRubric(source, value).length + signFindings(source, value).length > 0) continue;
    if (meaningFindings(source, value, question).length === 0) add('rubric', source, value.question);
  }
  return record;
}
