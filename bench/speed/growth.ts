import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, answersOf, oneSentence, oneWord, writeRecords } from './answers.ts';
import { progress, writeJournal } from './journal.ts';
import { type Command, greenroom, inFolder, ROOT, times } from './process.ts';
import { short, table } from './rows.ts';
import { exponent, lastStep, type Point, spread } from './statistics.ts';
import { score } from './streaming.ts';

/** How the cost of something grows with its size. */
interface Growth {
  what: string;
  points: Point[];
}

const TIMES = 3;
/** Words in the answers of each length, taken together. */
const WORDS = 500_000;
/** Below this share of what a start costs, the work cannot be told from chance. */
const TOLD_APART = 0.3;

/** Everything that could grow faster than it should, measured. */
export function growth(records: readonly number[]): Growth[] {
  return inFolder((folder) => {
    const journal = (events: number) => {
      const home = join(folder, `home-${events}`);
      writeJournal(home, events);
      return progress(home);
    };
    const recordsOf = (answers: Answer[], count: number) => {
      const file = join(folder, `${count}.jsonl`);
      writeRecords(file, answers, count);
      return score(file, 1);
    };
    const one = recordsOf(answersOf(1, 1), 1);
    /** The same number of words in all, in fewer and longer answers: what one answer costs. */
    const lengths = (what: string, make: (words: number, count: number) => Answer[]) => {
      const { points } = growthOf(what, [50, 150, 500, 1500, 5000], one, (words) => {
        const count = Math.ceil(WORDS / words);
        return recordsOf(make(words, Math.min(count, 1000)), count);
      });
      return { what, points: points.map(([words, seconds]): Point => [words, (seconds * words) / WORDS]) };
    };
    return [
      growthOf('records', records, one, (count) => recordsOf(answersOf(150, 1000), count)),
      lengths('words in an answer', answersOf),
      lengths('words in an answer: one word, repeated', oneWord),
      lengths('words in an answer: one sentence, no punctuation', oneSentence),
      growthOf('examples in a rubric, `check`', [10, 30, 100, 300, 1000], examples(folder, 0), (count) =>
        examples(folder, count),
      ),
      growthOf('events in the journal, `progress`', [10, 100, 1000, 10_000, 100_000], journal(1), journal),
    ];
  });
}

/** Processor time for each size, less that of `start`, which has next to nothing to do. */
function growthOf(
  what: string,
  sizes: readonly number[],
  start: Command,
  command: (size: number) => Command,
): Growth {
  const cost = (of: Command) => spread(Array.from({ length: TIMES }, () => times(of).processor)).median;
  const least = cost(start);
  const points = sizes.map((size): Point => [size, cost(command(size)) - least]);
  return { what, points: points.filter(([, seconds]) => seconds > least * TOLD_APART) };
}

/** The starter pack, with so many more examples in a rubric. */
function examples(folder: string, count: number): Command {
  const pack = join(folder, `pack-${count}`);
  mkdirSync(pack);
  cpSync(join(ROOT, 'src/init/pack'), pack, { recursive: true });
  const rubric = join(pack, 'rubrics/why-lead.yaml');
  const more = answersOf(150, count).map(
    ({ answer }, index) =>
      `  - name: example ${index}\n    answer: ${JSON.stringify(answer)}\n    expect:\n      score: [1, 5]\n`,
  );
  writeFileSync(rubric, readFileSync(rubric, 'utf8') + more.join(''));
  return { ...greenroom('check', pack), exits: [0, 1] };
}

/** The exponents as a table in Markdown. */
export function growthTable(all: readonly Growth[]): string {
  const lines = all.map(({ what, points }) => [
    what,
    `${points[0]![0].toLocaleString('en')} → ${points.at(-1)![0].toLocaleString('en')}`,
    points.map(([, seconds]) => `${short(seconds * 1000)}`).join(', '),
    exponent(points).toFixed(2),
    lastStep(points).toFixed(2),
  ]);
  return table(['what grows', 'from → to', 'processor time, ms', 'exponent', 'last step'], lines);
}
