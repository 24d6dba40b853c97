import type { Reading } from '../../journal/read.ts';

/** Says on stderr which lines of the journal could not be read. They stay where they are. */
export function tellDamage({ file, damage }: Pick<Reading, 'file' | 'damage'>): void {
  const newer = damage.filter(({ code }) => code === 'newer-version').length;
  const broken = damage.filter(({ code }) => code !== 'newer-version').map(({ line }) => line);
  if (broken.length > 0) {
    const which =
      broken.length === 1 ? `line ${broken[0]}` : `${broken.length} lines, the first of them ${broken[0]}`;
    process.stderr.write(`greenroom: ${file}: ${which} cannot be read and is passed over\n`);
  }
  if (newer > 0) {
    process.stderr.write(
      `greenroom: ${file}: ${newer} lines were written by a newer greenroom and are passed over\n`,
    );
  }
}
