import type { AnyRecord } from '../answers/record.ts';
import { packageRoot, workerFile } from '../pack/locate.ts';
import type { Pack } from '../pack/pack.ts';
import type { ReportContext } from '../report/report.ts';
import type { HandedOver, Output } from './score-outputs.ts';
import type { Start, Written } from './score-worker.ts';
import type { Lost, Workers } from './score-workers.ts';

/** Workers that take over from the one process in which every run begins. */
export interface Relief {
  /** To be called after each answer; once they are ready, returns true. */
  isReady(answers: number): boolean;
  grade(records: AsyncIterator<AnyRecord>): AsyncGenerator<Written | Lost>;
  close(): Promise<void>;
}

/** Starting two workers takes the processor as long as grading so many answers does; from here on it may pay. */
const ENOUGH = 3000;

/**
 * @param start what workers start with, once the first answer is written; null when they cannot do this work
 */
export function reliefOf(jobs: number, start: () => Start | null, tell: (message: string) => void): Relief {
  let workers: Workers | null = null;
  let starting: Promise<void> | null = null;
  const begin = async (how: Start) => {
    const { startWorkers } = await import('./score-workers.ts');
    try {
      workers = await startWorkers(jobs, how, workerFile(packageRoot()));
    } catch (error) {
      tell(`graded in one process, as others cannot be started (${(error as Error).message})`);
    }
  };
  return {
    isReady(answers) {
      if (answers === ENOUGH && jobs > 1) {
        const how = start();
        if (how !== null) starting = begin(how);
      }
      return workers !== null;
    },
    grade: (records) => workers!.grade(records),
    async close() {
      await starting;
      await workers?.close();
    },
  };
}

/** What workers need to write on for these outputs; null when one of them has to hold every answer itself. */
export function startFor(outputs: Output[], context: Pack & ReportContext, anonymise: boolean): Start | null {
  const reports = outputs.map((output) => output.handOver());
  if (!reports.every((report): report is HandedOver => report !== null)) return null;
  const { dir, questions, rubrics, minScore, width } = context;
  return { pack: { dir, questions, rubrics: [...rubrics] }, minScore, width, anonymise, reports };
}
