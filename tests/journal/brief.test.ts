import { describe, expect, it } from 'vitest';
import type { Assessment, Grader, Score } from '../../src/grading/assessment.ts';
import { briefOf } from '../../src/journal/brief.ts';
import type { Attempt } from '../../src/journal/history.ts';
import { numbersIn } from '../../src/journal/numbers-in.ts';
import { storiesIn, type Told } from '../../src/journal/told-stories.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Question } from '../../src/pack/schema.ts';
import { assessment, question, rubric } from '../interview/made.ts';

const questions = ['a', 'b', 'c'].map(question);
const pack: Pack = { dir: 'made', questions, rubrics: new Map(['a', 'b', 'c'].map((id) => [id, rubric])) };
const weak: Grader = async () => assessment({ score: 2 });

const attempt = (id: string | null, text: string, read: Assessment | null): Attempt => ({
  session: 's',
  at: '2026-01-01T00:00:00Z',
  question: id,
  prompt: 'p',
  text,
  seconds: 1,
  self: null,
  assessment: read,
});
const read = (text: string, exact: number) => ({
  ...assessment({ answer: text, score: Math.round(exact) as Score }),
  exact,
});
const brief = (...attempts: Attempt[]) => briefOf(attempts, pack, weak);

describe('the best answer to a question', () => {
  it('is the one with the highest exact score, and of equal ones the latest', async () => {
    const said = (text: string, exact: number) => attempt('a', text, read(text, exact));
    const numbersOf = async (...attempts: Attempt[]) =>
      (await brief(...attempts)).questions[0]?.best?.numbers;
    expect(await numbersOf(said('by 3%', 3.1), said('by 4%', 3.4), said('by 5%', 3.2))).toEqual(['4%']);
    expect(await numbersOf(said('by 3%', 3.1), said('by 4%', 3.1))).toEqual(['4%']);
  });

  it('is by the score where there is nothing finer', async () => {
    const bare = (text: string, score: Score) =>
      attempt('a', text, { ...assessment({ answer: text, score }), exact: null });
    const { questions } = await brief(bare('by 3%', 5), bare('by 4%', 4));
    expect(questions[0]?.best?.numbers).toEqual(['3%']);
  });

  it('leaves out what was never graded, and what answers no question of the pack', async () => {
    const { questions, stories } = await brief(
      attempt('a', 'not graded', null),
      attempt('a', 'not scored', { ...assessment(), score: null }),
      attempt(null, 'my own question', assessment({ score: 5 })),
      attempt('gone', 'gone since', assessment({ score: 5 })),
    );
    expect(questions.map(({ best }) => best)).toEqual([null, null, null]);
    expect(stories).toEqual([]);
  });

  it('says what it lacks, and is worth taking along from 3 on', async () => {
    const advice = [{ about: 'x', text: 'Say more.' }];
    const of = async (score: Score) =>
      await brief(attempt('a', 'by 3%', assessment({ answer: 'by 3%', score, advice })));
    expect((await of(3)).questions[0]?.best).toEqual({
      score: 3,
      ready: true,
      lines: [],
      numbers: ['3%'],
      weak: ['Say more.'],
    });
    expect((await of(3)).stories).toHaveLength(1);
    expect((await of(2)).questions[0]?.best).toEqual({
      score: 2,
      ready: false,
      lines: [],
      numbers: [],
      weak: ['Say more.'],
    });
    expect((await of(2)).stories).toEqual([]);
  });
});

describe('questions to the panel', () => {
  const ask = (text: string, exact: number) => attempt('closing', text, read(text, exact));

  it('are the five best, each once, best first', async () => {
    const { toAsk } = await brief(
      ask('q3', 3.3),
      ask('q4', 4),
      ask('q3', 3.1),
      ask('q2', 2.4),
      ask('q5', 5),
      ask('r3', 3),
      ask('s3', 3.2),
      ask('t3', 2.9),
      attempt('a', 'an answer', assessment({ score: 5 })),
    );
    expect(toAsk).toEqual(['q5', 'q4', 'q3', 's3', 'r3']);
  });
});

