import type { Assessment } from '../grading/assessment.ts';
import { oneLine } from './plain.ts';
import type { ReportContext, ReportKind } from './report.ts';
import { CAVEAT, inWords, tally } from './summary.ts';
import { cut, pad, wrapped } from './width.ts';
import { markInWords } from './wording.ts';

/** Where the second line of an answer starts, under its question. */
const INDENT = 15;
const QUESTION = 23;

/** For a terminal: two or three lines an answer, as they come, and a summary at the end. */
export const table: ReportKind = {
  holdsAll: false,
  open(context) {
    const { add, summary } = tally();
    let first = true;
    return {
      add({ assessment }) {
        add(assessment);
        const head = first
          ? `${['Score'.padEnd(INDENT), 'Question'.padEnd(QUESTION), 'Answer'].join('')}\n`
          : '';
        first = false;
        return `${head}${lines(assessment, context).join('\n')}\n`;
      },
      *end() {
        yield `${first ? '' : '\n'}${inWords(summary())}.\n${CAVEAT}\n`;
      },
    };
  },
};

function lines(assessment: Assessment, { width }: ReportContext): string[] {
  const { score, label, question, candidate, id, reason } = assessment;
  const verdict = score === null ? '– unscored' : `${score} ${label}`;
  const byPerson = markInWords(assessment);
  const who = candidate === null ? id : `${candidate}  ${id}`;
  const head =
    verdict.padEnd(INDENT) +
    pad(cut(oneLine(question ?? '–'), QUESTION - 1), QUESTION) +
    cut(oneLine(who), width - INDENT - QUESTION);
  const below = reason === null ? mainAdvice(assessment) : oneLine(reason.message);
  const room = width - INDENT;
  const more = [...(byPerson === null ? [] : [cut(byPerson, room)]), ...wrapped(below, room, 2)];
  return [head.trimEnd(), ...more.map((line) => ' '.repeat(INDENT) + line)];
}

/** Red flags by name, since they cap the score, then the first piece of advice. */
function mainAdvice({ redFlags, advice }: Assessment): string {
  const flags = redFlags.map(({ id }) => id).join(', ');
  const first = advice[0] === undefined ? '' : oneLine(advice[0].text);
  return [flags === '' ? '' : `Red flag: ${flags}.`, first].filter((part) => part !== '').join(' ');
}
