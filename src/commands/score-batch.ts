import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { type Collection, type Known, openCollection, standings } from '../grading/llm/batch-collect.ts';
import { openBatchServer } from '../grading/llm/batch-server.ts';
import type { Batch } from '../grading/llm/batch-state.ts';
import { openSubmission, type Submission } from '../grading/llm/batch-submit.ts';
import { Failure } from '../grading/llm/failure.ts';
import type { Setup } from '../grading/llm/setup.ts';
import { oneLine } from '../report/plain.ts';
import { greenroomHome } from './practice/home.ts';
import { count } from './second-opinion-words.ts';

/** Where batches are remembered between runs. */
export function batchFolder(): string {
  return join(greenroomHome(), 'batches');
}

/** Fetches what batches have come to. @throws UsageError when that cannot be had */
export function collect(setup: Setup, folder: string): Promise<Collection> {
  return told(() => openCollection(setup, openBatchServer(setup), folder));
}

/**
 * Submits the requests that `through` leads to a grader.
 *
 * @throws UsageError when they cannot be submitted
 */
export function submit<T>(
  setup: Setup,
  folder: string,
  through: (submission: Submission) => Promise<T>,
): Promise<T> {
  return told(() => through(openSubmission(setup, openBatchServer(setup), folder)));
}

/** How every batch stands. @throws UsageError when that cannot be had */
export function standing(setup: Setup, folder: string): Promise<Known[]> {
  return told(() => standings(setup, openBatchServer(setup), folder));
}

/** Without batches there is nothing to go on with, so what fails here ends the run. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new UsageError(
      error.code === 'model' ? 'this server runs no batches; leave --batch out' : error.message,
    );
  }
}

/** How every batch stands, one a line. */
export function standingLines(known: Known[]): string[] {
  if (known.length === 0) return ['No batches are under way.'];
  return known.map(({ id, status, total, done, failed, batch }) => {
    const requests = total === 0 ? batch.keys.length : total;
    const wrong = failed === 0 ? '' : `, ${count(failed)} failed`;
    const progress = `${count(done)} of ${count(requests)} done${wrong}`;
    const since = batch.at.slice(0, 16).replace('T', ' ');
    return oneLine(`${id}: ${status.replaceAll('_', ' ')}, ${progress}, ${batch.model}, since ${since}`);
  });
}

/** What was submitted, and what to do next. */
export function submittedLines(batches: Batch[], waiting: number): string[] {
  const requests = batches.reduce((sum, { keys }) => sum + keys.length, 0);
  const already =
    waiting === 0
      ? []
      : [`${count(waiting)} ${waiting === 1 ? 'request is' : 'requests are'} under way already`];
  if (requests === 0) return [...already, 'nothing was submitted: no answer is missing a reading'];
  return [
    ...already,
    `submitted ${count(requests)} ${requests === 1 ? 'request' : 'requests'} in ${batches.length} ${batches.length === 1 ? 'batch' : 'batches'}; results are there within 24 hours`,
    'see how far they are with --batch status, and fetch them with --batch collect and the same answers',
  ];
}

/** What is left to say once results were collected. */
export function closingWords(known: Known[], others: number): string[] {
  const open = known.filter(({ over }) => !over);
  return [
    ...known.filter(({ status }) => status === 'failed').map(({ id }) => `batch ${id} failed; submit again`),
    ...(known.length === 0 ? ['no batches are under way; nothing was collected'] : []),
    ...(open.length === 0
      ? []
      : [
          `${open.length} ${open.length === 1 ? 'batch is' : 'batches are'} not over yet; collect again later`,
        ]),
    ...(others === 0
      ? []
      : [
          `${count(others)} ${others === 1 ? 'result is' : 'results are'} for answers that were not in this run, and kept`,
        ]),
  ];
}
