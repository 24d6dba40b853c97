import { type FindingsReporter, summaryOf } from './findings-report.ts';
import { plainJson } from './plain.ts';

/** For programs: the findings and their count. */
export const json: FindingsReporter = (result, { changes }) => {
  const { findings } = result;
  const whole = { findings, summary: summaryOf(result), ...(changes === null ? {} : { changes }) };
  return `${plainJson(whole, 2)}\n`;
};
