import { describe, expect, it } from 'vitest';
import { ACTOR, MOOD, PAST, readClauses } from '../../../src/grading/offline/clauses.ts';
import { readText } from '../../../src/grading/offline/tokens.ts';

/** What is read at the first token that is this word. */
function at(source: string, word: string) {
  const text = readText(source);
  const reading = readClauses(text);
  const i = text.tokens.findIndex((token) => token.text === word);
  if (i < 0) throw new Error(`no "${word}" in "${source}"`);
  return {
    negated: reading.negated[i] === 1,
    actor: reading.actor[i],
    mood: reading.mood[i],
    past: reading.past[i],
  };
}

describe('polarity', () => {
  it.each([
    ['We never measured it.', 'measured', true],
    ["We didn't measure the result.", 'measure', true],
    ['Nobody measured the result.', 'measured', true],
    ['We failed to measure it.', 'measure', true],
    ['I left without asking them.', 'asking', true],
    ['We did not fail to measure it.', 'measure', false],
    ['We not only measured it, we published it.', 'measured', false],
    ['We measured it, and nobody complained.', 'measured', false],
    ["It isn't that I'm burnt out.", 'burnt', true],
    ["I can't tell you that it worked.", 'worked', true],
    ["I don't know who did it but I fixed it.", 'fixed', false],
    ['The no-show rate fell.', 'rate', false],
    ['I would rather sit with them.', 'sit', false],
    ['I guessed rather than measured.', 'measured', true],
    ['I did not wait, I called the biller.', 'called', false],
    ['It was not the nurses but I fixed the template.', 'fixed', false],
  ])('%s (%s)', (source, word, negated) => expect(at(source, word).negated).toBe(negated));
});

describe('mood', () => {
  it.each([
    ['I would call the payer and appeal.', 'appeal', MOOD.plan],
    ["I'd start logging every denial.", 'logging', MOOD.plan],
    ["I'd logged every denial.", 'logged', MOOD.fact],
    ["I'd never applied for a grant.", 'applied', MOOD.fact],
    ['If I called the payer, they listened.', 'called', MOOD.plan],
    ['You should measure the result.', 'measure', MOOD.general],
    ['My manager said I fixed it.', 'fixed', MOOD.reported],
    ['I fixed it.', 'fixed', MOOD.fact],
    ['We are going to track it.', 'track', MOOD.plan],
  ])('%s (%s)', (source, word, mood) => expect(at(source, word).mood).toBe(mood));
});

describe('who', () => {
  it.each([
    ['I pulled the cases, read them and called the families.', 'called', ACTOR.me],
    ['We traced it to registration.', 'traced', ACTOR.us],
    ['The biller traced it to registration.', 'traced', ACTOR.other],
    ['They fixed it.', 'fixed', ACTOR.other],
    ['I fixed it and reported the figure.', 'reported', ACTOR.me],
    ['Counted for two weeks.', 'counted', ACTOR.me],
    ['I asked them and they agreed.', 'agreed', ACTOR.other],
    ['My lead tech and I logged each tray.', 'logged', ACTOR.me],
    ['Our team redesigned the form.', 'redesigned', ACTOR.us],
  ])('%s (%s)', (source, word, actor) => expect(at(source, word).actor).toBe(actor));
});

describe('past verbs', () => {
  it.each([
    ['I cut the list.', 'cut', PAST.deed],
    ['The claims were denied.', 'denied', PAST.passive],
    ['the denied claims', 'denied', PAST.no],
    ['Denied claims are common.', 'denied', PAST.no],
    ['I felt tired.', 'felt', PAST.state],
    ['I want to put it right.', 'put', PAST.no],
    ['She has reviewed it.', 'reviewed', PAST.deed],
  ])('%s (%s)', (source, word, past) => expect(at(source, word).past).toBe(past));
});