describe('the line for each part', () => {
  const text =
    'It was May.  I counted trays. I rang them!\n• - It fell by half. It fell to 4. They were glad? Good.';
  const span = (quote: string) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, quote };
  };
  const lines = async (over: (read: Assessment) => void) => {
    const read = assessment({ answer: text, score: 4, star: 2 });
    over(read);
    return (await brief(attempt('a', text, read))).questions[0]?.best?.lines;
  };

  it('is the sentence or the line it stands in, bullets and spaces left out', async () => {
    expect(
      await lines(({ star }) => {
        star.situation.evidence = [span('May')];
        star.task.evidence = [span('rang')];
        star.action.evidence = [span('counted')];
        star.result.evidence = [span('by half')];
      }),
    ).toEqual([
      { part: 'situation', quote: 'It was May.' },
      { part: 'task', quote: 'I rang them!' },
      { part: 'action', quote: 'I counted trays.' },
      { part: 'result', quote: 'It fell by half.' },
    ]);
  });

  it('is the result with a figure, unless another has landed', async () => {
    const results = [span('fell by half'), span('fell to 4'), span('They were glad')];
    expect(await lines(({ star }) => (star.result.evidence = results))).toEqual([
      { part: 'result', quote: 'It fell to 4.' },
    ]);
    expect(
      await lines((read) => {
        read.star.result.evidence = results;
        read.criteria[0] = { id: 'x', met: true, evidence: [span('They'), span('Good')] };
        read.criteria[1] = { id: 'y', met: false, evidence: [span('by half')] };
      }),
    ).toEqual([{ part: 'result', quote: 'They were glad?' }]);
  });

  it('is the first of an action, figure or not, and what landed before it', async () => {
    const deeds = [span('counted'), span('fell to 4')];
    expect(await lines(({ star }) => (star.action.evidence = deeds))).toEqual([
      { part: 'action', quote: 'I counted trays.' },
    ]);
    expect(
      await lines((read) => {
        read.star.action.evidence = deeds;
        read.criteria[0] = { id: 'x', met: true, evidence: [span('to 4')] };
      }),
    ).toEqual([{ part: 'action', quote: 'It fell to 4.' }]);
  });

  it('is used once, by the part that comes latest in telling what matters', async () => {
    expect(
      await lines(({ star }) => {
        star.action.evidence = [span('fell by half'), span('rang')];
        star.result.evidence = [span('by half')];
        star.situation.evidence = [span('I rang')];
      }),
    ).toEqual([
      { part: 'action', quote: 'I rang them!' },
      { part: 'result', quote: 'It fell by half.' },
    ]);
  });

  it('is none that would worry a panel; what only touches it may stand', async () => {
    const worrying = (...quotes: string[]) =>
      lines((read) => {
        read.star.action.evidence = [span('counted trays')];
        read.redFlags = [{ id: 'x', severity: 'minor', evidence: quotes.map(span) }];
      });
    expect(await worrying('trays. I')).toEqual([]);
    expect(await worrying('Good', 'I counted')).toEqual([]);
    expect(await worrying('. I rang')).toEqual([{ part: 'action', quote: 'I counted trays.' }]);
    expect(await worrying('May.  I ')).toEqual([{ part: 'action', quote: 'I counted trays.' }]);
  });
});

describe('numbers to remember', () => {
  it('are at most six, stretches of the calendar going first', () => {
    const six = 'We took 3 days, 4 weeks, 12 beds, 13 beds, 14 beds and 15 beds.';
    expect(numbersIn(six)).toEqual(['3 days', '4 weeks', '12 beds', '13 beds', '14 beds', '15 beds']);
    expect(numbersIn(`In 2 Months. ${six} Then 16 beds.`)).toEqual([
      '2 Months',
      '12 beds',
      '13 beds',
      '14 beds',
      '15 beds',
      '16 beds',
    ]);
  });

  it('are each named once, with one space', () => {
    expect(numbersIn('12\n beds, then 12 beds, then $40,000, and 5%.')).toEqual(['12 beds', '$40,000', '5%']);
  });
});

describe('a story', () => {
  const told = (id: string, text: string, kind: Question['kind'] = 'behavioural'): Told => ({
    question: { ...questions.find((one) => one.id === id)!, kind },
    text,
  });
  const stories = (
    all: Told[],
    scores: [string, number][],
    grader: Grader,
    kinds: Question['kind'][] = [],
  ) => {
    const asked = questions.map(
      (one, i) =>
        all.find(({ question }) => question.id === one.id)?.question ?? {
          ...one,
          kind: kinds[i] ?? one.kind,
        },
    );
    return storiesIn(all, new Map(scores), { ...pack, questions: asked }, grader);
  };
  const lakeside = 'At Lakeside, Jonas and I pulled ninety MRI claims every Tuesday.';
  const harbour = 'At Harbour, Petra and I timed seventy infusion chairs every Friday.';
  const strong: Grader = async ({ answer }) => assessment({ answer, score: 4 });

  it('told twice is one; others stay apart', async () => {
    const found = await stories(
      [told('a', lakeside), told('b', harbour), told('c', `${lakeside} Again.`)],
      [],
      weak,
    );
    expect(found.map(({ text, told }) => [text, told.map(({ id }) => id)])).toEqual([
      [lakeside, ['a', 'c']],
      [harbour, ['b']],
    ]);
  });

  it('serves a question without a strong answer for which it would be one', async () => {
    const asked: unknown[] = [];
    const grader: Grader = async (request) => {
      asked.push([request.question?.id, request.rubric === rubric, request.answer]);
      return assessment({ score: request.question?.id === 'b' ? 4 : 3 });
    };
    const found = await stories([told('a', lakeside)], [['a', 4]], grader);
    expect(found[0]?.also).toEqual([{ question: questions[1], score: 4 }]);
    expect(asked).toEqual([
      ['b', true, lakeside],
      ['c', true, lakeside],
    ]);
    expect(
      (
        await stories(
          [told('a', lakeside)],
          [
            ['b', 4],
            ['c', 3],
          ],
          strong,
        )
      )[0]?.also.map((one) => one.question.id),
    ).toEqual(['c']);
  });

  it('is asked for by behavioural and experience questions alone, and told for one', async () => {
    const also = async (all: Told[], kinds: Question['kind'][]) =>
      (await stories(all, [], strong, kinds))[0]?.also.map(({ question }) => question.id);
    expect(await also([told('a', lakeside)], ['behavioural', 'situational', 'experience'])).toEqual(['c']);
    expect(
      await also([told('a', lakeside, 'motivation')], ['motivation', 'behavioural', 'experience']),
    ).toEqual([]);
    expect(
      await also(
        [told('a', lakeside, 'motivation'), told('b', lakeside)],
        ['motivation', 'behavioural', 'experience'],
      ),
    ).toEqual(['c']);
  });

  it('that cannot be read serves nothing', async () => {
    const unread: Grader = async () => ({ ...assessment(), score: null });
    expect((await stories([told('a', lakeside)], [], unread))[0]?.also).toEqual([]);
  });
});
