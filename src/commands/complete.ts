import { readdirSync } from 'node:fs';
import tab, { type Complete } from '@bomb.sh/tab';
import fromCommander from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { loadPack } from '../pack/load.ts';
import { FINDINGS_FORMATS } from '../report/findings-reports.ts';
import { REPORT_FORMATS } from '../report/reports.ts';

type Word = readonly [word: string, meaning: string];
type Words = () => Iterable<Word>;

/**
 * Adds `complete` to the command line: `greenroom complete zsh` prints what a shell sources, and that
 * script asks `greenroom complete -- <words>` for what may come next.
 *
 * @param argv the words so far; the last is being typed
 */
export async function addCompletion(program: Command, argv: readonly string[]): Promise<void> {
  fromCommander(program);
  const { questions } = await loadPack();
  const ids = () => questions.map(({ id, title }): Word => [id, title]);
  const paths = () => pathsFrom(argv.at(-1) ?? '');

  offerOptions('score', {
    format: oneOf(REPORT_FORMATS),
    grader: oneOf(['offline', 'llm', 'both']),
    question: ids,
  });
  offerOptions('check', { format: oneOf(FINDINGS_FORMATS), answers: paths, against: paths });
  offerOptions('questions', { format: oneOf(['text', 'json', 'markdown']) });
  offerOptions('progress', { format: oneOf(['text', 'json', 'html']) });
  offerOptions('agree', { format: oneOf(['text', 'json']) });
  for (const name of tab.commands.keys()) offerOptions(name, { pack: paths, output: paths });
  for (const name of ['practice', 'questions']) offerArguments(name, ids);
  for (const name of ['score', 'check', 'agree', 'init']) offerArguments(name, paths);
  offerArguments('schema', oneOf(['question', 'rubric', 'assessment']));
}

function oneOf(words: readonly string[]): Words {
  return () => words.map((word): Word => [word, '']);
}

function offerOptions(command: string, offers: Record<string, Words>): void {
  for (const [name, words] of Object.entries(offers)) {
    const option = tab.commands.get(command)?.options.get(name);
    if (option === undefined) continue;
    // The adapter takes an option without listed choices for a switch.
    option.isBoolean = false;
    option.handler = handler(words);
  }
}

function offerArguments(command: string, words: Words): void {
  for (const argument of tab.commands.get(command)?.arguments.values() ?? [])
    argument.handler = handler(words);
}

function handler(words: Words) {
  return (complete: Complete) => {
    for (const [word, meaning] of words()) complete(word, meaning);
  };
}

/**
 * Files and folders that continue a path: shells leave this to us, since the library tells them to. The only folder
 * comes with what is in it, since a shell puts a space behind a lone word, and nobody could go on into the folder.
 */
function pathsFrom(typed: string): Word[] {
  const found = pathsIn(typed.slice(0, typed.lastIndexOf('/') + 1)).filter((path) => path.startsWith(typed));
  const [only] = found;
  const inside = found.length === 1 && only!.endsWith('/') ? pathsIn(only!) : [];
  return [...found, ...inside].map((path): Word => [path, '']);
}

/** A folder that cannot be read offers nothing. */
function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder || '.', { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  } catch {
    return [];
  }
}
