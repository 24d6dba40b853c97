import { GENERAL, type Pack } from '../../pack/pack.ts';
import { prepare, preparedName } from './prepared.ts';

/** What the build writes so that a start need not make rubrics ready: file names and their text. */
export function preparedFiles(pack: Pack): [name: string, text: string][] {
  return [...pack.rubrics].map(([id, rubric]): [string, string] => {
    const question = id === GENERAL ? null : (pack.questions.find((one) => one.id === id) ?? null);
    return [preparedName(rubric, question), prepare(rubric, question)];
  });
}
