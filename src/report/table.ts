import type { Assessment } from '../grading/assessment.ts';
import { differences, graderInWords } from './beside.ts';
import { oneLine } from './plain.ts';
import type { Graded, ReportContext, ReportKind } from './report.ts';
import { CAVEAT, inWords, tally } from './summary.ts';
import { cut, pad, wrapped } from './width.ts';
import { markInWords } from './wording.ts';

/** Where the second line of an answer starts, under its question. */
const INDENT = 15;
const QUESTION = 23;

/** For a terminal: two or three lines an answer, as they come, and a summary at the end. */
export const table: ReportKind = {
  holdsAll: false,
  sideBySide: true,
  open(context, after) {
    const { add, summary } = tally();
    const second = secondTally();
    let first = after === undefined;
    return {
      add(graded) {
        add(graded.assessment);
        second.add(graded);
        const head = first
          ? `${['Score'.padEnd(INDENT), 'Question'.padEnd(QUESTION), 'Answer'].join('')}\n`
          : '';
        first = false;
        return `${head}${lines(graded, context).join('\n')}\n`;
      },
      *end() {
        yield `${first ? '' : '\n'}${inWords(summary())}.\n${second.inWords()}${CAVEAT}\n`;
      },
      handOver: () => null,
      skip: (score) => add({ score }),
    };
  },
};

function lines({ assessment, beside }: Graded, { width }: ReportContext): string[] {
  const { question, candidate, id, reason } = assessment;
  const byPerson = markInWords(assessment);
  const who = candidate === null ? id : `${candidate}  ${id}`;
  const head =
    verdict(assessment).padEnd(INDENT) +
    pad(cut(oneLine(question ?? '–'), QUESTION - 1), QUESTION) +
    cut(oneLine(who), width - INDENT - QUESTION);
  const below = reason === null ? mainAdvice(assessment) : oneLine(reason.message);
  const room = width - INDENT;
  const more = [...(byPerson === null ? [] : [cut(byPerson, room)]), ...wrapped(below, room, 2)];
  const rest = more.map((line) => ' '.repeat(INDENT) + line);
  return [head.trimEnd(), ...rest, ...(beside === undefined ? [] : besideLines(assessment, beside, room))];
}

/** What the second grader's scores come to as a whole, where there is one. */
function secondTally(): { add: (graded: Graded) => void; inWords: () => string } {
  const { add, summary } = tally();
  let same = 0;
  return {
    add({ assessment, beside }) {
      if (beside === undefined) return;
      add(beside);
      if (beside.score !== null && beside.score === assessment.score) same++;
    },
    inWords() {
      const { answers, scored, mean } = summary();
      if (answers === 0) return '';
      const told = mean === null ? '' : `, mean score ${mean.toFixed(2)}, the same score for ${same}`;
      return `Second opinion: ${scored} scored${told}.\n`;
    },
  };
}

function verdict({ score, label }: Assessment): string {
  return score === null ? '– unscored' : `${score} ${label}`;
}

/** The second grader's verdict in the same column, and what the two do not agree on. */
function besideLines(assessment: Assessment, beside: Assessment, room: number): string[] {
  const differ = differences(assessment, beside).map(
    ({ what, first, second }) =>
      `${what} (${assessment.grader.name}: ${first}; ${beside.grader.name}: ${second})`,
  );
  const told =
    beside.reason !== null
      ? oneLine(beside.reason.message)
      : differ.length > 0
        ? `They differ on ${differ.join(', ')}.`
        : assessment.reason === null
          ? 'They agree on every item.'
          : '';
  const all = wrapped(oneLine(`By ${graderInWords(beside)}. ${told}`), room, 6);
  return all.map((line, index) => (index === 0 ? verdict(beside) : '').padEnd(INDENT) + line);
}

/** Red flags by name, since they cap the score, then the first piece of advice. */
function mainAdvice({ redFlags, advice }: Assessment): string {
  const flags = oneLine(redFlags.map(({ id }) => id).join(', '));
  const first = advice[0] === undefined ? '' : oneLine(advice[0].text);
  return [flags === '' ? '' : `Red flag: ${flags}.`, first].filter((part) => part !== '').join(' ');
}
