import { setMaxListeners } from 'node:events';
import { VERSION } from '../../version.ts';
import type { Assessment, GradeRequest, Grader } from '../assessment.ts';
import { rubricHash } from '../hash.ts';
import { unscored } from '../unscored.ts';
import { assess } from './assess.ts';
import { openCache } from './cache.ts';
import { Failure } from './failure.ts';
import { liveSource } from './live.ts';
import { toSent } from './sent.ts';
import type { Setup } from './setup.ts';
import { readOnce, type Source } from './source.ts';

/**
 * The second opinion: a model picks levels and quotes, and is trusted with neither. What could not be had is
 * `unscored` with the reason; the grader rejects only when the signal is aborted.
 *
 * @param source where replies come from, when not from the server now
 */
export function llmGrader(setup: Setup, source: Source = liveSource(setup)): Grader {
  const cache = openCache(setup);
  return async (request, signal) => {
    // Every request under way listens to the one signal of the run, and Node takes more than ten for a leak.
    if (signal !== undefined) setMaxListeners(0, signal);
    const sent = toSent(request, setup);
    const numbers = Array.from({ length: setup.samples }, (_, sample) => sample);
    const readings = await Promise.allSettled(
      numbers.map((sample) => readOnce(sent, sample, { setup, source, cache }, signal)),
    );
    signal?.throwIfAborted();
    const failed = readings.find((one) => one.status === 'rejected');
    if (failed === undefined) {
      return assess(
        request,
        readings.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
        setup.model,
      );
    }
    if (!(failed.reason instanceof Failure)) throw failed.reason;
    return notRead(request, failed.reason.message, setup.model);
  };
}

function notRead({ question, rubric, answer }: GradeRequest, message: string, model: string): Assessment {
  return unscored('grader-failed', message, {
    answer,
    question: question?.id ?? rubric.question,
    grader: { name: 'llm', version: VERSION, model },
    rubric: { version: rubric.version, hash: rubricHash(rubric) },
  });
}
