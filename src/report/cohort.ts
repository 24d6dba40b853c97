import { GENERAL } from '../pack/pack.ts';
import type { Severity } from '../pack/schema.ts';
import type { Graded, ReportContext } from './report.ts';

/** One person's answers, in the order they came. */
export interface Person {
  /** Null for answers that name nobody, which are kept together. */
  name: string | null;
  graded: Graded[];
  /** Mean score, two decimals; null when nothing was scored. */
  mean: number | null;
}

/** A column of the grid. */
export interface Asked {
  /** Null for answers whose question is not known. */
  id: string | null;
  title: string;
}

export interface Spread {
  asked: Asked;
  /** How many answers got 1, 2, 3, 4 and 5. */
  counts: [number, number, number, number, number];
  mean: number | null;
}

export interface Missed {
  question: string;
  id: string;
  statement: string;
  missed: number;
  of: number;
}

export interface Flagged {
  question: string;
  id: string;
  statement: string;
  severity: Severity;
  people: (string | null)[];
}

/** What a cohort's answers look like from above. */
export interface Cohort {
  people: Person[];
  asked: Asked[];
  spreads: Spread[];
  /** Missed in most answers first; only criteria missed at least once. */
  missed: Missed[];
  /** Severe first, then the most frequent. */
  flagged: Flagged[];
}

const SEVERITY_ORDER: Severity[] = ['severe', 'major', 'minor'];

/** Gathers answers by person and question, and counts what is missed and what worries. */
export function cohortOf(graded: Graded[], context: ReportContext): Cohort {
  const people = peopleOf(graded);
  const asked = askedOf(graded, context);
  return {
    people,
    asked,
    spreads: asked.map((one) => spread(one, graded)).filter(({ mean }) => mean !== null),
    missed: missedOf(graded, context),
    flagged: flaggedOf(graded, context),
  };
}

function peopleOf(graded: Graded[]): Person[] {
  const byName = new Map<string | null, Graded[]>();
  for (const one of graded) {
    const name = one.assessment.candidate;
    const own = byName.get(name);
    if (own === undefined) byName.set(name, [one]);
    else own.push(one);
  }
  return [...byName].map(([name, own]) => ({ name, graded: own, mean: meanOf(own) }));
}

function askedOf(graded: Graded[], { questions }: ReportContext): Asked[] {
  const ids = new Set(graded.map(({ assessment }) => assessment.question));
  const known: Asked[] = questions.filter(({ id }) => ids.has(id)).map(({ id, title }) => ({ id, title }));
  if (ids.has(GENERAL)) known.push({ id: GENERAL, title: 'Other questions' });
  const found = new Set(known.map(({ id }) => id));
  return [...ids].every((id) => found.has(id))
    ? known
    : [...known, { id: null, title: 'Question not known' }];
}

/** The column an answer belongs to. */
export function columnOf({ assessment }: Graded, asked: Asked[]): Asked | undefined {
  return asked.find(({ id }) => id === assessment.question) ?? asked.find(({ id }) => id === null);
}

/** The pack's questions that others answered and one person did not; none for answers that name nobody. */
export function unanswered({ name, graded }: Person, asked: Asked[]): Asked[] {
  if (name === null) return [];
  const own = new Set(graded.map(({ assessment }) => assessment.question));
  return asked.filter(({ id }) => id !== null && id !== GENERAL && !own.has(id));
}

function spread(asked: Asked, graded: Graded[]): Spread {
  const own = graded.filter(({ assessment }) => assessment.question === asked.id);
  const counts: Spread['counts'] = [0, 0, 0, 0, 0];
  for (const { assessment } of own) if (assessment.score !== null) counts[assessment.score - 1]!++;
  return { asked, counts, mean: meanOf(own) };
}

function missedOf(graded: Graded[], context: ReportContext): Missed[] {
  const found = new Map<string, Missed>();
  for (const { assessment } of graded) {
    const { question } = assessment;
    if (question === null) continue;
    for (const { id, met } of assessment.criteria) {
      const key = `${question}/${id}`;
      const entry = found.get(key) ?? {
        question,
        id,
        statement: criterionOf(context, question, id)?.statement ?? id,
        missed: 0,
        of: 0,
      };
      entry.of++;
      if (!met) entry.missed++;
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed || a.of - b.of);
}

function flaggedOf(graded: Graded[], context: ReportContext): Flagged[] {
  const found = new Map<string, Flagged>();
  for (const { assessment } of graded) {
    const { question, candidate } = assessment;
    if (question === null) continue;
    for (const { id, severity } of assessment.redFlags) {
      const key = `${question}/${id}`;
      const statement = flagOf(context, question, id)?.statement ?? id;
      const entry = found.get(key) ?? { question, id, statement, severity, people: [] };
      entry.people.push(candidate);
      found.set(key, entry);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
      b.people.length - a.people.length,
  );
}

/** The rubric's own words for a criterion. */
export function criterionOf({ rubrics }: ReportContext, question: string, id: string) {
  return rubrics.get(question)?.criteria.find((one) => one.id === id);
}

/** The rubric's own words for a red flag. */
export function flagOf({ rubrics }: ReportContext, question: string, id: string) {
  return rubrics.get(question)?.red_flags.find((one) => one.id === id);
}

function meanOf(graded: Graded[]): number | null {
  const scores = graded.flatMap(({ assessment }) => assessment.score ?? []);
  if (scores.length === 0) return null;
  return Math.round((100 * scores.reduce<number>((sum, score) => sum + score, 0)) / scores.length) / 100;
}
