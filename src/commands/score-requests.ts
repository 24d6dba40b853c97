import type { AnyRecord } from '../answers/record.ts';
import { type Grading, gradeRecord } from '../grading/grade-record.ts';
import { estimate, PLANNED, planner } from '../grading/llm/plan.ts';
import { hostOf } from '../grading/llm/setup.ts';
import { oneLine, plainJson } from '../report/plain.ts';
import { VERSION } from '../version.ts';
import { greenroomHome } from './practice/home.ts';
import type { Opinions } from './score-opinion.ts';
import { setupOf } from './second-opinion.ts';
import { count, wordsFor } from './second-opinion-words.ts';

type Instead = NonNullable<Opinions['instead']>;
type Options = Record<string, unknown>;
type Say = (message: string) => void;

/**
 * What is done in place of grading: `--dry-run`, `--show-request`, `--batch submit` and `--batch status`. Each
 * resolves to 1 when a record could not be used, else to 0.
 *
 * @returns null when answers are to be graded
 */
export function insteadOfGrading(options: Options, say: Say): Instead | null {
  if (options.dryRun === true) return dryRun(options, say);
  if (options.showRequest === true) return showRequests(options, say);
  if (options.batch === 'submit') return submitted(options, say);
  if (options.batch === 'status') return status(options, say);
  return null;
}

function dryRun(options: Options, say: Say): Instead {
  const words = wordsFor(say);
  const setup = setupOf(options, greenroomHome(), words.tell, false);
  return async (records, grading) => {
    const sum = { requests: 0, input: 0, output: 0 };
    const grader = planner(setup, ({ body }) => {
      const { input, output } = estimate(body);
      sum.requests++;
      sum.input += input;
      sum.output += output;
    });
    const code = await walk(records, { ...grading, grader }, say);
    const requests = `${count(sum.requests)} ${sum.requests === 1 ? 'request' : 'requests'}`;
    const tokens = `about ${count(rounded(sum.input))} tokens in and ${count(rounded(sum.output))} out`;
    process.stdout.write(
      `${oneLine(`${requests} to ${hostOf(setup.baseURL)}, model ${setup.model}: ${tokens}. Nothing was sent.`)}\n`,
    );
    words.sum();
    return code;
  };
}

function showRequests(options: Options, say: Say): Instead {
  const words = wordsFor(say);
  const setup = setupOf(options, greenroomHome(), words.tell, false);
  return async (records, grading) => {
    say(`nothing is sent; each line on stdout is what one request to ${hostOf(setup.baseURL)} would hold`);
    const grader = planner(setup, ({ body }) => void process.stdout.write(`${plainJson(body)}\n`));
    const code = await walk(records, { ...grading, grader }, say);
    words.sum();
    return code;
  };
}

function submitted(options: Options, say: Say): Instead {
  const words = wordsFor(say);
  const setup = setupOf(options, greenroomHome(), words.tell);
  return async (records, grading) => {
    const { batchFolder, submit, submittedLines } = await import('./score-batch.ts');
    return submit(setup, batchFolder(), async ({ grader, end }) => {
      const code = await walk(records, { ...grading, grader }, say);
      const { batches, waiting } = await end();
      words.sum();
      for (const line of submittedLines(batches, waiting)) say(line);
      return code;
    });
  };
}

function status(options: Options, say: Say): Instead {
  const setup = setupOf(options, greenroomHome(), wordsFor(say).tell);
  return async () => {
    const { batchFolder, standing, standingLines } = await import('./score-batch.ts');
    process.stdout.write(`${standingLines(await standing(setup, batchFolder())).join('\n')}\n`);
    return 0;
  };
}

/** Leads every record through a planner. @returns 1 when one could not be used, else 0 */
async function walk(
  records: AsyncIterable<AnyRecord>,
  grading: Omit<Grading, 'signature'>,
  say: Say,
): Promise<number> {
  const signature = { name: 'llm', version: VERSION, model: null };
  let code = 0;
  for await (const record of records) {
    const { reason } = await gradeRecord(record, { ...grading, signature });
    if (reason === null || reason.message.endsWith(PLANNED)) continue;
    say(reason.message);
    code = 1;
  }
  return code;
}

/** To two figures: it is an estimate. */
function rounded(tokens: number): number {
  return Number(tokens.toPrecision(2));
}
