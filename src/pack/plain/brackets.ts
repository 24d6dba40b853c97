import { close, notPlain, open, type Reader, takeKey } from './reader.ts';
import { dequote, plainScalar, withoutSpacesBehind } from './texts.ts';

/** In brackets, or in quotation marks: up to and with the closing one. */
export function flowValue(reader: Reader, column: number): unknown {
  const first = reader.text[reader.at]!;
  if (first === '[') return flowList(reader, column);
  if (first === '{') return flowMap(reader, column);
  if (first !== '"' && first !== "'") return flowText(reader, column);
  const quoted = dequote(reader.text, reader.at) ?? notPlain();
  reader.at = quoted.end;
  return quoted.value;
}

/** Goes to what comes next between brackets, on this line or one below that is indented more than the key. */
function toNextInFlow(reader: Reader, column: number): string {
  const { text } = reader;
  while (text[reader.at] === ' ') reader.at++;
  while (text[reader.at] === '\n') {
    const start = ++reader.at;
    while (text[reader.at] === ' ') reader.at++;
    if (reader.at - start <= column && text[reader.at] !== '\n') notPlain();
  }
  return text[reader.at] ?? notPlain();
}

function flowList(reader: Reader, column: number): unknown[] {
  const list: unknown[] = [];
  open(reader);
  reader.at++;
  for (let next = toNextInFlow(reader, column); next !== ']'; next = toNextInFlow(reader, column)) {
    list.push(flowValue(reader, column));
    flowSeparator(reader, column, ']');
  }
  reader.at++;
  close(reader);
  return list;
}

function flowMap(reader: Reader, column: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  open(reader);
  reader.at++;
  for (let next = toNextInFlow(reader, column); next !== '}'; next = toNextInFlow(reader, column)) {
    const key = takeKey(reader, map);
    toNextInFlow(reader, column);
    map[key] = flowValue(reader, column);
    flowSeparator(reader, column, '}');
  }
  reader.at++;
  close(reader);
  return map;
}

function flowSeparator(reader: Reader, column: number, closing: string): void {
  const next = toNextInFlow(reader, column);
  if (next === ',') reader.at++;
  else if (next !== closing) notPlain();
}

const FLOW_LINE = /[^,[\]{}\n]*/y;

/** Text without quotation marks between brackets. */
function flowText(reader: Reader, column: number): unknown {
  const { text } = reader;
  const lines: string[] = [];
  for (;;) {
    FLOW_LINE.lastIndex = reader.at;
    const raw = FLOW_LINE.exec(text)![0];
    const line = withoutSpacesBehind(raw);
    if (line === '' || line.includes(': ') || line.endsWith(':') || line.includes(' #')) notPlain();
    lines.push(line);
    reader.at += raw.length;
    if (text[reader.at] !== '\n') break;
    const end = reader.at;
    const next = toNextInFlow(reader, column);
    if (next === ',' || next === ']' || next === '}') break;
    // After an empty line, or where the line begins like an entry or a key, it is something else.
    if (text.slice(end + 1, reader.at).includes('\n')) notPlain();
    if (/[-?:#[{"'&*!|>%@`]/.test(next)) notPlain();
  }
  return plainScalar(lines) ?? notPlain();
}
