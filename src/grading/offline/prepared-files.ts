import { GENERAL, type Pack } from '../../pack/pack.ts';
import { prepare, preparedName } from './prepared.ts';

/** What the build writes so that a start need not make rubrics ready: file names and their bytes. */
export function preparedFiles(pack: Pack): [name: string, bytes: Uint8Array][] {
  return [...pack.rubrics].map(([id, rubric]): [string, Uint8Array] => {
    const question = id === GENERAL ? null : (pack.questions.find((one) => one.id === id) ?? null);
    return [preparedName(rubric, question), prepare(rubric, question)];
  });
}
