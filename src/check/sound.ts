import type { Pack } from '../pack/pack.ts';
import { type Finding, inOrder } from './finding.ts';
import { type Reading, readPack } from './read.ts';
import { referenceFindings } from './references.ts';
import { signFindings } from './signs.ts';

/**
 * Reads a pack for use. The faults are the errors of structure and reference, in order: with any, the
 * pack is incomplete and must not be used.
 *
 * @throws FileError when `dir` is not a pack
 */
export async function soundPack(dir: string): Promise<{ pack: Pack; faults: Finding[] }> {
  const reading = await readPack(dir);
  const signs = reading.rubrics.flatMap(({ source, value, known }) =>
    value === null || known ? [] : signFindings(source, value),
  );
  const findings = [...reading.findings, ...referenceFindings(reading), ...signs];
  return { pack: toPack(reading), faults: inOrder(findings.filter(({ severity }) => severity === 'error')) };
}

/** What can be used of a reading: the files whose shape is right. */
export function toPack({ dir, questions, rubrics }: Reading): Pack {
  return {
    dir,
    questions: questions.flatMap(({ value }) => value ?? []).sort((a, b) => a.number - b.number),
    rubrics: new Map(rubrics.flatMap(({ value }) => (value === null ? [] : [[value.question, value]]))),
  };
}
