import { cpus, totalmem, type } from 'node:os';
import { type Spread, spread } from './statistics.ts';

/** A line of the table: what was to be reached, and what was. */
export interface Row {
  what: string;
  goal: string;
  unit: string;
  wall: Spread;
  /** The same in processor time, where it was taken. */
  processor: Spread | null;
  met: boolean;
}

/** Every figure is taken so often, all in turn, so that whatever else the machine does meets all alike. */
export const ROUNDS = 9;

/** What a round gives, so many rounds. */
export function rounds<T>(measure: () => T): T[] {
  return Array.from({ length: ROUNDS }, measure);
}

/** A figure that is to be no larger than the limit. */
export function atMost(
  what: string,
  limit: number,
  unit: string,
  wall: number[],
  processor: number[] = [],
): Row {
  const row = rowOf(what, unit, wall, processor);
  return { ...row, goal: `≤ ${limit}${unit}`, met: row.wall.median <= limit };
}

/** A figure that is to be no smaller than the limit. */
export function atLeast(
  what: string,
  limit: number,
  unit: string,
  wall: number[],
  processor: number[] = [],
): Row {
  const row = rowOf(what, unit, wall, processor);
  return { ...row, goal: `≥ ${limit.toLocaleString('en')}${unit}`, met: row.wall.median >= limit };
}

function rowOf(what: string, unit: string, wall: number[], processor: number[]) {
  return { what, unit, wall: spread(wall), processor: processor.length > 0 ? spread(processor) : null };
}

/** The rows as a table in Markdown. */
export function rowTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, goal, unit, wall, processor, met }) => [
    what,
    goal,
    told(wall, unit),
    processor === null ? '' : told(processor, unit),
    met ? 'yes' : '**no**',
  ]);
  return table(['what', 'goal', 'measured', 'in processor time', 'met'], lines);
}

/** A median, and the lowest and highest where there are several. */
function told({ median, low, high }: Spread, unit: string): string {
  return low === high ? `${short(median)}${unit}` : `${short(median)}${unit} (${short(low)}–${short(high)})`;
}

/** Three digits are all that such figures are good for. */
export function short(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** A table in Markdown that reads well in a terminal, too. */
export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)));
  const told = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [told(head), rule, ...lines.map(told)].join('\n');
}

/** When and on what the figures were taken. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.version}, ${type()}, ${processors.length} × ${model}, ${memory} GB`;
}
