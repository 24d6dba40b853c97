import { LISTS } from '../src/grading/offline/lists.ts';
import { STRUCTURE } from '../src/grading/offline/structure-lists.ts';
import type { Question, Rubric } from '../src/pack/schema.ts';

/** What an attack inserts: words that sound of the field or of success, none of which tells anything. */
export const KINDS = ['terms', 'numbers', 'headings', 'verbs', 'phrases', 'statements'] as const;
export type Kind = (typeof KINDS)[number];

const NUMBERS = [
  ...['12%', '40 percent', '$1.2 million', '$340,000', 'half', 'a third', 'twice', '3 points', '97'],
  ...[
    'from 9 to 4 percent',
    'from 21 days to 6',
    'by 30%',
    'down to 4%',
    'up 18%',
    'in 3 months',
    'within 90 days',
  ],
  ...[
    'cut 15%',
    'saved $80,000',
    'fell 12 points',
    'rose 20 percent',
    'reduced 35%',
    'dropped to 2%',
    'now 96%',
  ],
];
const HEADINGS = [
  'Situation:',
  'Task:',
  'Action:',
  'Result:',
  '\nSituation:',
  '\nTask:',
  '\nAction:',
  '\nResult:',
];
const VERBS =
  'traced built asked reviewed measured led checked negotiated changed audited trained counted found met learned presented redesigned tracked decided fixed pulled noticed told wrote called ran started agreed'
    .split(' ')
    .flatMap((verb) => [`I ${verb}`, `I ${verb}.`, `we ${verb}`, `and I ${verb}`, `${verb},`]);

/** The inserts of each kind for a question: those of its own field are those of its question and rubric. */
export function insertsFor(question: Question, rubric: Rubric): Record<Kind, string[]> {
  const statements = [
    question.prompt,
    ...question.listen_for,
    ...Object.values(rubric.anchors),
    ...Object.values(rubric.star).map(({ looks_like }) => looks_like),
    ...rubric.criteria.flatMap(({ statement, tip, follow_up }) => [statement, tip, follow_up]),
  ];
  return {
    terms: [
      ...question.concepts.map(({ term }) => term),
      ...[rubric.topic ?? [], ...Object.values(rubric.words ?? {})].flat().flatMap(plain),
    ],
    numbers: NUMBERS,
    headings: HEADINGS,
    verbs: VERBS,
    phrases: [...Object.values(LISTS), ...Object.values(STRUCTURE)].flat().flatMap(plain),
    statements: statements.flatMap((text) => [text, ...parts(text)]),
  };
}

/** An entry of a list as a person would type it; none for one that holds a gap, a list or a beginning. */
function plain(entry: string): string[] {
  return entry
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => /^[\p{L}\p{N}$%&' -]+$/u.test(phrase));
}

/** Runs of five words: short enough not to look like the whole. */
function parts(text: string): string[] {
  const words = text.split(/\s+/);
  const runs: string[] = [];
  for (let i = 0; i + 5 <= words.length; i += 5) runs.push(words.slice(i, i + 5).join(' '));
  return runs;
}
