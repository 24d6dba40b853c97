import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/check/check.ts';
import { type Finding, finding } from '../../src/check/finding.ts';
import { readSource } from '../../src/check/source.ts';
import { FINDINGS_FORMATS, findingsReports } from '../../src/report/findings-reports.ts';

const plain = (text: string) => text;
const layout = { palette: { bold: plain, dim: plain, good: plain, worry: plain }, width: 80, changes: null };
const source = readSource('rubrics/a, b:c.yaml', Buffer.from('id: 1\ntitle: x\n'));

function result(findings: Finding[]): CheckResult {
  return { findings, sources: [source], examples: 3 };
}
const empty = (key: string) => finding('empty', source, [0, 5], { key });
const unused = () => finding('unused-list', source, [6, 14], { name: 'x' });
const report = async (format: (typeof FINDINGS_FORMATS)[number], findings: Finding[]) =>
  (await findingsReports[format]())(result(findings), layout);

describe('every format', () => {
  it.each(FINDINGS_FORMATS)('%s ends with a line break and lets nothing steer a terminal', async (format) => {
    const text = await report(format, [empty('a\u001b[2J\u009b\u202e'), unused()]);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
  });
});

describe('github', () => {
  it('escapes what would end a property or a message', async () => {
    const [line] = (await report('github', [empty('100%')])).split('\n');
    expect(line).toMatch(
      /^::error file=rubrics\/a%2C b%3Ac\.yaml,line=1,endLine=1,col=1,endColumn=6,title=empty::/,
    );
    expect(line).toContain('100%25');
  });

  it('leaves out columns over several lines', async () => {
    const text = await report('github', [finding('empty', source, [0, 10], { key: 'x' })]);
    expect(text).toContain('line=1,endLine=2,title');
  });

  it('annotates ten errors and ten warnings, and tells the rest plainly', async () => {
    const findings = [...Array(12).fill(empty('x')), ...Array(11).fill(unused())];
    const lines = (await report('github', findings)).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(3);
    expect(lines).toHaveLength(24);
  });
});

describe('sarif', () => {
  it('is one run with stable rules, and results that point at them and into the repository', async () => {
    const log = JSON.parse(await report('sarif', [empty('x'), unused(), empty('y')]));
    expect(log.version).toBe('2.1.0');
    const [{ tool, results, columnKind }] = log.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['empty', 'unused-list']);
    expect(
      results.map((one: { ruleId: string; ruleIndex: number; level: string }) => [
        one.ruleId,
        one.ruleIndex,
        one.level,
      ]),
    ).toEqual([
      ['empty', 0, 'error'],
      ['unused-list', 1, 'warning'],
      ['empty', 0, 'error'],
    ]);
    const { artifactLocation, region } = results[1].locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'rubrics/a%2C%20b%3Ac.yaml', uriBaseId: '%SRCROOT%' });
    expect(region).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 9 });
  });

  it('is a valid log without findings', async () => {
    const log = JSON.parse(await report('sarif', []));
    expect(log.runs[0].results).toEqual([]);
  });
});

describe('junit', () => {
  it('has a test for each file, which only errors fail', async () => {
    const sound = await report('junit', [unused()]);
    expect(sound).toContain('tests="1" failures="0"');
    expect(sound).not.toContain('<failure');
    const broken = await report('junit', [empty('<&"'), unused()]);
    expect(broken).toContain('tests="1" failures="1"');
    expect(broken.match(/<failure /g)).toHaveLength(1);
    expect(broken).toContain('&lt;&amp;&quot;');
  });
});

describe('text', () => {
  it('shows the place within a line that is longer than the terminal', async () => {
    const long = readSource(
      'long.yaml',
      Buffer.from(`title: ${'word '.repeat(60)}HERE ${'word '.repeat(60)}\n`),
    );
    const at = long.text.indexOf('HERE');
    const text = (await findingsReports.text())(
      { findings: [finding('empty', long, [at, at + 4], { key: 'x' })], sources: [long], examples: 0 },
      layout,
    );
    const lines = text.split('\n');
    expect(lines[1]!.length).toBeLessThanOrEqual(80);
    expect(lines[2]!.indexOf('^')).toBe(lines[1]!.indexOf('HERE'));
  });
});
