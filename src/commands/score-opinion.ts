import { availableParallelism } from 'node:os';
import type { AnyRecord } from '../answers/record.ts';
import type { Assessment, Grader } from '../grading/assessment.ts';
import type { Grading } from '../grading/grade-record.ts';
import { graders } from '../grading/graders.ts';
import type { Setup } from '../grading/llm/setup.ts';
import { VERSION } from '../version.ts';
import { graderOf, jobsOf, setupOf } from './second-opinion.ts';

/** A grader, and how it signs what never reached it. */
export interface Signed {
  grader: Grader;
  signature: Assessment['grader'];
}

/** Who grades the answers of a run. */
export interface Opinions {
  /** One, or two for a second opinion beside the first. */
  by: Signed[];
  /** Answers under way at once in this process. */
  most: number;
  /** Threads that may grade at once when there is enough to do; a model answers elsewhere. */
  jobs: number;
  /** What to do with the answers in place of grading them; resolves to an exit code. */
  instead:
    | ((
        records: AsyncIterable<AnyRecord>,
        grading: Pick<Grading, 'pack' | 'findQuestion'>,
      ) => Promise<number>)
    | null;
  /** To be called once, when the last answer is graded. */
  end(): Promise<void>;
  /** To be called last, whatever happened; may be called at any time. */
  discard(): void;
}

/** Answers begun at once: results come in order, so that one whose request hangs holds up what is behind it. */
const BEGUN = 500;

/** As many of a machine's cores are taken unless more or fewer are asked for. */
const CORES = 2;

/**
 * Opens the graders that `--grader` asks for.
 *
 * @throws UsageError for flags and variables that do not go together
 */
export async function openOpinions(
  options: Record<string, unknown>,
  say: (message: string) => void,
): Promise<Opinions> {
  const which = graderOf(options);
  const only = { jobs: 1, instead: null, end: async () => {}, discard() {} };
  const offline = {
    grader: await graders.offline(),
    signature: { name: 'offline', version: VERSION, model: null },
  };
  if (which === 'offline') {
    const jobs = jobsOf(options, Math.min(CORES, availableParallelism()));
    return { by: [offline], most: 1, ...only, jobs };
  }

  const { insteadOfGrading } = await import('./score-requests.ts');
  const instead = insteadOfGrading(options, say);
  if (instead !== null) return { by: [], most: 1, ...only, instead };

  const [{ wordsFor }, { greenroomHome }] = await Promise.all([
    import('./second-opinion-words.ts'),
    import('./practice/home.ts'),
  ]);
  const words = wordsFor(say);
  const setup = setupOf(options, greenroomHome(), words.tell);
  const { grader, end, discard } =
    options.batch === 'collect' ? await collected(setup, say) : { grader: await graders.llm(setup), ...only };
  const model = { grader, signature: { name: 'llm', version: VERSION, model: setup.model } };
  return {
    by: which === 'both' ? [offline, model] : [model],
    most: BEGUN,
    jobs: 1,
    instead: null,
    async end() {
      await end();
      words.sum();
    },
    discard,
  };
}

async function collected(setup: Setup, say: (message: string) => void) {
  const [{ collect, closingWords, batchFolder }, { llmGrader }] = await Promise.all([
    import('./score-batch.ts'),
    import('../grading/llm/grader.ts'),
  ]);
  const collection = await collect(setup, batchFolder());
  return {
    grader: llmGrader(setup, collection.source),
    discard: collection.discard,
    async end() {
      for (const line of closingWords(collection.known, await collection.settle())) say(line);
    },
  };
}
