import type { Grader } from '../grading/assessment.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import { exampleFindings, runExamples } from './examples.ts';
import { type Finding, inOrder } from './finding.ts';
import { meaningFindings, shownFindings } from './meaning.ts';
import { mutationFindings } from './mutate.ts';
import { type Entry, type Reading, readLone, readPack } from './read.ts';
import { referenceFindings, withinRubric } from './references.ts';
import { signFindings } from './signs.ts';
import { withoutSilenced } from './silence.ts';
import type { Source } from './source.ts';
import type { Target } from './targets.ts';

type PackTarget = Target & { kind: 'pack' };

export interface Checking {
  grader: Grader;
  /** Also see what no example would miss; takes some seconds a rubric. */
  mutate: boolean;
}

export interface CheckResult {
  /** By file and place. */
  findings: Finding[];
  /** The files that were read, with their text for excerpts. */
  sources: Source[];
  /** How many examples were graded. */
  examples: number;
}

/**
 * Checks packs and single files: their shape, what refers to what, and whether the examples land where
 * they say.
 *
 * @throws FileError when a folder is not a pack
 */
export async function check(targets: readonly Target[], how: Checking): Promise<CheckResult> {
  const results: CheckResult[] = [];
  for (const target of targets) {
    results.push(target.kind === 'pack' ? await checkPack(target, how) : await checkFile(target.file, how));
  }
  const sources = results.flatMap((result) => result.sources);
  return {
    findings: inOrder(
      silenced(
        sources,
        results.flatMap((result) => result.findings),
        how.mutate,
      ),
    ),
    sources,
    examples: results.reduce((sum, { examples }) => sum + examples, 0),
  };
}

function silenced(sources: readonly Source[], findings: readonly Finding[], mutate: boolean): Finding[] {
  const files = new Set(sources.map(({ file }) => file));
  return [
    ...findings.filter(({ file }) => !files.has(file)),
    ...sources.flatMap((source) =>
      withoutSilenced(
        source,
        findings.filter(({ file }) => file === source.file),
        mutate,
      ),
    ),
  ];
}

/** With `only`, the rest of the pack is read for context and not reported on. */
async function checkPack({ dir, only }: PackTarget, how: Checking): Promise<CheckResult> {
  const reading = await readPack(dir);
  const wanted = (file: string) => only === null || only.has(file);
  const rubrics = reading.rubrics.filter(({ source }) => wanted(source.file));
  const entries = [...reading.questions.filter(({ source }) => wanted(source.file)), ...rubrics];
  const { found, examples } = await checkRubrics(rubrics, questionsOf(reading), how);
  const findings = [...reading.findings, ...referenceFindings(reading), ...found];
  return {
    findings: findings.filter(({ file }) => wanted(file)),
    sources: entries.map(({ source }) => source),
    examples,
  };
}

/** A file outside any pack: only what can be said of it alone. */
async function checkFile(file: string, how: Checking): Promise<CheckResult> {
  const findings: Finding[] = [];
  const entry = await readLone(file, findings);
  if (entry.kind === 'question') return { findings, sources: [entry.source], examples: 0 };
  const { found, examples } = await checkRubrics([entry], new Map(), how);
  const references = entry.value === null || entry.known ? [] : withinRubric(entry.source, entry.value);
  return { findings: [...findings, ...references, ...found], sources: [entry.source], examples };
}

/** What is inside each rubric. A rubric with errors is not graded with: it would only echo them. */
async function checkRubrics(
  rubrics: readonly Entry<Rubric>[],
  questions: ReadonlyMap<string, Question>,
  { grader, mutate }: Checking,
): Promise<{ found: Finding[]; examples: number }> {
  const found: Finding[] = [];
  let examples = 0;
  for (const { source, value, known } of rubrics) {
    if (value === null) continue;
    const signs = known ? [] : signFindings(source, value);
    found.push(...signs);
    const within = known ? [] : withinRubric(source, value);
    if ([...signs, ...within].some(({ severity }) => severity === 'error')) continue;
    const question = questions.get(value.question) ?? null;
    const runs = await runExamples(question, value, grader);
    examples += runs.length;
    found.push(...exampleFindings(source, runs), ...shownFindings(source, value, runs));
    if (!known) found.push(...meaningFindings(source, value, question));
    if (mutate) found.push(...(await mutationFindings(source, question, value, grader)));
  }
  return { found, examples };
}

function questionsOf({ questions }: Reading): Map<string, Question> {
  return new Map(questions.flatMap(({ value }) => (value === null ? [] : [[value.id, value]])));
}
