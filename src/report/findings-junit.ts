import type { Finding } from '../check/finding.ts';
import { placeOf } from '../check/finding.ts';
import { type Markup, markup } from './escape.ts';
import type { FindingsReporter } from './findings-report.ts';
import { oneLine } from './plain.ts';

/** JUnit XML: a test for each file, which fails on errors and mentions warnings. */
export const junit: FindingsReporter = ({ findings, sources }) => {
  const files = [...new Set([...sources, ...findings].map(({ file }) => file))];
  const cases = files.map((file) =>
    testCase(
      file,
      findings.filter((finding) => finding.file === file),
    ),
  );
  const failures = files.filter((file) =>
    findings.some((finding) => finding.file === file && finding.severity === 'error'),
  ).length;
  const counts = markup`tests="${files.length}" failures="${failures}" errors="0"`;
  const suite = markup`<testsuites name="greenroom" ${counts}>\n<testsuite name="check" ${counts} skipped="0" time="0">\n${cases}</testsuite>\n</testsuites>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${suite.markup}`;
};

function testCase(file: string, findings: Finding[]): Markup {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const [first] = errors;
  const failure =
    first === undefined
      ? null
      : markup`<failure type="${first.code}" message="${oneLine(first.message)}">${errors.map(said).join('\n')}</failure>`;
  const mentioned =
    warnings.length === 0 ? null : markup`<system-out>${warnings.map(said).join('\n')}</system-out>`;
  const inside = [failure, mentioned].filter((part) => part !== null);
  return markup`<testcase classname="check" name="${oneLine(file)}" time="0">${inside}</testcase>\n`;
}

function said(finding: Finding): string {
  const { severity, code, message, fix } = finding;
  return oneLine(`${placeOf(finding)} ${severity} ${code}: ${message}.${fix === null ? '' : ` ${fix}`}`);
}
