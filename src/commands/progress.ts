import { UsageError } from '../errors.ts';
import { journalFile } from '../journal/append.ts';
import { attemptsOf } from '../journal/history.ts';
import { progressOf, withMarks } from '../journal/progress.ts';
import { type Damage, recordsIn } from '../journal/read.ts';
import { scoredLine } from '../journal/scored-line.ts';
import { loadPack } from '../pack/load.ts';
import { commandName } from './practice/command-name.ts';
import { tellDamage } from './practice/damage.ts';
import { greenroomHome } from './practice/home.ts';
import { paletteFor } from './practice/palette.ts';

const FORMATS = ['text', 'json', 'html'] as const;
const WIDEST = 100;

/** `greenroom progress`: what the journal says of how somebody is getting on. */
export async function run(_args: string[], options: Record<string, unknown>): Promise<number> {
  const format = FORMATS.find((name) => name === options.format);
  if (format === undefined)
    throw new UsageError(`--format ${options.format}: there is ${FORMATS.join(', ')}`);
  const { questions } = await loadPack(options.pack as string | undefined);
  const home = greenroomHome();
  const damage: Damage[] = [];
  const attempts = attemptsOf(withMarks(recordsIn(home, damage, scoredLine)));
  tellDamage({ file: journalFile(home), damage });
  const now = new Date();
  const progress = progressOf(attempts, questions, now);
  switch (format) {
    case 'json': {
      const { progressJson } = await import('../report/progress-json.ts');
      process.stdout.write(progressJson(progress, questions));
      return 0;
    }
    case 'html': {
      const { progressHtml } = await import('../report/progress-html.ts');
      process.stdout.write(progressHtml(progress, questions));
      return 0;
    }
    case 'text': {
      const { progressLines } = await import('../report/progress-text.ts');
      const width = Math.min((process.stdout.columns || 80) - 1, WIDEST);
      const layout = { width, palette: paletteFor(process.stdout, options.color) };
      process.stdout.write(`${progressLines(progress, questions, now, layout, commandName()).join('\n')}\n`);
      return 0;
    }
  }
}
