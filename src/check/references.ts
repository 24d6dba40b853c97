import { basename } from 'node:path';
import { STAR_PARTS } from '../pack/choices.ts';
import { nearest } from '../pack/nearest.ts';
import { GENERAL } from '../pack/pack.ts';
import type { Question, Rubric } from '../pack/schema.ts';
import { type Finding, finding } from './finding.ts';
import type { Entry, Reading } from './read.ts';
import { hasKey, type Path, type Source, spanOf } from './source.ts';

/** Rubrics that judge without a question of their own. */
const WITHOUT_QUESTION: ReadonlySet<string> = new Set([GENERAL, 'closing']);

/** Whether a pack's files fit together: every name that is used is given, once. */
export function referenceFindings(reading: Reading): Finding[] {
  const { questions, rubrics } = reading;
  const pairs = unmatched(reading);
  return [
    ...repeated(questions.map((entry) => named(entry, ['id']))),
    ...repeated(rubrics.map((entry) => named(entry, ['question']))),
    ...repeatedNumbers(reading),
    ...[...questions, ...rubrics.filter((rubric) => !pairs.rubrics.has(rubric))].flatMap(fileName),
    ...pairs.questions.map(({ id, source }) =>
      finding('missing-rubric', source, spanOf(source, ['id']), { id: id! }),
    ),
    ...[...pairs.rubrics].map(([{ id, source }, meant]) =>
      finding('missing-question', source, spanOf(source, ['question']), { id: id!, meant }),
    ),
    ...rubrics.flatMap(({ source, value, known }) =>
      value === null || known ? [] : withinRubric(source, value),
    ),
  ];
}

/**
 * Questions without a rubric, and rubrics without a question beside the one that was probably meant. A question that
 * a rubric only misnames is not reported as well; nor is a file that does not say what it is for.
 */
function unmatched({ questions, rubrics }: Reading): {
  questions: Entry<Question>[];
  rubrics: Map<Entry<Rubric>, string | null>;
} {
  const questionIds = new Set(questions.map(({ id }) => id));
  const rubricIds = new Set(rubrics.map(({ id }) => id));
  const says = ({ source, value }: Entry<unknown>, key: string) => value !== null || hasKey(source, key);
  const alone = questions.filter((one) => says(one, 'id') && !rubricIds.has(one.id));
  const lost = rubrics.filter(
    (one) => says(one, 'question') && !questionIds.has(one.id) && !WITHOUT_QUESTION.has(one.id!),
  );
  const meant = new Map(lost.map((rubric) => [rubric, questionMeant(rubric.id!, alone)]));
  const taken = new Set(meant.values());
  return { questions: alone.filter(({ id }) => !taken.has(id)), rubrics: meant };
}

/** One with a name like it, or one whose file has the name. */
function questionMeant(id: string, alone: readonly Entry<Question>[]): string | null {
  const ids = alone.map((question) => question.id!);
  return nearest(id, ids) ?? alone.find(({ source }) => nameOf(source) === id)?.id ?? null;
}

/** The references inside one rubric. */
export function withinRubric(source: Source, rubric: Rubric): Finding[] {
  const criteria = rubric.criteria.map(({ id }) => id);
  const flags = rubric.red_flags.map(({ id }) => id);
  const unknown = (code: 'unknown-criterion' | 'unknown-flag', ids: string[] | undefined, path: Path) => {
    const [known, others] = code === 'unknown-criterion' ? [criteria, flags] : [flags, criteria];
    return (ids ?? []).flatMap((id, i) => {
      if (known.includes(id)) return [];
      const args = { id, meant: nearest(id, known), other: others.includes(id) };
      return [finding(code, source, spanOf(source, [...path, i]), args)];
    });
  };
  const ids = (key: 'criteria' | 'red_flags') =>
    rubric[key].map(({ id }, i) => ({ id, source, path: [key, i, 'id'] }));
  return [
    ...repeated([...ids('criteria'), ...ids('red_flags')]),
    ...repeated(rubric.examples.map(({ name }, i) => ({ id: name, source, path: ['examples', i, 'name'] }))),
    ...STAR_PARTS.flatMap((part) =>
      unknown('unknown-criterion', rubric.star[part].shown_by, ['star', part, 'shown_by']),
    ),
    ...rubric.red_flags.flatMap((flag, i) =>
      unknown('unknown-criterion', flag.unless_met, ['red_flags', i, 'unless_met']),
    ),
    ...rubric.examples.flatMap(({ expect }, i) => {
      const at = ['examples', i, 'expect'];
      return [
        ...unknown('unknown-criterion', expect.met, [...at, 'met']),
        ...unknown('unknown-criterion', expect.not_met, [...at, 'not_met']),
        ...unknown('unknown-flag', expect.flags, [...at, 'flags']),
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
  if (value === null || id === null || nameOf(source) === id) return [];
  const key = hasKey(source, 'id') ? 'id' : 'question';
  return [finding('file-name', source, spanOf(source, [key]), { id })];
}

function nameOf({ file }: Source): string {
  return basename(file).replace(/\.ya?ml$/, '');
}

function place({ source, path }: Named): string {
  const { line, column } = source.position(spanOf(source, path)[0]);
  return `${source.file}:${line}:${column}`;
}
