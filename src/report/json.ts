import { plainJson } from './plain.ts';
import type { ReportKind } from './report.ts';
import { tally } from './summary.ts';

/** One document: `{"assessments":[…],"summary":{…}}`, written as answers come. */
export const json: ReportKind = {
  holdsAll: false,
  open(_, after) {
    const { add, summary } = tally();
    let first = after === undefined;
    return {
      add({ assessment }) {
        add(assessment);
        const lead = first ? '{"assessments":[\n' : ',\n';
        first = false;
        return lead + plainJson(assessment);
      },
      *end() {
        yield first ? '{"assessments":[' : '\n';
        yield `],"summary":${JSON.stringify(summary())}}\n`;
      },
      handOver: () => null,
      skip: (score) => add({ score }),
    };
  },
};
