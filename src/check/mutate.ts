import type { Grader } from '../grading/assessment.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import { landingFindings, runExample } from './examples.ts';
import { type Finding, finding } from './finding.ts';
import { type Placed, probe, signsOf } from './sign-probe.ts';
import { type Source, spanOf } from './source.ts';

/** A rubric under test, with what is known of its examples. */
interface Trial {
  source: Source;
  question: Question | null;
  rubric: Rubric;
  grader: Grader;
  /** How each example lands with the rubric as it is. */
  usual: string[];
  /** For each sign, the examples in which it is found. */
  foundIn: Map<Placed, number[]>;
}

/**
 * Takes away one criterion, one flag, one sign at a time, and grades the examples without it: what no
 * example misses, no example guards, and the next change may break it unseen.
 *
 * @param rubric one without errors
 */
export async function mutationFindings(
  source: Source,
  question: Question | null,
  rubric: Rubric,
  grader: Grader,
): Promise<Finding[]> {
  const trial = {
    source,
    question,
    rubric,
    grader,
    usual: [] as string[],
    foundIn: signsInExamples(question, rubric),
  };
  for (const index of rubric.examples.keys()) trial.usual.push(await landing(trial, rubric, index));
  const found: Finding[] = [];
  for (const kind of ['criteria', 'red_flags'] as const) {
    for (const { id } of rubric[kind]) found.push(...(await ruleFindings(trial, kind, id)));
  }
  return found;
}

async function ruleFindings(trial: Trial, kind: Placed['kind'], id: string): Promise<Finding[]> {
  const { source, rubric, foundIn } = trial;
  const at = [kind, rubric[kind].findIndex((rule) => rule.id === id)];
  const signs = [...foundIn.keys()].filter((one) => one.kind === kind && one.of === id);
  if (!(await missed(trial, signs))) {
    const code = kind === 'criteria' ? 'unguarded-criterion' : 'unguarded-flag';
    return [finding(code, source, spanOf(source, [...at, 'id']), { id })];
  }
  const line = ({ path }: Placed) => source.position(spanOf(source, path)[0]).line;
  const nowhere = signs.filter((sign) => foundIn.get(sign)!.length === 0);
  const besides: Placed[] = [];
  for (const sign of signs) if (!nowhere.includes(sign) && !(await missed(trial, [sign]))) besides.push(sign);
  if (nowhere.length + besides.length === 0) return [];
  const args = { id, of: signs.length, nowhere: nowhere.map(line), besides: besides.map(line) };
  return [finding('unguarded-signs', source, spanOf(source, [...at, 'signs'], 'key'), args)];
}

/** Does any example land otherwise without these signs of one rule? Only where one was found can it. */
async function missed(trial: Trial, signs: readonly Placed[]): Promise<boolean> {
  const [first] = signs;
  if (first === undefined) return false;
  const gone = new Set(signs.map(({ sign }) => sign));
  const rules = trial.rubric[first.kind].map((rule) =>
    rule.id === first.of ? { ...rule, signs: rule.signs.filter((sign) => !gone.has(sign)) } : rule,
  );
  const without = { ...trial.rubric, [first.kind]: rules };
  const touched = new Set(signs.flatMap((sign) => trial.foundIn.get(sign)!));
  for (const index of touched) {
    if ((await landing(trial, without, index)) !== trial.usual[index]) return true;
  }
  return false;
}

async function landing({ source, question, grader }: Trial, rubric: Rubric, index: number): Promise<string> {
  const findings = landingFindings(source, await runExample(question, rubric, index, grader));
  return findings.map(({ code, line, message }) => `${code} ${line} ${message}`).join('\n');
}

function signsInExamples(question: Question | null, rubric: Rubric): Map<Placed, number[]> {
  const signs = signsOf(rubric);
  const looked = probe(rubric, question, question, false);
  const foundIn = new Map<Placed, number[]>(signs.map((sign) => [sign, []]));
  for (const [index, { answer }] of rubric.examples.entries()) {
    for (const i of looked.found(answer)) foundIn.get(signs[i]!)!.push(index);
  }
  return foundIn;
}
