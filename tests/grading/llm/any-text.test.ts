import { expect, it } from 'vitest';
import { fold } from '../../../src/grading/llm/fold.ts';
import { mask } from '../../../src/grading/llm/mask.ts';
import { quoteFinder } from '../../../src/grading/llm/quotes.ts';
import { checkReply } from '../../../src/grading/llm/reply.ts';
import { toSent } from '../../../src/grading/llm/sent.ts';
import { careful, request, rubric } from './made.ts';
import { seeded } from './random-faults.ts';

const SEED = 11;
const CASES = 1500;
const PIECES = [
  ...'aeéİßﬁ½ǆ  \n\t\r.,;"\'’“”…-—🙂日',
  'e\u0301',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\u0000',
  '\u001b[31m',
  '\ud83d',
  '\udc4d',
  '█',
  '555-123-4567',
  'me@x.org',
  ' I ',
  ' denials ',
  ' Maria ',
  'born 1962',
  'MRN 00123',
  '{"star":',
  '"quotes":["',
  '}',
  '[',
  '\\',
  '__proto__',
  '```',
  '</think>',
];

const random = seeded(SEED);
const any = (length: number) =>
  Array.from(
    { length: Math.floor(random() * length) },
    () => PIECES[Math.floor(random() * PIECES.length)],
  ).join('');

it(`${CASES} texts of any kind are masked in place, and whatever is quoted of them is found where it stands`, () => {
  let found = 0;
  for (let i = 0; i < CASES; i++) {
    const typed = any(60);
    expect(mask(typed, ['Maria'])).toHaveLength(typed.length);
    const { text, starts, ends } = fold(typed);
    expect([starts.length, ends.length]).toEqual([text.length, text.length]);
    const sent = toSent({ ...request, answer: typed }, { model: 'm', redact: ['Maria'] }).request.answer;
    expect(sent).toHaveLength(typed.length);
    const find = quoteFinder(sent, request);
    const from = Math.floor(random() * sent.length);
    const span = find(sent.slice(from, from + Math.floor(random() * 30)));
    if (span === null) continue;
    found++;
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeGreaterThan(span[0]);
    expect(span[1]).toBeLessThanOrEqual(typed.length);
    // What was found reads, when looked up again, as what stands at the first place where it is said.
    expect(find(sent.slice(...span))).toEqual(span);
  }
  expect(found).toBeGreaterThan(CASES / 20);
});

it(`${CASES} replies of any kind are a reply or have problems`, () => {
  for (let i = 0; i < CASES; i++) {
    const at = Math.floor(random() * careful.length);
    const text =
      random() < 0.5 ? any(60) : careful.slice(0, at) + any(4) + careful.slice(at + Math.floor(random() * 3));
    const checked = checkReply(text, rubric);
    if ('reply' in checked)
      expect(Object.keys(checked.reply)).toEqual(['star', 'criteria', 'red_flags', 'substance']);
    else expect(checked.problems.length).toBeGreaterThan(0);
  }
});
