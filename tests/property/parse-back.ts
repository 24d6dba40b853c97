import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { CheckResult } from '../../src/check/check.ts';
import type { FindingsFormat } from '../../src/report/findings-reports.ts';
import { plainText } from '../../src/report/plain.ts';

/** No character that could steer what shows it. */
export function assertSteersNothing(text: string): void {
  expect(plainText(text)).toBe(text);
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+="[^"<]*")*)\s*(\/?)>/y;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const OUTSIDE_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A strict parser for as much of XML as our reports use; throws at anything else. */
export function parseXml(xml: string): Element {
  if (OUTSIDE_XML.test(xml)) throw new Error('a character XML may not hold');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  if (!xml.startsWith(declaration)) throw new Error('no declaration');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (let at = declaration.length; at < xml.length; ) {
    const here = open.at(-1)!;
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      here.text += decoded(xml.slice(at, end === -1 ? undefined : end));
      at = end === -1 ? xml.length : end;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, closing, name, attributes, empty] = TAG.exec(xml) ?? [];
    if (whole === undefined) throw new Error(`not a tag: ${xml.slice(at, at + 40)}`);
    at += whole.length;
    if (closing === '/') {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes something else`);
      continue;
    }
    const pairs = [...attributes!.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [
      key,
      decoded(value!),
    ]);
    const element = { name: name!, attributes: Object.fromEntries(pairs), children: [], text: '' };
    here.children.push(element);
    if (empty !== '/') open.push(element);
  }
  if (open.length !== 1) throw new Error('something is never closed');
  if (root.children.length !== 1 || root.text.trim() !== '') throw new Error('more than one root');
  return root.children[0]!;
}

function decoded(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`not an entity: ${text}`);
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The rows of a CSV report, read strictly; no cell that came out of it is a formula. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = parse(text, { record_delimiter: '\r\n' });
  const [head = [], ...body] = rows;
  for (const row of rows) {
    for (const cell of row) {
      if (/^-?\d+(\.\d+)?$/.test(cell)) continue;
      expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
  }
  return body.map((row) => Object.fromEntries(row.map((cell, i) => [head[i], cell])));
}

const COMMAND =
  /^::(?:error|warning) file=[^:,]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z0-9-]+::[^\n]/;

/** A report of findings parses back, says as much as there is to say, and nothing in it acts. */
export function assertFindingsReport(format: FindingsFormat, text: string, { findings }: CheckResult): void {
  assertSteersNothing(text);
  switch (format) {
    case 'json':
      expect(JSON.parse(text).findings).toEqual(findings);
      break;
    case 'sarif': {
      const [run] = JSON.parse(text).runs;
      expect(run.results.map((one: { ruleId: string }) => one.ruleId)).toEqual(
        findings.map(({ code }) => code),
      );
      for (const { ruleIndex, ruleId } of run.results)
        expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      break;
    }
    case 'junit': {
      const { attributes, children } = parseXml(text);
      expect(attributes.tests).toBe(String(children[0]!.children.length));
      break;
    }
    case 'github':
      for (const line of text.split('\n')) if (line.startsWith('::')) expect(line).toMatch(COMMAND);
      expect(text.match(/^(?:::|- )(?:error|warning) /gm)?.length ?? 0).toBe(findings.length);
      break;
    case 'text':
      expect(text.split('\n').length).toBeGreaterThanOrEqual(findings.length);
  }
}
