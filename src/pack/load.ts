import { PackError } from '../errors.ts';
import { readCompiled } from './compiled.ts';
import { packageRoot } from './locate.ts';
import type { Pack } from './pack.ts';

/**
 * Loads a pack and makes sure its files are sound and fit together. Its examples are not run.
 *
 * @param dir a folder with questions/ and rubrics/; without it, the built-in pack
 * @throws PackError naming the first finding; FileError when the folder is not a pack
 */
export async function loadPack(dir?: string): Promise<Pack> {
  if (dir !== undefined) return parsePack(dir);
  const root = packageRoot();
  return readCompiled(root) ?? parsePack(root);
}

/** From the YAML; the libraries that takes are only loaded here. */
export async function parsePack(dir: string): Promise<Pack> {
  const { soundPack } = await import('../check/sound.ts');
  const { pack, faults } = await soundPack(dir);
  const [first] = faults;
  if (first === undefined) return pack;
  const rest = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const fix = first.fix === null ? '' : ` ${first.fix}`;
  throw new PackError(
    `${first.file}:${first.line}:${first.column}: ${first.message}.${fix}${rest}\n` +
      `Run \`greenroom check ${dir}\` to see everything that is wrong with this pack.`,
  );
}
