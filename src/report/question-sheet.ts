import { STAR_PARTS } from '../pack/choices.ts';
import type { Example, Question, Rubric } from '../pack/schema.ts';
import { nameOf } from './lines.ts';
import { PART_WORDS } from './wording.ts';

/** One question in full, in the order it is told; every format tells the same. */
export interface QuestionSheet {
  question: Question;
  /** Under a heading each: one paragraph, or a list. */
  sections: { heading: string; entries: Entry[] }[];
  good: Example | null;
  flagged: Example | null;
}

export interface Entry {
  /** Stands in front, where there is one. */
  name: string | null;
  text: string;
}

/** @param rubric how the question is judged */
export function sheetOf(question: Question, rubric: Rubric): QuestionSheet {
  const plain = (text: string) => ({ name: null, text });
  return {
    question,
    sections: [
      { heading: 'Why a panel asks it', entries: [plain(question.why_it_matters)] },
      { heading: 'What they listen for', entries: question.listen_for.map(plain) },
      {
        heading: 'What it shows of you',
        entries: question.competencies.map(({ name, looks_for }) => ({ name, text: looks_for })),
      },
      {
        heading: 'The parts of an answer',
        entries: STAR_PARTS.filter((part) => rubric.star[part].weight > 0).map((part) => ({
          name: PART_WORDS[part],
          text: rubric.star[part].looks_like,
        })),
      },
      {
        heading: 'What worries a panel',
        entries: rubric.red_flags.map(({ id, statement, instead }) => ({
          name: nameOf(id),
          text: `${full(statement)} Instead: ${instead}`,
        })),
      },
      {
        heading: "The field's words",
        entries: question.concepts.map(({ term, meaning, in_an_answer }) => ({
          name: term,
          text: `${full(meaning)} ${in_an_answer}`,
        })),
      },
      {
        heading: 'Preparing for it',
        entries: [
          plain(question.preparation),
          ...(question.also_asked_as.length === 0
            ? []
            : [plain(`Also asked as: ${question.also_asked_as.join(' / ')}`)]),
        ],
      },
    ],
    good: best(rubric.examples),
    flagged: rubric.examples.find(({ expect }) => (expect.flags ?? []).length > 0) ?? null,
  };
}

function full(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function best(examples: readonly Example[]): Example | null {
  const least = ({ expect }: Example) => (typeof expect.score === 'number' ? expect.score : expect.score[0]);
  return [...examples].sort((a, b) => least(b) - least(a))[0] ?? null;
}
