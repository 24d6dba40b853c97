/**
 * Fits what makes a clause a good one to show for a STAR part (src/grading/offline/star-evidence-numbers.ts) on the
 * clauses a reader would underline (tests/corpus/shown.jsonl): a linear score for each clause, so that the probability
 * of the underlined ones among all clauses of their answer is greatest (softmax, with a penalty on large weights).
 *
 *   node --import tsx bench/fit-evidence.ts           the numbers, and how often the clause shown is underlined
 *   node --import tsx bench/fit-evidence.ts --all     with every thing a clause can hold, to choose which are worth it
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compiledRubric } from '../src/grading/offline/prepared.ts';
import { profileOf } from '../src/grading/offline/profile.ts';
import { groundIn } from '../src/grading/offline/read.ts';
import { readCriteria } from '../src/grading/offline/rules.ts';
import { BIT, bestClause, type Clause, clausesOf } from '../src/grading/offline/star-evidence.ts';
import { FITNESS, LONG } from '../src/grading/offline/star-evidence-numbers.ts';
import { STAR_PARTS, type StarPart } from '../src/pack/choices.ts';
import { loadPack } from '../src/pack/load.ts';
import { type Labelled, readLabelled, WRITTEN } from './labelled.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
/** On the squared weights, for each answer: of .01, .03 and .1 the one that does best on answers left out. */
const PENALTY = 0.03;
const FOLDS = 10;
const NUMERIC = ['particular', 'late', 'long'];

interface Shown extends Record<StarPart, [start: number, end: number][]> {
  id: string;
}
interface Row {
  clauses: Clause[];
  /** By part, the clauses a reader would underline. */
  underlined: Record<StarPart, Set<number>>;
}

const pack = await loadPack();
const answers = new Map(
  ['answers.jsonl', 'second.jsonl', 'fresh.jsonl']
    .flatMap((file) => readLabelled(new URL(file, WRITTEN)))
    .map((answer) => [answer.id, answer]),
);
const shown = readFileSync(new URL('shown.jsonl', WRITTEN), 'utf8').trim().split('\n');
const rows = shown.map((line) => rowOf(JSON.parse(line) as Shown));

function rowOf(one: Shown): Row {
  const { question: id, answer } = answers.get(one.id) as Labelled;
  const question = pack.questions.find((asked) => asked.id === id)!;
  const rubric = pack.rubrics.get(id)!;
  const compiled = compiledRubric(rubric, question);
  const { text, reading, hits, masked } = groundIn({ question, rubric, answer }, compiled).ground;
  const profile = profileOf(text, reading, compiled, hits, masked);
  const criteria = readCriteria(rubric, compiled, { text, reading, hits, masked });
  const clauses = clausesOf(profile, criteria, rubric.star, text, reading);
  const within = ({ from, to }: Clause, [start, end]: [number, number]) =>
    text.tokens[from]!.start < end && start < text.tokens[to - 1]!.end;
  const underlined = {} as Row['underlined'];
  for (const part of STAR_PARTS) {
    const places = clauses.flatMap((clause, i) =>
      one[part].some((span) => within(clause, span)) ? [i] : [],
    );
    underlined[part] = new Set(places);
  }
  return { clauses, underlined };
}

function valuesOf(clause: Clause, names: readonly string[]): number[] {
  const { holds, particular, position, words } = clause;
  return [
    ...names.map((name) => ((holds & BIT.get(name)!) === 0 ? 0 : 1)),
    Math.log1p(particular),
    position,
    Math.min(1, words / LONG),
  ];
}

/** Gradient descent with a step of its own for each weight (Adam: Kingma and Ba, 2015, algorithm 1). */
function fitted(part: StarPart, names: readonly string[], some: readonly Row[]): number[] {
  const known = some.filter(({ underlined }) => underlined[part].size > 0);
  const data = known.map(({ clauses, underlined }) => ({
    x: clauses.map((clause) => valuesOf(clause, names)),
    good: underlined[part],
  }));
  const size = names.length + NUMERIC.length;
  const w = new Array<number>(size).fill(0);
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  for (let step = 1; step <= 300; step++) {
    const slope = w.map((weight) => PENALTY * weight * data.length);
    for (const { x, good } of data) addSlope(slope, x, good, w);
    for (let k = 0; k < size; k++) {
      mean[k] = 0.9 * mean[k]! + 0.1 * slope[k]!;
      square[k] = 0.99 * square[k]! + 0.01 * slope[k]! ** 2;
      const size = Math.sqrt(square[k]! / (1 - 0.99 ** step)) + 1e-6;
      w[k] = w[k]! - (0.05 * mean[k]!) / (1 - 0.9 ** step) / size;
    }
  }
  return w;
}

function addSlope(slope: number[], x: number[][], good: Set<number>, w: number[]): void {
  const p = x.map((row) => Math.exp(row.reduce((sum, value, k) => sum + value * w[k]!, 0)));
  const all = p.reduce((a, b) => a + b, 0);
  const of = p.reduce((sum, one, i) => sum + (good.has(i) ? one : 0), 0);
  for (let i = 0; i < x.length; i++) {
    const share = p[i]! / all - (good.has(i) ? p[i]! / of : 0);
    for (let k = 0; k < slope.length; k++) slope[k] = slope[k]! + share * x[i]![k]!;
  }
}

/** The share of answers, in percent, of which the clause that scores highest is underlined; left out of the fit by tenths. */
function leftOut(part: StarPart, names: readonly string[]): number {
  let good = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const w = fitted(
      part,
      names,
      rows.filter((_, i) => i % FOLDS !== fold),
    );
    for (const { clauses, underlined } of rows.filter((_, i) => i % FOLDS === fold)) {
      const scores = clauses.map((one) =>
        valuesOf(one, names).reduce((sum, value, k) => sum + value * w[k]!, 0),
      );
      if (underlined[part].has(scores.indexOf(Math.max(...scores)))) good++;
    }
  }
  return Math.round((100 * good) / rows.length);
}

/** With the shipped numbers: the share of clauses shown that are underlined, in percent. */
function shipped(part: StarPart): string {
  const all = rows.flatMap(({ clauses, underlined }) => {
    const best = bestClause(part, clauses);
    return best === null ? [] : [underlined[part].has(clauses.indexOf(best as Clause))];
  });
  return `${Math.round((100 * all.filter(Boolean).length) / Math.max(1, all.length))} % of ${all.length}`;
}

for (const part of STAR_PARTS) {
  const names = values.all ? [...BIT.keys()] : Object.keys(FITNESS[part].holds);
  const w = fitted(part, names, rows);
  const numbers = [...names, ...NUMERIC].map((name, k) => `${name} ${w[k]!.toFixed(1)}`);
  console.log(`${part}: shipped ${shipped(part)}; fitted, on answers left out, ${leftOut(part, names)} %`);
  console.log(`  ${numbers.join('  ')}`);
}
