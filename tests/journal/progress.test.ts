import { describe, expect, it } from 'vitest';
import type { Score } from '../../src/grading/assessment.ts';
import { briefOf } from '../../src/journal/brief.ts';
import { attemptsOf } from '../../src/journal/history.ts';
import { byNeed } from '../../src/journal/next.ts';
import { numbersIn } from '../../src/journal/numbers-in.ts';
import { progressOf, scoredByQuestion } from '../../src/journal/progress.ts';
import type { Entry, JournalRecord } from '../../src/journal/schema.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { assessment, question, rubric } from '../interview/made.ts';

const questions = ['a', 'b', 'c'].map(question);
const now = new Date('2026-03-10T18:00:00Z');
let count = 0;

/** One answer and its score, so many days before `now`. */
function answer(
  id: string | null,
  days: number,
  score: Score,
  over: { text?: string; self?: Score; met?: Record<string, string> } = {},
): JournalRecord[] {
  const at = new Date(now.getTime() - days * 86_400_000).toISOString();
  const name = `s-${++count}`;
  const text = over.text ?? 'an answer';
  const put = (entry: Entry) => ({ v: 1, at, session: name, ...entry }) as JournalRecord;
  return [
    put({
      event: 'answered',
      answer: name,
      place: 0,
      question: id,
      prompt: 'p',
      kind: 'first',
      text,
      seconds: 60,
    }),
    ...(over.self === undefined ? [] : [put({ event: 'rated', answer: name, self: over.self })]),
    put({
      event: 'scored',
      answer: name,
      assessment: assessment({ answer: text, score, met: over.met ?? {} }),
    }),
  ];
}

describe('history', () => {
  it('joins the reply to a follow-up to its answer, and keeps a second go apart', () => {
    const put = (answer: string, kind: 'first' | 'follow-up' | 'again', seconds: number) =>
      ({
        v: 1,
        at: `2026-01-01T00:00:0${seconds}Z`,
        session: 's',
        event: 'answered',
        answer,
        place: 0,
        question: 'a',
        prompt: 'p',
        kind,
        text: answer,
        seconds,
      }) as JournalRecord;
    const attempts = attemptsOf([
      put('one', 'first', 1),
      put('two', 'follow-up', 2),
      put('three', 'again', 3),
    ]);
    expect(attempts.map(({ text, seconds }) => [text, seconds])).toEqual([
      ['one\n\ntwo', 3],
      ['three', 3],
    ]);
  });
});

describe('progress', () => {
  it('follows each question and criterion, and keeps the best', () => {
    const records = [
      ...answer('b', 5, 4, { met: { 'own-steps': 'an' }, text: 'the best of answers' }),
      ...answer('b', 1, 3),
      ...answer('a', 2, 2, { self: 4 }),
      ...answer(null, 2, 5, { self: 5 }),
    ];
    const progress = progressOf(attemptsOf(records), questions, now);
    expect([progress.answers, progress.days]).toEqual([4, 3]);
    expect(progress.questions.map(({ id }) => id)).toEqual(['a', 'b', 'star']);
    const b = progress.questions[1]!;
    expect([b.answers.map(({ score }) => score), b.best.text]).toEqual([[4, 3], 'the best of answers']);
    expect(b.criteria.find(({ id }) => id === 'own-steps')?.met).toEqual([true, false]);
    expect(progress.self).toEqual({ marks: 2, bias: 1, exact: 1 });
  });

  it('counts nothing that was not scored', () => {
    const [answered] = answer('a', 1, 3);
    const progress = progressOf(attemptsOf([answered!]), questions, now);
    expect([progress.answers, progress.questions, progress.self]).toEqual([0, [], null]);
  });
});

