import type { Kind } from './attack-words.ts';

/** A number from 0 to 1. */
export type Random = () => number;

/** Where it inserts: before any word, or only as a line or a sentence of its own. */
export type Places = 'anywhere' | 'end';

/** How good a text is to the attacker. */
export interface Worth {
  /** What the grader says, before rounding. */
  exact: number;
  /** Criteria met: under a cap they bring the score no further yet, but may undo what caps it. */
  met: number;
}

export interface Attack {
  text: string;
  worth: Worth;
  /** The inserts that were kept, by kind. */
  kept: Partial<Record<Kind, number>>;
}

/**
 * Greedy search: at each step one insert at one place, kept unless it lowers what the grader says.
 *
 * @param judge the grader, seen as a black box
 * @param inserts of each kind that may be used
 */
export function attack(
  answer: string,
  judge: (text: string) => Worth,
  inserts: [Kind, string[]][],
  steps: number,
  random: Random,
  places: Places,
): Attack {
  const best: Attack = { text: answer, worth: judge(answer), kept: {} };
  for (let step = 0; step < steps; step++) {
    const [kind, choices] = pick(inserts, random);
    const text = inserted(best.text, pick(choices, random), random, places);
    const worth = judge(text);
    if (worth.exact < best.worth.exact) continue;
    if (worth.exact === best.worth.exact && worth.met <= best.worth.met) continue;
    best.text = text;
    best.worth = worth;
    best.kept[kind] = (best.kept[kind] ?? 0) + 1;
  }
  return best;
}

/** Before a word, or as a line or a sentence of its own at the end; `end`: the latter only. */
function inserted(text: string, insert: string, random: Random, places: Places): string {
  const way = random() * (places === 'end' ? 0.3 : 1);
  if (way < 0.15) return `${text}\n${insert}`;
  if (way < 0.3) return `${text} ${insert[0]!.toUpperCase()}${insert.slice(1)}.`;
  const words = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  const at = pick(words, random);
  return `${text.slice(0, at)}${insert} ${text.slice(at)}`;
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!;
}
