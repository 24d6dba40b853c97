import type { Assessment } from '../grading/assessment.ts';
import { THEMES } from '../pack/choices.ts';
import { type Asked, type Interview, type Take, textOf } from './interview.ts';
import { CLOSING } from './plan.ts';
import { type Repeat, repeats } from './stories.ts';

/** What the panel says of a whole interview. */
export interface Panel {
  /** In the order asked; null where nothing was answered. */
  questions: { place: number; asked: Asked; assessment: Assessment | null }[];
  /** The threads of the interview; the mean is of scores before rounding, null where none was answered. */
  themes: { theme: string; mean: number | null; places: number[] }[];
  /** Places at which the same story was told. */
  repeats: Repeat<number>[];
  /** What to mend first: where, and the first advice on it. */
  first: { place: number; asked: Asked; assessment: Assessment }[];
}

const FIRST = 2;

/**
 * Looks at an interview as a whole.
 *
 * @param common words that two answers may share without telling the same story
 */
export function panelOf({ plan, takes }: Interview, common: Set<string>): Panel {
  const questions = plan.asked.map((asked, place) => ({
    place,
    asked,
    assessment: readingOf(asked, takes[place] ?? []),
  }));
  const tellings = takes.flatMap((some, place) => {
    const take = some.at(-1);
    return take === undefined ? [] : [{ of: place, text: textOf(take) }];
  });
  return {
    questions,
    themes: themesOf(questions),
    repeats: repeats(tellings, common),
    first: questions
      .flatMap(({ place, asked, assessment }) => (assessment === null ? [] : [{ place, asked, assessment }]))
      .filter(({ assessment }) => assessment.score !== 5 && assessment.advice.length > 0)
      .sort((a, b) => gravity(a.assessment) - gravity(b.assessment))
      .slice(0, FIRST),
  };
}

/** The last go at a question counts; of several questions to the panel, the best. */
function readingOf({ id }: Asked, takes: Take[]): Assessment | null {
  const readings = takes.flatMap((take) => take.readings.at(-1) ?? []);
  if (id !== CLOSING) return takes.at(-1)?.readings.at(-1) ?? null;
  return readings.toSorted((a, b) => (b.exact ?? 0) - (a.exact ?? 0))[0] ?? null;
}

function themesOf(questions: Panel['questions']): Panel['themes'] {
  const known = questions.flatMap(({ asked }) => asked.question?.themes ?? []);
  return [...new Set([...THEMES.filter((theme) => known.includes(theme)), ...known])].map((theme) => {
    const under = questions.filter(({ asked }) => asked.question?.themes.includes(theme));
    const exact = under.flatMap(({ assessment }) => assessment?.exact ?? []);
    const mean = exact.length === 0 ? null : exact.reduce((sum, one) => sum + one, 0) / exact.length;
    return { theme, mean, places: under.map(({ place }) => place) };
  });
}

/** A severe red flag comes before any low score. */
function gravity({ exact, redFlags }: Assessment): number {
  return (exact ?? 0) - (redFlags.some(({ severity }) => severity === 'severe') ? 10 : 0);
}
