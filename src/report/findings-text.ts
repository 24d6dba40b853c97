import type { Finding } from '../check/finding.ts';
import { placeOf } from '../check/finding.ts';
import { changeLines } from './findings-changes.ts';
import { type FindingsReporter, summaryLine } from './findings-report.ts';
import { oneLine, plainText } from './plain.ts';

/** For people: each finding with the line it stands on, and what to do. */
export const text: FindingsReporter = (result, { palette, width, changes }) => {
  const found = new Set(result.findings.map(({ file }) => file));
  const texts = new Map(
    result.sources
      .filter(({ file }) => found.has(file))
      .map((source) => [source.file, source.text.split(/\r?\n/)]),
  );
  const blocks = result.findings.map((finding) => {
    const heading = `${palette.bold(oneLine(placeOf(finding)))}  ${palette.worry(finding.severity)} ${palette.dim(finding.code)}`;
    const said = plainText(`  ${finding.message}.${finding.fix === null ? '' : ` ${finding.fix}`}`);
    return [heading, ...excerpt(finding, texts.get(finding.file) ?? [], width, palette.dim), said, ''].join(
      '\n',
    );
  });
  return [...blocks, summaryLine(result), ...changeLines(changes), ''].join('\n');
};

/** The line a finding stands on with a mark under the place; nothing for a file without text. */
function excerpt(finding: Finding, lines: string[], width: number, dim: (text: string) => string): string[] {
  const line = lines[finding.line - 1];
  if (line === undefined || line === '') return [];
  const number = String(finding.line);
  const room = Math.max(20, width - number.length - 6);
  // A long line is shown from a little before the place.
  const from = Math.max(0, finding.column - 1 - Math.floor(room / 3));
  const cut = line.length <= room ? 0 : from;
  const shown = oneForOne(line.slice(cut, cut + room));
  const end = finding.endLine === finding.line ? finding.endColumn : line.length + 1;
  const start = finding.column - 1 - cut;
  const length = Math.max(1, Math.min(end - finding.column, shown.length - start));
  return [
    `  ${dim(`${number} |`)} ${shown}`,
    `  ${dim(`${' '.repeat(number.length)} |`)} ${' '.repeat(start)}${'^'.repeat(length)}`,
  ];
}

/** Safe to print, and as long as before, so that the mark stays under its place. */
function oneForOne(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (char) => ' '.repeat(char.length));
}
