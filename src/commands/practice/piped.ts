import { randomBytes } from 'node:crypto';
import { wholeText } from '../../answers/utf8.ts';
import type { Assessment } from '../../grading/assessment.ts';
import type { Asked } from '../../interview/interview.ts';
import { sections } from '../../interview/sections.ts';
import { openJournal } from '../../journal/append.ts';
import { type CardLayout, wrap } from '../../report/lines.ts';
import { plainText } from '../../report/plain.ts';
import { scorecard } from '../../report/scorecard.ts';
import { besideLines } from '../../report/second-opinion.ts';
import type { Signed } from '../score-opinion.ts';
import { graded } from './grade.ts';

const HOW_TO = `greenroom: there was nothing to read.

Rehearse in a terminal:        greenroom
Or pipe your answers into it:  greenroom practice revenue-cycle < answer.txt
                               several answers are separated by lines of ---
                               (greenroom questions lists the questions)
`;

/**
 * Answers from stdin: each section answers the question at its place. All of them are in the journal
 * before the first is scored.
 *
 * @returns the exit code: 1 when an answer could not be scored
 */
export async function piped(asked: Asked[], by: Signed[], home: string, layout: CardLayout): Promise<number> {
  if (process.stdin.isTTY) process.stderr.write('greenroom: reading answers until end of input (Ctrl-D)\n');
  const texts = sections(await wholeText({ file: 'stdin', bytes: process.stdin }));
  if (texts.every((text) => text === '')) {
    process.stderr.write(HOW_TO);
    return 0;
  }
  const answers = asked.flatMap((one, place) => {
    const text = texts[place] ?? '';
    return text === '' ? [] : [{ asked: one, place, text, answer: '' }];
  });
  tellLeftOver(texts.slice(asked.length), asked.length);

  const journal = openJournal(home, randomBytes(5).toString('hex'));
  journal.append({
    event: 'started',
    mode: 'piped',
    asked: asked.map((one) => ({ question: one.id, prompt: one.prompt })),
    followUps: 0,
    selfRate: false,
    time: null,
  });
  answers.forEach((one, index) => {
    one.answer = `${journal.session}-${index + 1}`;
    const { answer, asked, place, text } = one;
    const record = { answer, place, question: asked.id, prompt: asked.prompt, text };
    journal.append({ event: 'answered', kind: 'first', seconds: 0, ...record });
  });
  let code = 0;
  for (const { answer, asked, text } of answers) {
    const { question, rubric, prompt } = asked;
    const request = { question, rubric, answer: text, prompt };
    const read = by.map(async (one) => ({ ...(await graded(one, request)), id: answer }));
    const [assessment, beside] = (await Promise.all(read)) as [Assessment, Assessment?];
    journal.append({ event: 'scored', answer, assessment, ...(beside && { beside }) });
    if ([assessment, beside].some((one) => one?.status === 'unscored')) code = 1;
    const title = plainText(asked.id === null ? prompt : asked.title);
    const heading = wrap(title, layout.width).map(layout.palette.bold);
    process.stdout.write(
      `${[...heading, ...scorecard(assessment, rubric, layout), ...besideLines(beside, layout), ''].join('\n')}\n`,
    );
  }
  journal.append({ event: 'ended', why: 'finished' });
  journal.close();
  return code;
}

function tellLeftOver(left: string[], asked: number): void {
  const count = left.filter((text) => text !== '').length;
  if (count === 0) return;
  process.stderr.write(
    `greenroom: ${count} ${count === 1 ? 'section was' : 'sections were'} left over after ${asked} ${
      asked === 1 ? 'question' : 'questions'
    } and not scored\n`,
  );
}
