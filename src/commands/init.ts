import { join } from 'node:path';
import { startPack } from '../init/start.ts';
import { plainText } from '../report/plain.ts';

/** `greenroom init [dir]`: starts a pack of one's own. */
export async function run([dir = '.']: string[]): Promise<number> {
  const files = await startPack(dir);
  const lines = files.map((file) => `  ${join(dir, file)}`);
  process.stdout.write(
    plainText(
      `A pack with two questions, for heads of department in schools. Make it yours:\n${lines.join('\n')}\n\n` +
        `Next: greenroom check ${dir}\n      greenroom practice --pack ${dir}\n`,
    ),
  );
  return 0;
}
