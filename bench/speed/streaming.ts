import { join } from 'node:path';
import { answersOf, writeRecords } from './answers.ts';
import { type Command, greenroom, inFolder, peakMemory, times } from './process.ts';
import { atLeast, atMost, type Row, rounds } from './rows.ts';

const WORDS = 150;
const EARLY = 10_000;

/** `greenroom score` over a file of records, with so many workers. */
export function score(file: string, jobs: number): Command {
  return greenroom('score', file, '--format', 'jsonl', '--jobs', String(jobs));
}

/**
 * Answers a second, what they cost beside plain JSON, and memory.
 *
 * @param records how many are streamed for time
 * @param most how many for memory
 */
export function streaming(records: number, most: number): Row[] {
  return inFolder((folder) => {
    const written = (count: number) => {
      const file = join(folder, `${count}.jsonl`);
      writeRecords(file, answersOf(WORDS, 1000), count);
      return file;
    };
    const [one, all] = [written(1), written(records)];
    const took = rounds(() => ({
      alone: times(score(all, 1)),
      two: times(score(all, 2)),
      start: times(score(one, 1)),
      copy: times(copy(all)),
      copyStart: times(copy(one)),
    }));
    const each = (figure: (round: (typeof took)[number], of: 'wall' | 'processor') => number) =>
      [took.map((round) => figure(round, 'wall')), took.map((round) => figure(round, 'processor'))] as const;
    const beside = each(
      ({ alone, start, copy, copyStart }, of) => (alone[of] - start[of]) / (copy[of] - copyStart[of]),
    );
    const [early, late] = [peakMemory(score(written(EARLY), 1)), peakMemory(score(written(most), 1))];
    const [two, many] = [records, most].map((count) => count.toLocaleString('en'));
    return [
      atLeast(
        `answers a second, one core, ${WORDS} words`,
        3000,
        '',
        ...each(({ alone }, of) => records / alone[of]),
      ),
      atLeast(
        'answers a second with two workers ÷ with one',
        1.7,
        ' ×',
        each(({ alone, two }, of) => alone[of] / two[of])[0],
      ),
      atMost(
        `${two} records through \`score\` ÷ through parse and stringify, less start-up`,
        20,
        ' ×',
        ...beside,
      ),
      atMost(`peak memory, ${many} records`, 200, ' MB', [late]),
      atMost(`peak memory, ${many} records ÷ ${EARLY.toLocaleString('en')}`, 1.1, ' ×', [late / early]),
    ];
  });
}

function copy(file: string): Command {
  return { argv: [process.execPath, new URL('copy.js', import.meta.url).pathname, file] };
}
