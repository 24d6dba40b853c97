import { graders } from '../grading/graders.ts';
import { briefOf } from '../journal/brief.ts';
import { attemptsOf } from '../journal/history.ts';
import { readJournal } from '../journal/read.ts';
import { loadPack } from '../pack/load.ts';
import { briefMarkdown } from '../report/brief.ts';
import { tellDamage } from './practice/damage.ts';
import { greenroomHome } from './practice/home.ts';
import { writeWhole } from './score-sink.ts';

/** `greenroom brief`: the page for the day before. */
export async function run(_args: string[], options: Record<string, unknown>): Promise<number> {
  const pack = await loadPack(options.pack as string | undefined);
  const journal = await readJournal(greenroomHome());
  tellDamage(journal);
  const page = briefMarkdown(await briefOf(attemptsOf(journal.records), pack, await graders.offline()));
  const file = options.output as string | undefined;
  if (file === undefined || file === '-') {
    process.stdout.write(page);
    return 0;
  }
  await writeWhole(file, page);
  process.stderr.write(`greenroom: the page for the day before is in ${file}\n`);
  return 0;
}
