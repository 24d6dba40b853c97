import { packageRoot, workerFile } from '../pack/locate.ts';
import type { Pack } from '../pack/pack.ts';
import type { ReportContext } from '../report/report.ts';
import type { HandedOver, Output } from './score-outputs.ts';
import type { Start } from './score-worker.ts';
import type { Workers } from './score-workers.ts';

/** Workers that join the one thread in which every run begins. */
export interface Relief {
  /** To be called after each answer; once they are ready, returns true. */
  isReady(answers: number): boolean;
  grade: Workers['grade'];
  close(): Promise<void>;
}

/** Starting a worker takes the processor as long as grading so many answers does; from here on it may pay. */
const ENOUGH = 2000;

/**
 * @param jobs how many may grade at once, this thread among them
 * @param start what workers start with, once the first answer is written; null when they cannot do this work
 */
export function reliefOf(jobs: number, start: () => Start | null, tell: (message: string) => void): Relief {
  let workers: Workers | null = null;
  let starting: Promise<void> | null = null;
  const begin = async (how: Start) => {
    const { startWorkers } = await import('./score-workers.ts');
    try {
      workers = await startWorkers(jobs - 1, how, workerFile(packageRoot()));
    } catch (error) {
      tell(`graded by one job alone, as more cannot be started (${(error as Error).message})`);
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
    grade: (records, here) => workers!.grade(records, here),
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
