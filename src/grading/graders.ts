import type { Grader } from './assessment.ts';
import type { Setup } from './llm/setup.ts';

export const GRADERS = ['offline', 'llm'] as const;
export type GraderName = (typeof GRADERS)[number];

/** Loads a grader when it is wanted; adding one is one folder and one line here. */
export const graders = {
  offline: async () => (await import('./offline/grader.ts')).offlineGrader,
  llm: async (setup: Setup) => (await import('./llm/grader.ts')).llmGrader(setup),
} satisfies Record<GraderName, (setup: Setup) => Promise<Grader>>;
