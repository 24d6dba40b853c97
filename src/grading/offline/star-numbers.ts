/**
 * How clear a STAR part is, from counts of what shows it (profile.ts). The weights were chosen by hand, reading the
 * answers of half of 60 real people and those of tests/corpus/general.jsonl, and kept to one digit: what is particular
 * to a part counts 1, what often stands near it .2 to .5. The thresholds of the general rubric lie, in tenths, where
 * the raters' levels part in those answers; those for the pack's questions are fitted on the written corpus
 * (bench/fit-star.ts), as is what a met criterion adds.
 */

export interface StarNumbers {
  /** Counts, each taken as log(1 + at most STAR_CAP); a criterion of the general rubric counts once when it is met, or seen at all. */
  weights: Record<string, number>;
  /** What particular language (particulars.ts) adds; least to the result, which is often told in general words. */
  particular: { pack: number; general: number };
  /** What each met criterion of the question's rubric adds. */
  criterion: number;
  /** Above the first: thin; above the second: clear. */
  pack: [number, number];
  general: [number, number];
  /** A part is absent where no clause holds one of these; see star-evidence.ts for which clause is shown. */
  shownBy: string[];
}

/** More of the same thing than this shows nothing new. */
export const STAR_CAP = 6;

/**
 * What fewer words than this hold counts less, by their share: in a line or two nothing is told clearly. An answer to one
 * of the pack's questions has criteria to show what it says. More words than this earn nothing by themselves.
 */
export const STAR_ROOM = { pack: 20, general: 50 };

/**
 * Of an answer to just any question, a part is worth the more to the score the more tells of it, up to this sum; the
 * thresholds of its level would throw that away. Chosen by hand, in halves, with the agreement on tests/corpus/general.jsonl in view.
 */
export const STAR_FULL = 5.5;

export const STAR: Record<'situation' | 'task' | 'action' | 'result', StarNumbers> = {
  situation: {
    weights: { told: 1, time: 0.3, role: 0.3, people: 0.3, number: 0.3, 'seen:particular-case': 0.5 },
    particular: { pack: 0.6, general: 0.3 },
    criterion: 0.6,
    pack: [2.3, 4.4],
    general: [1.6, 2.6],
    shownBy: ['time', 'role', 'problem', 'past'],
  },
  task: {
    weights: {
      past: 0.6,
      goal: 0.4,
      problem: 0.2,
      people: 0.5,
      time: 0.4,
      reason: 0.3,
      otherDeed: 0.3,
      name: 0.3,
    },
    particular: { pack: 0.6, general: 0.5 },
    criterion: 0.6,
    pack: [4.7, 7.3],
    general: [1.2, 3.5],
    shownBy: ['goal', 'told', 'problem', 'role', 'plan', 'number', 'otherDeed'],
  },
  action: {
    weights: { step: 1, steps: 0.3, myDeed: 0.3, reason: 0.2 },
    particular: { pack: 0.6, general: 0.5 },
    criterion: 0.6,
    pack: [3.6, 5.7],
    general: [0.5, 2.7],
    shownBy: ['myDeed', 'myStep', 'ourDeed', 'step', 'i-do', 'plan'],
  },
  result: {
    weights: {
      outcome: 1,
      'measured-change': 1,
      myDeed: 0.5,
      told: 0.5,
      lesson: 0.4,
      'met:particular-case': 1,
      'met:clear-outcome': 0.8,
    },
    particular: { pack: 0.6, general: 0.3 },
    criterion: 0.6,
    pack: [4.6, 6.9],
    general: [2.2, 4.1],
    shownBy: ['measured-change', 'outcome', 'lesson', 'told'],
  },
};
