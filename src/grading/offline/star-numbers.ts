/**
 * How clear a STAR part is, from counts of what shows it (profile.ts). The weights were chosen by hand, reading the
 * answers of half of 60 real people, and kept to one digit; what a met criterion adds and the thresholds for the
 * pack's questions come from the written corpus (bench/fit-star.ts).
 */

export interface StarNumbers {
  /** Counts, each taken as log(1 + at most STAR_CAP). */
  weights: Record<string, number>;
  /** What each met criterion of the question's rubric adds. */
  criterion: number;
  /** Above the first: thin; above the second: clear. */
  pack: [number, number];
  general: [number, number];
  /** What may be shown as its evidence, most telling first. */
  shownBy: string[];
}

/** More of the same thing than this shows nothing new. */
export const STAR_CAP = 6;

/** What particular language (particulars.ts) adds to every part. */
export const STAR_PARTICULAR = { pack: 0.6, general: 0.3 } as const;

export const STAR: Record<'situation' | 'task' | 'action' | 'result', StarNumbers> = {
  situation: {
    weights: { past: 1, time: 0.8, role: 0.4, name: 0.4, people: 0.3, number: 0.3, myState: 0.2 },
    criterion: 0.6,
    pack: [3.2, 6.2],
    general: [2.2, 3.2],
    shownBy: ['time', 'role', 'problem', 'past'],
  },
  task: {
    weights: {
      past: 0.6,
      goal: 0.4,
      problem: 0.3,
      people: 0.5,
      time: 0.4,
      reason: 0.3,
      leaders: 0.4,
      steps: 0.2,
    },
    criterion: 0.6,
    pack: [3.9, 6.9],
    general: [1.3, 2.8],
    shownBy: ['goal', 'problem', 'number', 'otherDeed'],
  },
  action: {
    weights: { step: 1, myStep: 0.4, steps: 0.4, myDeed: 0.5, reason: 0.2, colleague: 0.2 },
    criterion: 0.6,
    pack: [3.3, 6.4],
    general: [0.5, 2.4],
    shownBy: ['myDeed', 'myStep', 'ourDeed', 'step'],
  },
  result: {
    weights: { outcome: 1, 'measured-change': 1, myDeed: 0.5, past: 0.5, lesson: 0.4, problem: 0.2 },
    criterion: 0.6,
    pack: [4.6, 6.8],
    general: [2.5, 3.6],
    shownBy: ['measured-change', 'outcome', 'lesson'],
  },
};
