import { basename } from 'node:path';
import { nearest } from '../pack/nearest.ts';
import { GENERAL } from '../pack/pack.ts';
import type { Rubric } from '../pack/schema.ts';
import { type Finding, finding } from './finding.ts';
import type { Entry, Reading } from './read.ts';
import { type Path, type Source, spanOf } from './source.ts';

/** Rubrics that judge without a question of their own. */
const WITHOUT_QUESTION: ReadonlySet<string> = new Set([GENERAL, 'closing']);

/** Whether a pack's files fit together: every name that is used is given, once. */
export function referenceFindings(reading: Reading): Finding[] {
  const { questions, rubrics } = reading;
  const questionIds = new Set(questions.map((entry) => entry.id));
  const rubricIds = new Set(rubrics.map((entry) => entry.id));
  return [
    ...repeated(questions.map((entry) => named(entry, ['id']))),
    ...repeated(rubrics.map((entry) => named(entry, ['question']))),
    ...repeatedNumbers(reading),
    ...[...questions, ...rubrics].flatMap(fileName),
    ...questions.flatMap(({ id, source }) =>
      id === null || rubricIds.has(id)
        ? []
        : [finding('missing-rubric', source, spanOf(source, ['id']), { id })],
    ),
    ...rubrics.flatMap(({ id, source }) => {
      if (id === null || questionIds.has(id) || WITHOUT_QUESTION.has(id)) return [];
      const meant = nearest(
        id,
        [...questionIds].filter((known) => known !== null && !rubricIds.has(known)) as string[],
      );
      return [finding('missing-question', source, spanOf(source, ['question']), { id, meant })];
    }),
    ...rubrics.flatMap(({ source, value }) => (value === null ? [] : withinRubric(source, value))),
  ];
}

/** The references inside one rubric. */
export function withinRubric(source: Source, rubric: Rubric): Finding[] {
  const criteria = rubric.criteria.map(({ id }) => id);
  const flags = rubric.red_flags.map(({ id }) => id);
  const unknown = (
    code: 'unknown-criterion' | 'unknown-flag',
    known: string[],
    ids: string[] | undefined,
    path: Path,
  ) =>
    (ids ?? []).flatMap((id, i) =>
      known.includes(id)
        ? []
        : [finding(code, source, spanOf(source, [...path, i]), { id, meant: nearest(id, known) })],
    );
  const ids = (key: 'criteria' | 'red_flags') =>
    rubric[key].map(({ id }, i) => ({ id, source, path: [key, i, 'id'] }));
  return [
    ...repeated([...ids('criteria'), ...ids('red_flags')]),
    ...repeated(rubric.examples.map(({ name }, i) => ({ id: name, source, path: ['examples', i, 'name'] }))),
    ...rubric.red_flags.flatMap((flag, i) =>
      unknown('unknown-criterion', criteria, flag.unless_met, ['red_flags', i, 'unless_met']),
    ),
    ...rubric.examples.flatMap(({ expect }, i) => {
      const at = ['examples', i, 'expect'];
      return [
        ...unknown('unknown-criterion', criteria, expect.met, [...at, 'met']),
        ...unknown('unknown-criterion', criteria, expect.not_met, [...at, 'not_met']),
        ...unknown('unknown-flag', flags, expect.flags, [...at, 'flags']),
        ...contradictions(source, expect, at),
      ];
    }),
  ];
}

function contradictions(source: Source, expect: Rubric['examples'][number]['expect'], at: Path): Finding[] {
  const found: Finding[] = [];
  if (Array.isArray(expect.score) && expect.score[0] > expect.score[1]) {
    const [from, to] = expect.score;
    found.push(finding('range-order', source, spanOf(source, [...at, 'score']), { from, to }));
  }
  for (const [i, id] of (expect.not_met ?? []).entries()) {
    if (!expect.met?.includes(id)) continue;
    found.push(finding('contradiction', source, spanOf(source, [...at, 'not_met', i]), { id }));
  }
  return found;
}

interface Named {
  id: string | null;
  source: Source;
  path: Path;
}

function named(entry: Entry<unknown>, path: Path): Named {
  return { id: entry.id, source: entry.source, path };
}

/** Every name after the first of its kind. */
function repeated(all: readonly Named[]): Finding[] {
  const first = new Map<string, Named>();
  const found: Finding[] = [];
  for (const one of all) {
    if (one.id === null) continue;
    const before = first.get(one.id);
    if (before === undefined) first.set(one.id, one);
    else
      found.push(
        finding('duplicate-id', one.source, spanOf(one.source, one.path), {
          id: one.id,
          first: place(before),
        }),
      );
  }
  return found;
}

function repeatedNumbers({ questions }: Reading): Finding[] {
  const first = new Map<number, Named>();
  return questions.flatMap(({ id, source, value }) => {
    if (value === null) return [];
    const before = first.get(value.number);
    if (before === undefined) {
      first.set(value.number, { id, source, path: ['number'] });
      return [];
    }
    const args = { number: value.number, first: place(before) };
    return [finding('duplicate-number', source, spanOf(source, ['number']), args)];
  });
}

function fileName({ id, source, value }: Entry<unknown>): Finding[] {
  if (value === null || id === null || basename(source.file).replace(/\.ya?ml$/, '') === id) return [];
  const key = spanOf(source, ['id'])[0] === 0 ? ['question'] : ['id'];
  return [finding('file-name', source, spanOf(source, key), { id })];
}

function place({ source, path }: Named): string {
  const { line, column } = source.position(spanOf(source, path)[0]);
  return `${source.file}:${line}:${column}`;
}
