/**
 * How far a weak answer can be talked up without adding substance.
 *
 *   npm run bench:attack                       40 answers of the written corpus rated 1 or 2, 300 steps each
 *   npm run bench:attack -- --kinds terms,verbs
 *   npm run bench:attack -- --places end       whole lines and sentences only, none inside a sentence
 *   npm run bench:attack -- --show 4           prints the texts that reach 4
 *   npm run bench:attack -- --answers 80 --steps 1000 --seed 7
 *
 * A greedy search inserts terms of the field, bare numbers, STAR headings, verbs without an object, stock phrases
 * and the rubric's own statements, and keeps what the grader falls for.
 */
import { parseArgs } from 'node:util';
import { seededRandom } from '../src/agreement/random.ts';
import { soundPack } from '../src/check/sound.ts';
import { gradeOffline } from '../src/grading/offline/grader.ts';
import { packageRoot } from '../src/pack/locate.ts';
import { type Attack, attack, type Places } from './attack-search.ts';
import { insertsFor, KINDS, type Kind } from './attack-words.ts';
import { type Labelled, readLabelled, WRITTEN } from './labelled.ts';

const { values } = parseArgs({
  options: {
    answers: { type: 'string', default: '40' },
    steps: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'string', default: KINDS.join(',') },
    places: { type: 'string', default: 'anywhere' },
    show: { type: 'string' },
  },
});

interface Attacked extends Attack {
  id: string;
  before: number;
}

const { pack } = await soundPack(packageRoot());
const kinds = KINDS.filter((kind) => values.kinds.split(',').includes(kind));
const places: Places = values.places === 'end' ? 'end' : 'anywhere';
const random = seededRandom(Number(values.seed));
const weak = readLabelled(WRITTEN).filter(({ score }) => score <= 2);
const chosen = shuffled(weak).slice(0, Number(values.answers));
const attacked = chosen.flatMap((answer) => attackOn(answer) ?? []);
print(attacked);

function attackOn({ id, question: name, answer }: Labelled): Attacked | null {
  const question = pack.questions.find((one) => one.id === name);
  const rubric = pack.rubrics.get(name);
  if (question === undefined || rubric === undefined) return null;
  const judge = (text: string) => {
    const { exact, criteria } = gradeOffline({ question, rubric, answer: text });
    return { exact: exact!, met: criteria.filter(({ met }) => met).length };
  };
  const all = insertsFor(question, rubric);
  const inserts = kinds.map((kind): [Kind, string[]] => [kind, all[kind]]);
  return {
    ...attack(answer, judge, inserts, Number(values.steps), random, places),
    id,
    before: judge(answer).exact,
  };
}

function print(results: Attacked[]): void {
  const reach = (score: number, of: (one: Attacked) => number) =>
    results.filter((one) => Math.round(of(one)) >= score).length;
  console.log(`${results.length} weak answers, ${values.steps} steps each, seed ${values.seed}\n`);
  for (const score of [3, 4, 5]) {
    const before = reach(score, (one) => one.before);
    const after = reach(score, ({ worth }) => worth.exact);
    const share = ((100 * after) / Math.max(1, results.length)).toFixed(1);
    console.log(
      `reach ${score}: ${String(before).padStart(3)} before, ${String(after).padStart(3)} after (${share} %)`,
    );
  }
  console.log('');
  for (const kind of kinds) {
    const kept = results.reduce((sum, one) => sum + (one.kept[kind] ?? 0), 0);
    console.log(`${kind.padEnd(10)} ${String(kept).padStart(5)} kept`);
  }
  if (values.show === undefined) return;
  for (const { id, before, worth, text } of results) {
    if (Math.round(worth.exact) < Number(values.show)) continue;
    console.log(`\n--- ${id}: ${before.toFixed(2)} -> ${worth.exact.toFixed(2)}\n${text}`);
  }
}

function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
