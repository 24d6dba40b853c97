import { SCORES } from '../src/agreement/agreement.ts';
import { confusion, type Pair } from '../src/agreement/confusion.ts';
import { quadraticKappa } from '../src/agreement/kappa.ts';

/** QWK of pairs of scores; 0 where it is not defined. */
export function quadraticKappaOf(pairs: readonly Pair[], levels: readonly number[] = SCORES): number {
  return quadraticKappa(confusion(pairs, levels)) ?? 0;
}
