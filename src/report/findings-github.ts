import type { Finding } from '../check/finding.ts';
import { changeLines } from './findings-changes.ts';
import { type FindingsReporter, summaryLine } from './findings-report.ts';
import { oneLine, plainText } from './plain.ts';

/** What GitHub shows of each kind in one step; the rest of ours is plain text in the log. */
const MOST = 10;

/** Workflow commands, which GitHub shows as annotations beside the lines. */
export const github: FindingsReporter = (result, { changes }) => {
  const left = { error: MOST, warning: MOST };
  const lines = result.findings.map((finding) =>
    left[finding.severity]-- > 0 ? annotation(finding) : plain(finding),
  );
  return [...lines, summaryLine(result), ...changeLines(changes), ''].join('\n');
};

function annotation(finding: Finding): string {
  const { severity, code, file, line, column, endLine, endColumn } = finding;
  // Columns are only understood within one line.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const place = `file=${property(file.replaceAll('\\', '/'))},line=${line},endLine=${endLine}${columns}`;
  return `::${severity} ${place},title=${property(code)}::${message(said(finding))}`;
}

/** Begins with the file, so that a name with "::" in it starts no command. */
function plain(finding: Finding): string {
  const { severity, file, line, column } = finding;
  return oneLine(`- ${severity} ${file}:${line}:${column} ${said(finding)}`);
}

function said({ message, fix }: Finding): string {
  return fix === null ? `${message}.` : `${message}. ${fix}`;
}

function message(text: string): string {
  return plainText(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
