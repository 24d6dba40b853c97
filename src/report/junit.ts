import { type Markup, markup } from './escape.ts';
import { oneLine } from './plain.ts';
import type { Graded, ReportKind } from './report.ts';
import { markInWords } from './wording.ts';

/** JUnit XML, which every CI shows: an answer below `--min-score` fails, one that is unscored is an error. */
export const junit: ReportKind = {
  holdsAll: true,
  open({ minScore }) {
    const cases: Markup[] = [];
    let failures = 0;
    let errors = 0;
    return {
      add(graded) {
        const { score } = graded.assessment;
        if (score === null) errors++;
        else if (minScore !== null && score < minScore) failures++;
        cases.push(testCase(graded, minScore));
        return '';
      },
      *end() {
        yield '<?xml version="1.0" encoding="UTF-8"?>\n';
        const counts = markup`tests="${cases.length}" failures="${failures}" errors="${errors}"`;
        yield markup`<testsuites name="greenroom" ${counts}>\n<testsuite name="score" ${counts}>\n`.markup;
        for (const one of cases) yield one.markup;
        yield '</testsuite>\n</testsuites>\n';
      },
    };
  },
};

function testCase({ assessment }: Graded, minScore: number | null): Markup {
  const { id, candidate, question, score, label, reason, advice, redFlags } = assessment;
  const name = candidate === null ? id : `${candidate} ${id}`;
  const told = [
    ...redFlags.map((flag) => `Red flag: ${flag.id}`),
    ...advice.map(({ text }) => text),
    markInWords(assessment) ?? '',
  ]
    .map(oneLine)
    .filter((text) => text !== '');
  const inside =
    reason !== null
      ? markup`<error type="${reason.code}" message="${reason.message}"/>`
      : minScore !== null && score !== null && score < minScore
        ? markup`<failure type="below-min-score" message="${`scored ${score} (${label}), below ${minScore}`}">${told.join('\n')}</failure>`
        : markup`<system-out>${[`scored ${score} (${label})`, ...told].join('\n')}</system-out>`;
  return markup`<testcase classname="${question ?? 'unknown question'}" name="${oneLine(name)}">${inside}</testcase>\n`;
}
