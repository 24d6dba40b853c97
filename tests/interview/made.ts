import type { Assessment, Level, Score } from '../../src/grading/assessment.ts';
import { LABELS } from '../../src/grading/assessment.ts';
import { unscored } from '../../src/grading/unscored.ts';
import type { Asked, Plan } from '../../src/interview/interview.ts';
import type { Question, Rubric } from '../../src/pack/schema.ts';

/** A small rubric: three criteria in the order of a story, one flag of each severity. */
export const rubric: Rubric = {
  question: 'made',
  version: 1,
  anchors: { 1: 'One.', 2: 'Two.', 3: 'Three.', 4: 'Four.', 5: 'Five.' },
  star: {
    situation: { weight: 1, looks_like: 'where' },
    task: { weight: 1, looks_like: 'what for' },
    action: { weight: 1, looks_like: 'what you did' },
    result: { weight: 1, looks_like: 'what came of it' },
  },
  criteria: ['problem-framed', 'own-steps', 'measured-result'].map((id) => ({
    id,
    statement: `Shows ${id}`,
    weight: 1,
    signs: ['never'],
    tip: `Tip for ${id}.`,
    follow_up: `What about ${id}?`,
  })),
  red_flags: (['minor', 'major', 'severe'] as const).map((severity) => ({
    id: `${severity}-flag`,
    statement: `Is ${severity}`,
    severity,
    signs: ['never'],
    instead: `Instead of ${severity}.`,
    follow_up: `Why ${severity}?`,
  })),
  examples: [],
};

export function question(id: string): Question {
  return {
    id,
    number: 1,
    title: `Title of ${id}`,
    prompt: `Prompt of ${id}?`,
    also_asked_as: [],
    kind: 'behavioural',
    why_it_matters: 'why',
    competencies: [{ name: 'n', looks_for: 'l' }],
    listen_for: ['l'],
    difficulty: 'd',
    preparation: 'p',
    predicts: 'p',
    roles: ['r'],
    advantage: 'a',
    themes: ['operational acumen'],
    minutes: 3,
    concepts: [],
  };
}

export function asked(id: string): Asked {
  return {
    id,
    title: `Title of ${id}`,
    question: question(id),
    rubric: { ...rubric, question: id },
    prompt: `Prompt of ${id}?`,
    seconds: 180,
  };
}

export function plan(over: Partial<Plan> = {}): Plan {
  return { mode: 'practice', asked: [asked('a'), asked('b')], followUps: 2, selfRate: false, ...over };
}

/** An assessment: `met` says which criteria, each shown by a stretch of `answer`. */
export function assessment(
  over: {
    score?: Score;
    exact?: number;
    answer?: string;
    met?: Record<string, string>;
    star?: Level;
  } & Partial<Pick<Assessment, 'redFlags' | 'advice' | 'followUp'>> = {},
): Assessment {
  const answer = over.answer ?? 'an answer';
  const score = over.score ?? 3;
  const span = (quote: string) => ({
    start: answer.indexOf(quote),
    end: answer.indexOf(quote) + quote.length,
    quote,
  });
  const part = { level: over.star ?? 0, evidence: [] } as const;
  const about = {
    answer,
    question: 'a',
    grader: { name: 'offline', version: '1', model: null },
    rubric: null,
  };
  return {
    ...unscored('empty', '', about),
    status: 'scored',
    reason: null,
    score,
    exact: over.exact ?? score,
    label: LABELS[score],
    star: {
      situation: { ...part, evidence: [] },
      task: { ...part, evidence: [] },
      action: { ...part, evidence: [] },
      result: { ...part, evidence: [] },
    },
    criteria: rubric.criteria.map(({ id }) => {
      const quote = over.met?.[id];
      return { id, met: quote !== undefined, evidence: quote === undefined ? [] : [span(quote)] };
    }),
    redFlags: over.redFlags ?? [],
    advice: over.advice ?? [],
    followUp: over.followUp === undefined ? 'And then?' : over.followUp,
  };
}
