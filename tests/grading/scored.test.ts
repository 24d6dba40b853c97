import { expect, it } from 'vitest';
import { rubricHash, sha256 } from '../../src/grading/hash.ts';
import { scored } from '../../src/grading/scored.ts';
import { NO_STAR } from '../../src/grading/unscored.ts';
import { question, rubric } from '../interview/made.ts';

const span = { start: 0, end: 2, quote: 'We' };
const grader = { name: 'made', version: '1', model: null };
const result = {
  verdict: { score: 3, exact: 3.1, label: 'adequate' } as const,
  star: NO_STAR(),
  criteria: [
    { id: 'problem-framed', weight: 1, level: 2, evidence: [span] } as const,
    { id: 'own-steps', weight: 1, level: 1, evidence: [span] } as const,
    { id: 'measured-result', weight: 1, level: 0, evidence: [] } as const,
  ].map((one) => ({ ...one, evidence: [...one.evidence] })),
  redFlags: [{ id: 'minor-flag', severity: 'minor' as const, evidence: [span] }],
  copied: null,
  grader,
};

it('is the verdict with what it rests on: only what is clear is met and keeps its evidence', () => {
  expect(scored({ question: question('asked'), rubric, answer: 'We did.' }, result)).toEqual({
    id: '',
    candidate: null,
    question: 'asked',
    status: 'scored',
    reason: null,
    score: 3,
    exact: 3.1,
    label: 'adequate',
    star: NO_STAR(),
    criteria: [
      { id: 'problem-framed', met: true, evidence: [span] },
      { id: 'own-steps', met: false, evidence: [] },
      { id: 'measured-result', met: false, evidence: [] },
    ],
    redFlags: result.redFlags,
    advice: [
      { about: 'minor-flag', text: 'Instead of minor.' },
      { about: 'own-steps', text: 'Tip for own-steps.' },
    ],
    followUp: 'What about own-steps?',
    words: 2,
    answerHash: sha256('We did.'),
    grader,
    rubric: { version: 1, hash: rubricHash(rubric) },
    mark: null,
    extra: {},
  });
});

it('goes under the rubric’s name where the question is one’s own, and says what was copied', () => {
  const graded = scored({ question: null, rubric, answer: 'We did.' }, { ...result, copied: 'strong' });
  expect(graded.question).toBe('made');
  expect(graded.advice.map(({ about }) => about)).toEqual(['example', 'minor-flag']);
});
