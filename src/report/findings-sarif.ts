import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ABOUT } from '../check/about.ts';
import type { Finding } from '../check/finding.ts';
import { VERSION } from '../version.ts';
import type { FindingsReporter } from './findings-report.ts';
import { plainJson } from './plain.ts';

/** SARIF 2.1.0, for code scanning. */
export const sarif: FindingsReporter = ({ findings }) => {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'greenroom',
            version: VERSION,
            rules: codes.map((id) => ({ id, shortDescription: { text: ABOUT[id] } })),
          },
        },
        // Our columns count as editors do, not in bytes or characters.
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => toResult(finding, codes.indexOf(finding.code))),
      },
    ],
  };
  return `${plainJson(log, 2)}\n`;
};

function toResult({ code, severity, message, fix, ...place }: Finding, ruleIndex: number): object {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: fix === null ? `${message}.` : `${message}. ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(place.file),
          region: {
            startLine: place.line,
            startColumn: place.column,
            endLine: place.endLine,
            endColumn: place.endColumn,
          },
        },
      },
    ],
  };
}

/** Relative to the repository, which is where such a report is made. */
function artifact(file: string): { uri: string; uriBaseId?: string } {
  if (isAbsolute(file)) return { uri: pathToFileURL(whole(file)).href };
  // Half a character, which a file name may hold on some systems, cannot stand in an address.
  const uri = whole(file).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

function whole(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}
