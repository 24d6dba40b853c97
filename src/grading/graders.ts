import type { Grader } from './assessment.ts';

export const GRADERS = ['offline'] as const;
export type GraderName = (typeof GRADERS)[number];

/** Loads a grader when it is wanted; adding one is one folder and one line here. */
export const graders = {
  offline: async () => (await import('./offline/grader.ts')).offlineGrader,
} satisfies Record<GraderName, () => Promise<Grader>>;
