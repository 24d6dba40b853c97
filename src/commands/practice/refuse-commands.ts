import { UsageError } from '../../errors.ts';
import { nearest } from '../../pack/nearest.ts';
import type { Pack } from '../../pack/pack.ts';

const COMMANDS = ['practice', 'score', 'check', 'questions', 'progress', 'brief', 'agree', 'init', 'schema'];

/**
 * Practice is what greenroom does when no command is named, so it also gets commands that are misspelt.
 *
 * @throws UsageError for a word that is no question but nearly a command
 */
export function refuseCommands([word, ...others]: string[], { questions }: Pack): void {
  if (word === undefined || others.length > 0 || questions.some(({ id }) => id === word)) return;
  const meant = nearest(word, COMMANDS);
  if (meant === null) return;
  throw new UsageError(`there is no command and no question "${word}". Did you mean \`greenroom ${meant}\`?`);
}
