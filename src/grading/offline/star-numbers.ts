/**
 * How clear a STAR part is, from counts of what shows it. Weights and the thresholds for the pack's questions are
 * fitted on the written corpus (bench/fit-star.ts); thresholds for the general rubric were chosen by reading
 * answers of real people, half of the persons.
 */

interface StarNumbers {
  /** Counts as in profile.ts, each taken as log(1 + at most six). */
  weights: Record<string, number>;
  /** Above the first: thin; above the second: clear. */
  pack: [number, number];
  general: [number, number];
  /** What may be shown as its evidence, most telling first. */
  shownBy: string[];
}

export const STAR: Record<'situation' | 'task' | 'action' | 'result', StarNumbers> = {
  situation: {
    weights: { number: 0.17, myDeed: 0.18, past: 0.39, name: 0.13, time: 0.03, lesson: 0.05, step: 0.24 },
    pack: [0.78, 1.33],
    general: [0.6, 1.04],
    shownBy: ['time', 'role', 'problem', 'past'],
  },
  task: {
    weights: {
      number: 0.16,
      money: 0.06,
      duration: 0.19,
      myDeed: 0.09,
      ourDeed: 0.07,
      otherDeed: 0.13,
      past: 0.11,
      name: 0.05,
      time: 0.14,
      lesson: 0.05,
      steps: 0.02,
      people: 0.11,
      step: 0.2,
      myStep: 0.07,
      plan: 0.05,
    },
    pack: [0.94, 1.72],
    general: [0.47, 1.06],
    shownBy: ['goal', 'problem', 'number', 'otherDeed'],
  },
  action: {
    weights: {
      number: 0.03,
      money: 0.14,
      'measured-change': 0.12,
      myDeed: 0.13,
      myState: 0.14,
      past: 0.23,
      time: 0.19,
      outcome: 0.06,
      lesson: 0.11,
      steps: 0.14,
      step: 0.33,
      myStep: 0.2,
    },
    pack: [1.09, 1.71],
    general: [0.81, 1.47],
    shownBy: ['myDeed', 'myStep', 'ourDeed', 'step'],
  },
  result: {
    weights: {
      number: 0.15,
      money: 0.43,
      duration: 0.08,
      'measured-change': 0.25,
      myDeed: 0.18,
      ourDeed: 0.16,
      myState: 0.11,
      past: 0.15,
      time: 0.15,
      outcome: 0.14,
      people: 0.04,
      step: 0.06,
    },
    pack: [0.96, 1.45],
    general: [0.63, 0.98],
    shownBy: ['measured-change', 'outcome', 'lesson'],
  },
};