describe('what to practise next', () => {
  const order = (...records: JournalRecord[][]) =>
    byNeed(questions, scoredByQuestion(attemptsOf(records.flat())), now).map(({ question }) => question);

  it('is what is weak, what is new, and what was not seen lately', () => {
    expect(order()).toEqual(['a', 'b', 'c']);
    expect(order(answer('a', 0, 4), answer('b', 0, 1))).toEqual(['b', 'c', 'a']);
    expect(order(answer('a', 0, 4), answer('b', 12, 4), answer('c', 3, 4))).toEqual(['b', 'c', 'a']);
  });

  it('says why', () => {
    const scored = scoredByQuestion(attemptsOf([...answer('a', 3, 2), ...answer('b', 20, 5)]));
    const why = new Map(byNeed(questions, scored, now).map((next) => [next.question, next.why]));
    expect(why.get('a')).toEqual({ code: 'weak', score: 2, days: 3 });
    expect(why.get('b')).toEqual({ code: 'not-lately', score: 5, days: 20 });
    expect(why.get('c')).toEqual({ code: 'never-answered' });
  });
});

describe('the brief', () => {
  const pack: Pack = { dir: 'made', questions, rubrics: new Map([['a', rubric]]) };

  it('takes the best answer to each question, its stories, and what to ask', async () => {
    const story = 'At Lakeside, Jonas and I pulled ninety MRI claims every Tuesday. It fell from 12% to 4%.';
    const brief = await briefOf(
      attemptsOf([
        ...answer('a', 3, 4, { text: story }),
        ...answer('a', 1, 2, { text: 'Worse.' }),
        ...answer('b', 1, 3, { text: `${story} On a Tuesday.` }),
        ...answer('closing', 1, 4, { text: 'What got in your way?' }),
        ...answer('closing', 1, 1, { text: 'What is the pay?' }),
      ]),
      pack,
      async ({ answer }) => assessment({ answer, score: 4 }),
    );
    expect(brief.questions.map(({ best }) => best?.score ?? null)).toEqual([4, 3, null]);
    expect(brief.questions[0]?.best?.numbers).toEqual(['12%', '4%']);
    expect(brief.stories.map(({ told }) => told.map(({ id }) => id))).toEqual([['a', 'b']]);
    expect(brief.toAsk).toEqual(['What got in your way?']);
  });

  it('quotes nothing of an answer that is not worth taking along, or that would worry a panel', async () => {
    const text = 'I am tired of nights. I ran the trial of the new rota and overtime fell by 30 hours.';
    const said = (quote: string) => [
      { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote },
    ];
    const read = assessment({ answer: text, score: 3, star: 2 });
    read.star.situation.evidence = said('I am tired of nights');
    read.star.action.evidence = said('I ran the trial');
    read.redFlags = [{ id: 'escape', severity: 'minor', evidence: said('tired of nights') }];
    const of = (score: 2 | 3) =>
      briefOf(
        attemptsOf(answer('a', 1, score, { text })).map((one) => ({
          ...one,
          assessment: { ...read, score },
        })),
        pack,
        async () => read,
      );
    expect((await of(2)).questions[0]?.best).toMatchObject({ ready: false, lines: [] });
    expect((await of(3)).questions[0]?.best?.lines).toEqual([
      { part: 'action', quote: 'I ran the trial of the new rota and overtime fell by 30 hours.' },
    ]);
  });

  it('names a question without a strong answer for which a story would be one', async () => {
    const told = { ...pack, questions: questions.map((one) => ({ ...one, kind: 'behavioural' as const })) };
    const rubrics = new Map(['b', 'c'].map((id) => [id, rubric]));
    const brief = await briefOf(
      attemptsOf([...answer('a', 1, 5), ...answer('c', 1, 4)]),
      { ...told, rubrics },
      async ({ answer }) => assessment({ answer, score: 4 }),
    );
    expect(brief.stories.map(({ also }) => also.map(({ question }) => question.id))).toEqual([['b'], ['b']]);
  });

  it.each([
    ['It fell from 12% to 4.5% in six months.', ['12%', '4.5%', 'six months']],
    ['We saved $40,000, or £2m, over 90 days.', ['$40,000', '£2m', '90 days']],
    ['forty-two claims of 1,200 patients', ['forty-two claims', '1,200 patients']],
    ['It went from 40 minutes to 10 a shift, by a third.', ['40 minutes', '10 a shift', 'by a third']],
    ['My budget is 1.9 million; we cancelled 6 pumps.', ['1.9 million', '6 pumps']],
    ['One day, in 2023, on the 3rd, ward 7 was full.', []],
  ])('finds the numbers in %j', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });
});
