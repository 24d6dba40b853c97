import { describe, expect, test } from 'vitest';
import { isBad } from '../../src/answers/record.ts';
import { file, read } from './reading.ts';

describe('one answer a row', () => {
  test('columns in any order and case, further ones carried along', async () => {
    const text = 'Mark,team,ANSWER, Candidate ,question\n4,red,"We ""audit"",\nyearly",Ana,compliance\n';
    const { answers } = await read([file('a.csv', text)]);
    expect(answers).toMatchObject([
      {
        candidate: 'Ana',
        question: 'compliance',
        answer: 'We "audit",\nyearly',
        mark: 4,
        extra: { team: 'red' },
      },
    ]);
  });

  test('a column that is called otherwise and says who it was', async () => {
    const text = 'Full name,question,answer\nAna Lee,compliance,We audit.\n';
    const { answers } = await read([file('a.csv', text)]);
    expect(answers).toMatchObject([{ candidate: 'Ana Lee', extra: {} }]);
  });

  test.each([['\n'], ['\r\n']])('names the line a row starts on (%j)', async (end) => {
    const rows = ['question,answer', `compliance,"two${end}lines"`, '', 'compliance,next', 'compliance,last'];
    const { answers } = await read([file('a.csv', rows.join(end))]);
    expect(answers.map(({ where }) => where.line)).toEqual([2, 5, 6]);
  });

  test('semicolons in .csv and tabs in .tsv', async () => {
    const semi = await read([file('a.csv', 'question;answer\ncompliance;yes, we do\n')]);
    const tabs = await read([file('a.tsv', 'question\tanswer\ncompliance\tyes, we do\n')]);
    expect([semi, tabs].map(({ answers }) => answers[0]?.answer)).toEqual(['yes, we do', 'yes, we do']);
  });

  test('a row with more cells than the table has columns is a bad record', async () => {
    const { records } = await read([
      file('a.csv', 'question,answer\ncompliance,yes, we do\ncompliance,ok\n'),
    ]);
    expect(records.map(isBad)).toEqual([true, false]);
    expect(records[0]!.where.line).toBe(2);
  });

  test('a quote that is never closed ends the file and names its line', async () => {
    const path = file('a.csv', 'question,answer\ncompliance,ok\ncompliance,"open\ncompliance,lost\n');
    const { answers, faults } = await read([path]);
    expect(answers.map(({ answer }) => answer)).toEqual(['ok']);
    expect(faults).toEqual([expect.stringContaining(`${path}:3: `)]);
  });

  test.each([
    ['no rows', 'question,answer\n'],
    ['no columns that are needed', 'name,reply\nAna,We audit.\n'],
    ['no question', 'name,answer\nAna,We audit.\n'],
    ['a column twice', 'question,answer,answer\ncompliance,a,b\n'],
    ['nothing', ''],
  ])('%s is the fault of the file', async (_, text) => {
    const { records, faults } = await read([file('a.csv', text)]);
    expect(records).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  test('--question stands in for the column', async () => {
    const { answers } = await read([file('a.csv', 'answer\nWe audit.\n')], { question: 'compliance' });
    expect(answers.map(({ question }) => question)).toEqual(['compliance']);
  });
});

describe('one candidate a row', () => {
  test('columns by wording, title or id; blank cells are no answers', async () => {
    const text = [
      'Timestamp,Email Address,"How do you stay compliant, and what’s your view of it? ",2. REVENUE CYCLE',
      '1 May,a@b.c,We audit.,',
      '2 May,d@e.f,I read.,We bill.',
    ].join('\n');
    const { answers } = await read([file('a.csv', text)]);
    expect(answers.map(({ candidate, question, answer }) => [candidate, question, answer])).toEqual([
      ['a@b.c', 'compliance', 'We audit.'],
      ['d@e.f', 'compliance', 'I read.'],
      ['d@e.f', 'revenue-cycle', 'We bill.'],
    ]);
    expect(answers.map(({ extra }) => extra.Timestamp)).toEqual(['1 May', '2 May', '2 May']);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(3);
  });

  test('a row id names the person and is told apart by question', async () => {
    const { answers } = await read([file('a.csv', 'id,compliance,How do you get paid\np1,a,b\n')]);
    expect(answers.map(({ id, candidate }) => [id, candidate])).toEqual([
      ['p1/compliance', 'p1'],
      ['p1/revenue-cycle', 'p1'],
    ]);
  });

  test('first and last name make one', async () => {
    const text = 'Surname,Email,First name,compliance\nLee,a@b.c,Ana,We audit.\n';
    const { answers } = await read([file('a.csv', text)]);
    expect(answers.map(({ candidate, extra }) => [candidate, extra])).toEqual([
      ['Ana Lee', { Email: 'a@b.c' }],
    ]);
  });

  test.each([
    'Candidate name',
    'What is your name?',
    'Your full name *',
    'First and last name',
    'E-mail',
    'Student',
  ])('%j says who it was', async (header) => {
    const { answers } = await read([file('a.csv', `When,${header},compliance\n1 May,Ana,We audit.\n`)]);
    expect(answers.map(({ candidate }) => candidate)).toEqual(['Ana']);
  });

  test.each([
    'revenue_cycle',
    'Revenue Cycle',
    'Tell me about payers (three minutes)',
    'How do you get paid? *',
  ])('%j is a question', async (header) => {
    const { answers } = await read([file('a.csv', `name,"${header}"\nAna,We bill.\n`)]);
    expect(answers.map(({ question }) => question)).toEqual(['revenue-cycle']);
  });

  test('a column of long texts that is no question is told of, once', async () => {
    const text = `name,compliance,Tell us about payors,Consent\n${`Ana,We audit.,${'long '.repeat(80)},yes\n`.repeat(2)}`;
    const { answers, notes } = await read([file('a.csv', text)]);
    expect(answers).toHaveLength(2);
    expect(notes).toEqual([expect.stringContaining('"Tell us about payors"')]);
  });

  test('without any name the row is the person', async () => {
    const { answers } = await read([file('a.csv', 'compliance,revenue-cycle\na,b\nc,d\n')]);
    expect(new Set(answers.map(({ candidate }) => candidate)).size).toBe(2);
  });
});
