import { judgedCriteria } from '../agreement/judged.ts';
import { FEWEST_PAIRS, type Marked, marksAgreement } from '../agreement/marks.ts';
import { agreementLines, type Difference, differenceLines, tooFew } from '../agreement/text.ts';
import { questionFinder } from '../answers/asked.ts';
import { readAnswers } from '../answers/read.ts';
import { type AnswerRecord, isBad, place } from '../answers/record.ts';
import { UsageError } from '../errors.ts';
import type { Assessment } from '../grading/assessment.ts';
import { gradeRecord } from '../grading/grade-record.ts';
import { graders } from '../grading/graders.ts';
import { loadPack } from '../pack/load.ts';
import { nearest } from '../pack/nearest.ts';
import { oneLine, plainText } from '../report/plain.ts';
import { VERSION } from '../version.ts';

const FORMATS = ['text', 'json'];

/** As much of an answer as tells a coach which one it is. */
const OPENING = 90;

/**
 * `greenroom agree <file…>`: how far the grader agrees with a coach's own marks.
 *
 * @returns 2 when a file cannot be used or there are too few marks to say anything, 1 when a record could not be
 *   used, else 0
 */
export async function run(paths: string[], options: Record<string, unknown>): Promise<number> {
  const format = String(options.format ?? 'text');
  if (!FORMATS.includes(format)) throw new UsageError(`--format ${format}: there is ${FORMATS.join(', ')}`);
  const compared = await compare(paths, options.pack as string | undefined);
  const figures = marksAgreement(compared.marked);
  const refused = figures.pairs < FEWEST_PAIRS;

  const lines =
    format === 'json'
      ? [JSON.stringify(figures)]
      : refused
        ? []
        : [...agreementLines(figures), ...differenceLines(compared.differences)];
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  if (compared.unmarked > 0) tell(`${compared.unmarked} without a mark, left out${hint(compared)}`);
  if (compared.halves > 0)
    tell(`${compared.halves} marked with a half or other fraction, rounded (halves up)`);
  const warning = tooFew(figures.pairs);
  // Without any answer, the file's fault says it all.
  if (warning !== null && !(compared.faults && figures.pairs === 0)) tell(warning);
  return compared.faults || refused ? 2 : compared.findings ? 1 : 0;
}

/** Where nothing is marked at all, what the field should be called, and which was meant perhaps. */
function hint({ marked, otherFields }: Compared): string {
  if (marked.length > 0) return '';
  const meant = otherFields.find((name) => /mark|score|grade|rating/i.test(name));
  const named = '; your own mark, 1 to 5, goes into a column or field called "mark"';
  return meant === undefined ? named : `${named}, not ${JSON.stringify(oneLine(meant))}`;
}

interface Compared {
  marked: Marked[];
  differences: Difference[];
  /** Answers without a mark, and marks that are not whole numbers. */
  unmarked: number;
  halves: number;
  /** What else the last unmarked record had. */
  otherFields: string[];
  findings: boolean;
  faults: boolean;
}

async function compare(paths: string[], packDir: string | undefined): Promise<Compared> {
  const pack = await loadPack(packDir);
  const findQuestion = questionFinder(pack.questions);
  const grader = await graders.offline();
  const grading = {
    pack,
    findQuestion,
    grader,
    signature: { name: 'offline', version: VERSION, model: null },
  };
  const compared: Compared = {
    marked: [],
    differences: [],
    unmarked: 0,
    halves: 0,
    otherFields: [],
    findings: false,
    faults: false,
  };
  const records = readAnswers(paths, {
    question: null,
    findQuestion,
    stdin: process.stdin,
    onFault: (error) => {
      compared.faults = true;
      tell(error.message);
    },
    onNote: tell,
    skip: () => false,
  });
  for await (const record of records) {
    if (!isBad(record) && record.mark === null) {
      compared.unmarked++;
      compared.otherFields = Object.keys(record.extra);
      continue;
    }
    const assessment = await gradeRecord(record, grading);
    if (assessment.reason !== null) tell(assessment.reason.message);
    if (isBad(record) || assessment.score === null) compared.findings = true;
    else add(compared, record, assessment);
  }
  // In the pack's order, whatever the file's: two cohorts are then easy to lay side by side.
  const places = new Map(pack.questions.map(({ id }, place) => [id, place]));
  const placeIn = ({ question }: Marked) => places.get(question) ?? places.size;
  compared.marked.sort((a, b) => placeIn(a) - placeIn(b));
  return compared;
}

function add(compared: Compared, record: AnswerRecord, assessment: Assessment): void {
  const mark = record.mark ?? 0;
  const score = assessment.score ?? 0;
  const question = assessment.question ?? '';
  const criteria = judged(record, assessment, () => {
    compared.findings = true;
  });
  compared.marked.push({ question, mark, score, criteria });
  if (!Number.isInteger(mark)) compared.halves++;
  compared.differences.push({
    id: oneLine(record.candidate === null ? record.id : `${record.candidate}  ${record.id}`),
    question,
    mark,
    score,
    exact: assessment.exact ?? score,
    opening: shortened(record.answer),
  });
}

/** What the coach and the grader say of every criterion; an id the rubric does not have is told and left out. */
function judged(record: AnswerRecord, { criteria }: Assessment, onUnknown: () => void): Marked['criteria'] {
  const ids = judgedCriteria(record.extra.criteria);
  if (ids === null) return null;
  const known = criteria.map(({ id }) => id);
  for (const id of ids.filter((one) => !known.includes(one))) {
    const meant = nearest(id, known) ?? known.join(', ');
    tell(`${place(record)}: no criterion "${id.slice(0, 80)}" for this question; there is ${meant}`);
    onUnknown();
  }
  return criteria.map(({ id, met }) => ({ id, person: ids.includes(id), grader: met }));
}

function shortened(answer: string): string {
  const text = oneLine(answer.slice(0, 4 * OPENING));
  return text.length <= OPENING ? text : `${text.slice(0, OPENING).trimEnd()}…`;
}

function tell(message: string): void {
  process.stderr.write(`greenroom: ${plainText(message)}\n`);
}
