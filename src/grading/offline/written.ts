import { GENERAL, type Pack } from '../../pack/pack.ts';
import { rubricHash } from '../hash.ts';
import { accepts } from './accepts.ts';
import { compileRubric } from './compile.ts';
import { serialise } from './compiled.ts';
import { signsFile } from './prepared.ts';

/** What the build writes so that a start need not compile: file names and their text. */
export function writtenSigns(pack: Pack): [name: string, text: string][] {
  return [...pack.rubrics].map(([id, rubric]): [string, string] => {
    const question = id === GENERAL ? null : (pack.questions.find((one) => one.id === id) ?? null);
    return [signsFile(rubricHash(rubric)), serialise(compileRubric(rubric, accepts(question)))];
  });
}
