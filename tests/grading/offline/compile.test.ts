import { describe, expect, it } from 'vitest';
import { knownRuns } from '../../../src/grading/copies.ts';
import { accepts } from '../../../src/grading/offline/accepts.ts';
import { compileRubric } from '../../../src/grading/offline/compile.ts';
import { evidenceOf } from '../../../src/grading/offline/evidence.ts';
import { gradeOffline, offlineGrader } from '../../../src/grading/offline/grader.ts';
import { firstFrom, sortInPlace } from '../../../src/grading/offline/hits.ts';
import { prepare, preparedName, revive } from '../../../src/grading/offline/prepared.ts';
import { readText } from '../../../src/grading/offline/tokens.ts';
import type { Rubric } from '../../../src/pack/schema.ts';
import { VERSION } from '../../../src/version.ts';
import { rubric as made } from '../../interview/made.ts';
import { QUESTIONS, rubricFor } from '../golden/rubric.ts';

const question = QUESTIONS[0]!;
const rubric = rubricFor(question);

describe('a rubric made ready', () => {
  const withSign = (words: Record<string, string[]>, sign: string): Rubric => ({
    ...made,
    words,
    criteria: [{ ...made.criteria[0]!, signs: [sign] }],
  });

  it.each([
    [withSign({}, '<nowhere>'), 'no list <nowhere>'],
    [withSign({}, '<constructor>'), 'no list <constructor>'],
    [withSign({ a: ['<b>'], b: ['so | <a> then'] }, '<a>'), 'the list <a> names itself'],
    [withSign({ a: ['<a>'] }, '<a>'), 'the list <a> names itself'],
    [withSign({ a: ['so | ab*'] }, '<a>'), '"ab*" in " ab*"'],
    [withSign({}, 'so + ab*'), '"ab*" in the sign "so + ab*"'],
  ])('%#: %s', (given, message) => expect(() => compileRubric(given, 'done')).toThrow(message));

  it('has signs that say how they are to be found', () => {
    const { criteria, flags } = compileRubric(
      {
        ...made,
        criteria: [
          {
            ...made.criteria[0]!,
            signs: [
              'so',
              { find: 'so + then', by: 'me', as: 'said', weak: true, unless: ['if'] },
              'so | never so',
              'so + nobody',
            ],
          },
        ],
      },
      'plan',
    );
    expect(criteria[0]!.map(({ terms, unless, ...rest }) => [terms.length, unless !== null, rest])).toEqual([
      [1, false, { by: 'anyone', as: 'plan', weak: false, negative: false }],
      [2, true, { by: 'me', as: 'said', weak: true, negative: false }],
      [1, false, { by: 'anyone', as: 'plan', weak: false, negative: true }],
      [2, false, { by: 'anyone', as: 'plan', weak: false, negative: true }],
    ]);
    expect(flags).toHaveLength(3);
  });

  it('takes its own list before a built-in one of the name, and the same list once', () => {
    const { lists } = compileRubric(withSign({ learnt: ['so'] }, '<learnt> + <learnt> | then'), 'done');
    expect(lists.filter((name) => name === 'learnt')).toHaveLength(1);
  });

  it('comes back from its bytes as it was', () => {
    const bytes = Buffer.from(prepare(rubric, question));
    const twin = structuredClone(rubric);
    expect(revive(bytes, twin)).toEqual(compileRubric(rubric, accepts(question)));
    expect(knownRuns(twin, question)).toEqual(knownRuns(rubric, question));
    expect(revive(bytes.subarray(0, 8).swap32(), rubric)).toBeNull();
  });

  it('goes by a name that its content and its question’s decide', () => {
    const name = preparedName(rubric, question);
    expect(name).toMatch(/^[0-9a-f]{32}\.bin$/);
    expect(preparedName(structuredClone(rubric), structuredClone(question))).toBe(name);
    expect(preparedName({ ...rubric, version: 9 }, question)).not.toBe(name);
    expect(preparedName(rubric, null)).not.toBe(name);
  });
});

describe('the grader', () => {
  it('signs with its name and version', async () => {
    const request = { question, rubric, answer: 'We fixed it.' };
    expect(gradeOffline(request).grader).toEqual({ name: 'offline', version: VERSION, model: null });
    expect(await offlineGrader(request)).toEqual(gradeOffline(request));
  });

  it('takes an example that is being checked for no copy', () => {
    const [, { answer }] = rubric.examples as [unknown, { answer: string }];
    expect(gradeOffline({ question, rubric, answer }).score).toBe(1);
    expect(gradeOffline({ question, rubric, answer, ownExample: true }).score).toBeGreaterThan(1);
  });
});

describe('evidence', () => {
  const quotes = (source: string, ...hits: [from: number, to: number][]) =>
    evidenceOf(
      hits.map(([from, to]) => ({ from, to })),
      readText(source),
    ).map(({ quote }) => quote);

  it('is the clause of a hit, each once', () => {
    const source = 'First we asked, then we counted. It fell.';
    expect(quotes(source, [1, 2], [2, 3], [5, 6], [8, 9])).toEqual([
      'First we asked',
      'then we counted',
      'It fell',
    ]);
  });

  it('reaches forty words to either side where there is no comma', () => {
    const words = Array.from({ length: 100 }, (_, i) => `w${String.fromCharCode(97 + (i % 26))}`);
    const [quote] = quotes(words.join(' '), [50, 51]);
    expect(quote!.split(' ')).toHaveLength(82);
    expect(quotes(words.slice(0, 20).join(' '), [10, 11])[0]!.split(' ')).toHaveLength(20);
  });
});

describe('hits', () => {
  it('are found by where they start', () => {
    const hits = [1, 3, 3, 7].map((from) => ({ from, to: from + 1 }));
    expect([0, 1, 2, 3, 4, 7, 8].map((at) => firstFrom(hits, at))).toEqual([0, 0, 1, 1, 3, 3, 4]);
    expect(firstFrom([], 3)).toBe(0);
  });

  it.each([0, 1, 2, 5, 31, 32, 33, 100])('are sorted, and equal ones keep their order: %i', (length) => {
    const list = Array.from({ length }, (_, i) => ({ key: (i * 7919) % 5, i }));
    const expected = list.toSorted((a, b) => a.key - b.key || a.i - b.i);
    const sorted = sortInPlace(list, (a, b) => a.key - b.key);
    expect(sorted).toBe(list);
    expect(sorted).toEqual(expected);
  });
});
