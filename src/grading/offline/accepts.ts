import type { Question } from '../../pack/schema.ts';
import type { CompiledSign } from './compiled.ts';

/** What a sign accepts unless it says otherwise: where experience is asked, a plan is not an experience. */
export function accepts(question: Question | null): CompiledSign['as'] {
  return question === null || question.kind === 'experience' || question.kind === 'behavioural'
    ? 'done'
    : 'plan';
}
