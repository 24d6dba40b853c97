import { sha256 } from '../grading/hash.ts';
import type { Graded } from './report.ts';

/**
 * The same result without who it is about: candidate and id become codes made of them, so that one person
 * has one code in every run and on every machine; other fields are dropped, but for the reason of a mark.
 * What people wrote in their answers stays as it is. Whoever has the names can work out the codes.
 *
 * @param place file and line, as put before the reason of an unscored record; file names often are names
 */
export function anonymise(graded: Graded, place: string): Graded {
  const { assessment } = graded;
  const { candidate, id, reason, extra } = assessment;
  const markReason = extra.mark_reason;
  return {
    ...graded,
    assessment: {
      ...assessment,
      id: code('a', id),
      candidate: candidate === null ? null : code('c', candidate),
      reason: reason && { ...reason, message: reason.message.replace(`${place}: `, '') },
      extra: typeof markReason === 'string' ? { mark_reason: without(markReason, candidate) } : {},
    },
  };
}

function code(kind: string, name: string): string {
  return `${kind}-${sha256(`greenroom ${kind} ${name}`).slice('sha256:'.length, 'sha256:'.length + 8)}`;
}

function without(text: string, name: string | null): string {
  return name === null ? text : text.replaceAll(name, code('c', name));
}
