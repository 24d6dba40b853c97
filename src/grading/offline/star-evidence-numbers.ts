import type { StarPart } from '../../pack/choices.ts';

/**
 * What makes a clause a good one to show for a STAR part. Fitted (bench/fit-evidence.ts) on the clauses a reader would
 * underline in 176 answers of the written corpora; they decide what is shown and no score.
 */
export interface FitnessNumbers {
  /** What each thing the clause holds adds, once; the names are those of `BIT` in star-evidence.ts. */
  holds: Record<string, number>;
  /** By the logarithm of 1 + the number of particular words. */
  particular: number;
  /** From the first clause of the answer (none of it) to the last (all of it). */
  late: number;
  /** From no words (none of it) to `LONG` (all of it). */
  long: number;
}

/** A clause of fewer words says little by itself. */
export const SHORT = 4;

/** More words than this make a clause no better to show. */
export const LONG = 25;

export const FITNESS: Record<StarPart, FitnessNumbers> = {
  situation: {
    holds: {
      time: 0.8,
      role: 0.6,
      past: 0.5,
      told: 0.4,
      myDeed: -0.3,
      myStep: -0.6,
      'i-do': -0.6,
      name: 1.1,
      number: 0.4,
      'is:short': -0.4,
      'is:before': 1.1,
      'shows:situation': 1.3,
      'shows:task': -0.4,
    },
    particular: 0.4,
    late: -1.9,
    long: 1.2,
  },
  task: {
    holds: {
      time: 0.4,
      role: 0.5,
      goal: 1.8,
      plan: 0.5,
      otherDeed: -0.5,
      ourDeed: -0.4,
      'i-do': -0.7,
      people: 0.3,
      'is:imagined': 0.6,
      'is:hanging': 0.4,
      'is:short': -0.6,
      'is:before': 0.3,
      'is:after': -0.7,
      'shows:task': 1.4,
      'shows:action': -0.5,
    },
    particular: 0.1,
    late: -0.3,
    long: 1.3,
  },
  action: {
    holds: {
      told: 0.5,
      myDeed: 0.8,
      ourDeed: 0.3,
      step: 1.0,
      myStep: 0.8,
      'i-do': 1.1,
      people: 0.7,
      'is:before': -0.5,
      'is:after': -0.4,
      'shows:action': 1.4,
    },
    particular: 0.5,
    late: 0.6,
    long: 0.5,
  },
  result: {
    holds: {
      past: 0.4,
      outcome: 1.2,
      'measured-change': 0.9,
      lesson: -0.3,
      plan: 0.4,
      myDeed: -0.6,
      myStep: -0.4,
      'i-do': -0.4,
      people: -0.4,
      name: -0.2,
      number: 0.4,
      'is:hanging': -0.2,
      'is:before': -0.7,
      'is:after': 1.1,
      'shows:result': 1.1,
      'shows:action': -0.6,
      'shows:task': -0.4,
    },
    particular: 0.5,
    late: 1.5,
    long: 0.4,
  },
};
