import type { GradeRequest } from '../../../src/grading/assessment.ts';
import type { Happened, Setup } from '../../../src/grading/llm/setup.ts';
import type { Question, Rubric } from '../../../src/pack/schema.ts';

/** A question and rubric small enough to see through, and what goes with them. */

export const question: Question = {
  id: 'denials',
  number: 1,
  title: 'Denials',
  prompt: 'Tell me about a time you brought claim denials down.',
  also_asked_as: [],
  kind: 'experience',
  why_it_matters: 'Because.',
  competencies: [{ name: 'Finance', looks_for: 'money' }],
  listen_for: ['A leak.'],
  difficulty: 'moderate',
  preparation: 'some',
  predicts: 'much',
  roles: ['director'],
  advantage: 'high',
  themes: ['operational acumen'],
  minutes: 3,
  concepts: [],
};

const part = (looks_like: string) => ({ weight: 1, looks_like });
const rest = { weight: 1, signs: ['never so'], follow_up: 'And then?' };

export const rubric: Rubric = {
  question: 'denials',
  version: 3,
  anchors: {
    1: 'Nothing at all.',
    2: 'Claims only.',
    3: 'An outline.',
    4: 'A case.',
    5: 'A case with a measure.',
  },
  star: {
    situation: part('The service and the payer.'),
    task: part('What had to be found out.'),
    action: part('The steps in order.'),
    result: part('What changed in denials.'),
  },
  criteria: [
    { ...rest, id: 'leak-found', statement: 'Pins down one specific leak', tip: 'Name the leak.' },
    { ...rest, id: 'measured-result', statement: 'Gives before and after', tip: 'Give the number.' },
  ],
  red_flags: [
    {
      id: 'blames-others',
      statement: 'Complains about payers and does nothing',
      severity: 'major',
      signs: ['never so'],
      instead: 'Say what you did.',
      follow_up: 'What was your part?',
    },
    {
      id: 'surface-only',
      statement: 'Billing is important, no more',
      severity: 'minor',
      signs: ['never so'],
      unless_met: ['leak-found'],
      instead: 'Follow one claim.',
      follow_up: 'Which claim?',
    },
  ],
  examples: [],
};

export const answer =
  'Our infusion claims were denied again and again. I pulled sixty of them and saw that the notes did not ' +
  'show medical necessity, so I changed the template with coding. Denials fell from 18% to 5% in half a year.';

export const request: GradeRequest = { question, rubric, answer };

type Mark = [level: string, ...quotes: string[]];
interface Marks {
  star?: Record<string, Mark>;
  criteria?: Record<string, Mark>;
  red_flags?: Record<string, Mark>;
  substance?: Mark;
}

/** A whole reply; what is not given is absent, and a case. */
export function reply({ star = {}, criteria = {}, red_flags = {}, substance }: Marks = {}): string {
  const item = ([level, ...quotes]: Mark) => ({ quotes, level });
  const group = (ids: string[], given: Record<string, Mark>, none: string) =>
    Object.fromEntries(ids.map((id) => [id, item(given[id] ?? [none])]));
  return JSON.stringify({
    star: group(['situation', 'task', 'action', 'result'], star, 'absent'),
    criteria: group(['leak-found', 'measured-result'], criteria, 'absent'),
    red_flags: group(['blames-others', 'surface-only'], red_flags, 'not shown'),
    substance: item(substance ?? ['case', 'I pulled sixty of them']),
  });
}

/** The reply of a careful reader of `answer`. */
export const careful = reply({
  star: {
    situation: ['clear', 'Our infusion claims were denied again and again'],
    task: ['thin', 'saw that the notes did not show medical necessity'],
    action: ['clear', 'I pulled sixty of them', 'I changed the template with coding'],
    result: ['clear', 'Denials fell from 18% to 5% in half a year'],
  },
  criteria: {
    'leak-found': ['clear', 'the notes did not show medical necessity'],
    'measured-result': ['clear', 'Denials fell from 18% to 5%'],
  },
});

export const KEY = 'sk-canary-5d1f0a77c2e94b';

/** A setup for a server on loopback, quick to give up, that remembers what it was told. */
export function setupFor(url: string, more: Partial<Setup> = {}): Setup & { told: Happened[] } {
  const told: Happened[] = [];
  return {
    baseURL: url,
    key: KEY,
    model: 'test-model',
    samples: 1,
    jobs: 4,
    redact: [],
    cache: null,
    patience: 5000,
    firstWait: 5,
    tell: (happened) => void told.push(happened),
    told,
    ...more,
  };
}
