import { STAR_PARTS, type StarPart } from '../../pack/choices.ts';
import type { Rubric } from '../../pack/schema.ts';
import type { Level } from '../assessment.ts';
import type { QuoteFinder, Span } from './quotes.ts';
import { LEVELS, type Reply } from './reply-schema.ts';

/** What a reply says of one item once its quotes have been looked up in the answer. */
export interface Item {
  level: Level;
  /** Empty at level 0. */
  spans: Span[];
}

/** One reading of one answer. It holds places in the answer, none of its words. */
export interface Reading {
  star: Record<StarPart, Item>;
  /** In the order of the rubric; a flag is at level 0 or 1. */
  criteria: Item[];
  flags: Item[];
  /** 0 off, 1 general, 2 a case. */
  substance: Level;
}

/** Turns a reply into a reading: quotes that are not in the answer go, and a level without a quote is nothing. */
export function readReply(reply: Reply, rubric: Rubric, find: QuoteFinder): Reading {
  const backed = (item: { quotes: string[]; level: string }, levels: readonly string[]): Item => {
    const spans = item.quotes.flatMap((quote) => {
      const span = find(quote);
      return span === null ? [] : [span];
    });
    const level = spans.length === 0 ? 0 : (levels.indexOf(item.level) as Level);
    return { level, spans: level === 0 ? [] : distinct(spans) };
  };
  const { level, quotes } = reply.substance;
  const said = LEVELS.substance.indexOf(level) as Level;
  return {
    star: starOf((part) => backed(reply.star[part]!, LEVELS.star)),
    criteria: rubric.criteria.map(({ id }) => backed(reply.criteria[id]!, LEVELS.criteria)),
    flags: rubric.red_flags.map(({ id }) => backed(reply.red_flags[id]!, LEVELS.red_flags)),
    substance: said === 2 && !quotes.some((quote) => find(quote) !== null) ? 1 : said,
  };
}

/**
 * Several readings as one: each item at its median level (of an even number, the lower of the two in the
 * middle), with the evidence of the first reading that gave it at least that.
 */
export function middle(readings: Reading[]): Reading {
  const [first] = readings as [Reading];
  const over = (pick: (reading: Reading) => Item): Item => {
    const all = readings.map(pick);
    const level = median(all.map((item) => item.level));
    return { level, spans: level === 0 ? [] : all.find((item) => item.level >= level)!.spans };
  };
  return {
    star: starOf((part) => over(({ star }) => star[part])),
    criteria: first.criteria.map((_, i) => over(({ criteria }) => criteria[i]!)),
    flags: first.flags.map((_, i) => over(({ flags }) => flags[i]!)),
    substance: median(readings.map(({ substance }) => substance)),
  };
}

/** The ids of items that the readings do not agree on. */
export function differing(readings: Reading[], { criteria, red_flags }: Rubric): string[] {
  const differs = (pick: (reading: Reading) => Level) => new Set(readings.map(pick)).size > 1;
  return [
    ...STAR_PARTS.filter((part) => differs(({ star }) => star[part].level)),
    ...criteria.flatMap(({ id }, i) => (differs((one) => one.criteria[i]!.level) ? [id] : [])),
    ...red_flags.flatMap(({ id }, i) => (differs((one) => one.flags[i]!.level) ? [id] : [])),
  ];
}

function median(levels: Level[]): Level {
  return levels.toSorted((a, b) => a - b)[Math.floor((levels.length - 1) / 2)]!;
}

function starOf(make: (part: StarPart) => Item): Reading['star'] {
  return {
    situation: make('situation'),
    task: make('task'),
    action: make('action'),
    result: make('result'),
  };
}

function distinct(spans: Span[]): Span[] {
  return spans.filter(
    ([start, end], i) => spans.findIndex((other) => other[0] === start && other[1] === end) === i,
  );
}
