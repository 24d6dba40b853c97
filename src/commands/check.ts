import { relative } from 'node:path';
import { type CheckResult, check } from '../check/check.ts';
import { isPack, toTargets } from '../check/targets.ts';
import { UsageError } from '../errors.ts';
import { graders } from '../grading/graders.ts';
import { packageRoot } from '../pack/locate.ts';
import { FINDINGS_FORMATS, type FindingsFormat, findingsReports } from '../report/findings-reports.ts';
import { paletteFor } from './practice/palette.ts';

/** `greenroom check [path…]`: reports what is wrong with packs; exit 1 for anything in their files. */
export async function run(paths: string[], options: Record<string, unknown>): Promise<number> {
  const format = toFormat(options.format);
  const targets = await toTargets(paths.length > 0 ? paths : [await usualPack(options.pack)]);
  const checked = await check(targets, await graders.offline());
  const result = options.strict === true ? strict(checked) : checked;
  const report = await findingsReports[format]();
  const layout = {
    palette: paletteFor(process.stdout, options.color),
    width: process.stdout.columns ?? 100,
  };
  process.stdout.write(report(result, layout));
  return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Under --strict a warning is an error, in every format. */
function strict(result: CheckResult): CheckResult {
  return { ...result, findings: result.findings.map((finding) => ({ ...finding, severity: 'error' })) };
}

/** The pack one is in, else the built-in one, as seen from here. */
async function usualPack(pack: unknown): Promise<string> {
  if (typeof pack === 'string') return pack;
  if (await isPack('.')) return '.';
  const root = packageRoot();
  const near = relative(process.cwd(), root);
  return near.startsWith('..') ? root : near || '.';
}

function toFormat(value: unknown): FindingsFormat {
  const format = FINDINGS_FORMATS.find((name) => name === value);
  if (format !== undefined) return format;
  throw new UsageError(`--format ${value}: there is ${FINDINGS_FORMATS.join(', ')}`);
}
