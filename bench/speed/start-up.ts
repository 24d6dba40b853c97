import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersOf } from './answers.ts';
import { BARE_NODE, type Command, greenroom, inFolder, times, wallTime } from './process.ts';
import { atMost, type Row, rounds } from './rows.ts';

/** Whole processes of short work, against Node with none. */
export function startUp(): Row[] {
  return inFolder((folder) => {
    const [one] = answersOf(150, 1);
    const file = join(folder, `one-answer.${one!.question}.md`);
    writeFileSync(file, one!.answer);
    const goals: [what: string, limit: number, Command][] = [
      ['`greenroom --version` ÷ `node -e 0`', 1.3, greenroom('--version')],
      ['`greenroom --help` ÷ `node -e 0`', 1.6, greenroom('--help')],
      ['`greenroom score one-answer.md` ÷ `node -e 0`', 5, greenroom('score', file)],
      [
        '`greenroom check`, built-in pack with all examples ÷ `node -e 0`',
        10,
        { ...greenroom('check'), cwd: folder },
      ],
    ];
    const ratios = (time: (command: Command) => number) =>
      rounds(() => {
        const bare = time(BARE_NODE);
        return goals.map(([, , command]) => time(command) / bare);
      });
    const wall = ratios(wallTime);
    const processor = ratios((command) => times(command).processor);
    const column = (all: number[][], index: number) => all.map((round) => round[index]!);
    return goals.map(([what, limit], index) =>
      atMost(what, limit, ' ×', column(wall, index), column(processor, index)),
    );
  });
}
