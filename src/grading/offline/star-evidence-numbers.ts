import type { StarPart } from '../../pack/choices.ts';

/**
 * What makes a clause a good one to show for a STAR part. Chosen by hand, reading which clauses of the written corpus
 * and of half of 60 real people's answers a reader would underline; they decide what is shown and no score.
 */
export interface FitnessNumbers {
  /** What finding one of a structural list (structure-lists.ts, profile.ts) in the clause adds, once. */
  holds: Record<string, number>;
  /** By the logarithm of 1 + the number of particular words. */
  particular: number;
  /** From the first clause of the answer (none of it) to the last (all of it). */
  late: number;
  /** Put as a plan or a hypothesis. */
  imagined: number;
  /** Hangs on another clause. */
  hanging: number;
}

/** Clauses shown for one part, at most. */
export const SHOWN = 2;

/** As fit as this a second clause must be. */
export const SHOWN_FROM = 2.5;

/** What it adds that the clause shows a criterion which the rubric says shows the part. */
export const SHOWS = 3;

/** A clause of fewer words says little by itself. */
export const SHORT = 4;

export const FITNESS: Record<StarPart, FitnessNumbers> = {
  situation: {
    holds: {
      time: 2,
      role: 1,
      problem: 1,
      past: 0.7,
      told: 0.5,
      goal: -0.3,
      plan: -0.7,
      myStep: -0.9,
      lesson: -1,
      outcome: -0.7,
      'measured-change': -1,
    },
    particular: 0.6,
    late: -2,
    imagined: -1.5,
    hanging: -0.5,
  },
  task: {
    holds: {
      goal: 2,
      problem: 0.4,
      plan: 0.3,
      otherDeed: 0.3,
      time: -0.2,
      myStep: -0.6,
      lesson: -0.5,
      outcome: -1.2,
      'measured-change': -1.5,
    },
    particular: 0.4,
    late: -1.5,
    imagined: -0.4,
    hanging: -0.5,
  },
  action: {
    holds: {
      myStep: 1.5,
      myDeed: 1.5,
      ourDeed: 0.8,
      step: 0.7,
      'i-do': 0.5,
      role: -0.8,
      time: -0.4,
      problem: -0.5,
    },
    particular: 0.6,
    late: 0.4,
    imagined: -0.8,
    hanging: -0.5,
  },
  result: {
    holds: {
      'measured-change': 2,
      outcome: 1.2,
      lesson: 0.6,
      past: 0.4,
      told: 0.4,
      myStep: -0.7,
      problem: -1,
      goal: -0.7,
      plan: -0.8,
    },
    particular: 0.4,
    late: 2,
    imagined: -1,
    hanging: 0,
  },
};
