import { relative } from 'node:path';
import { type CheckResult, check } from '../check/check.ts';
import type { Against } from '../check/compare.ts';
import { isPack, type Target, toTargets } from '../check/targets.ts';
import { PackError, UsageError } from '../errors.ts';
import type { Grader } from '../grading/assessment.ts';
import { offlineGrader } from '../grading/offline/grader.ts';
import { packageRoot } from '../pack/locate.ts';
import { FINDINGS_FORMATS, type FindingsFormat, findingsReports } from '../report/findings-reports.ts';
import { plainText } from '../report/plain.ts';
import { compileLater } from './compile-later.ts';
import { paletteFor } from './practice/palette.ts';

/**
 * `greenroom check [path…]`: reports what is wrong with packs.
 *
 * @returns 2 when an answer file could not be used, 1 for anything wrong in a pack's files, else 0
 */
export async function run(paths: string[], options: Record<string, unknown>): Promise<number> {
  compileLater();
  const format = toFormat(options.format);
  const targets = toTargets(paths.length > 0 ? paths : [usualPack(options.pack)]);
  const compare = toCompare(options, targets);
  const checked = await check(targets, { grader: offlineGrader, mutate: options.mutate === true });
  const result = options.strict === true ? strict(checked) : checked;
  const { changes, faults } = await compare(offlineGrader);
  const report = await findingsReports[format]();
  const layout = {
    palette: paletteFor(process.stdout, options.color),
    width: process.stdout.columns ?? 100,
    changes,
  };
  process.stdout.write(report(result, layout));
  if (faults > 0) return 2;
  return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

interface Compared {
  changes: Against | null;
  /** Answer files that could not be used. */
  faults: number;
}

/** @throws UsageError for flags that do not go together */
function toCompare(
  { against, answers }: Record<string, unknown>,
  targets: Target[],
): (grader: Grader) => Promise<Compared> {
  if (typeof against !== 'string') {
    if (answers !== undefined) throw new UsageError('--answers needs --against: it lists what changed');
    return async () => ({ changes: null, faults: 0 });
  }
  const [target] = targets;
  if (targets.length !== 1 || target?.kind !== 'pack') throw new UsageError('--against takes one pack');
  return async (grader) => {
    const { compareWith } = await import('./check-against.ts');
    let faults = 0;
    const onFault = (error: Error) => {
      faults++;
      tell(error.message);
    };
    try {
      const file = typeof answers === 'string' ? answers : null;
      return { changes: await compareWith(target.dir, against, file, grader, onFault), faults };
    } catch (error) {
      // The findings say what is wrong with the pack; they are worth more than the comparison.
      if (!(error instanceof PackError)) throw error;
      tell(`nothing compared: ${error.message}`);
      return { changes: null, faults };
    }
  };
}

function tell(message: string): void {
  process.stderr.write(`greenroom: ${plainText(message)}\n`);
}

/** Under --strict a warning is an error, in every format. */
function strict(result: CheckResult): CheckResult {
  return { ...result, findings: result.findings.map((finding) => ({ ...finding, severity: 'error' })) };
}

/** The pack one is in, else the built-in one, as seen from here. */
function usualPack(pack: unknown): string {
  if (typeof pack === 'string') return pack;
  if (isPack('.')) return '.';
  const root = packageRoot();
  const near = relative(process.cwd(), root);
  return near.startsWith('..') ? root : near || '.';
}

function toFormat(value: unknown): FindingsFormat {
  const format = FINDINGS_FORMATS.find((name) => name === value);
  if (format !== undefined) return format;
  throw new UsageError(`--format ${value}: there is ${FINDINGS_FORMATS.join(', ')}`);
}
