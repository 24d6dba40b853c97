import { describe, expect, it } from 'vitest';
import { formsInSign, formsOf, isPastForm, spellings } from '../../../src/grading/offline/forms.ts';

describe('the forms of a word', () => {
  it.each([
    ['claim', 'claim claims claimed claiming'],
    ['deny', 'deny denies denied denying'],
    ['play', 'play plays played playing'],
    ['pass', 'pass passes passed passing'],
    ['fix', 'fix fixes fixed fixing'],
    ['buzz', 'buzz buzzes buzzed buzzing'],
    ['match', 'match matches matched matching'],
    ['push', 'push pushes pushed pushing'],
    ['trace', 'trace traces traced tracing'],
    ['plan', 'plan plans planed planing planned planning'],
    ['help', 'help helps helped helping'],
    ['treat', 'treat treats treated treating'],
    ['audit', 'audit audits audited auditing'],
    ['find', 'find finds finded finding found'],
    ['go', 'go gos goes went gone going'],
    ['wife', 'wife wifes wifed wifing wives'],
    ['organise', 'organise organises organised organising organize organizes organized organizing'],
    ['analyse', 'analyse analyses analysed analysing analyze analyzes analyzed analyzing'],
    ['labour', 'labour labours laboured labouring labor labors labored laboring'],
  ])('%s', (word, forms) => expect(formsOf(word).sort()).toEqual(forms.split(' ').sort()));
});

describe('the other spelling', () => {
  it.each([
    ['organised', 'organized'],
    ['organizations', 'organisations'],
    ['colouring', 'coloring'],
    ['behaviour', 'behavior'],
    ['favourable', 'favorable'],
    ['analysing', 'analyzing'],
    ['centre', 'center'],
    ['centres', 'centers'],
    ['center', null],
    ['our', null],
    ['hours', null],
    ['hour', null],
    ['is', null],
    ['claim', null],
  ])('of %s: %s', (word, other) => expect(spellings(word)).toEqual(other === null ? [word] : [word, other]));
});

describe('in a sign stands', () => {
  it.each([
    ['find', ['find', 'finds', 'finded', 'finding', 'found']],
    ['denied', ['denied']],
    ['organised', ['organised', 'organized']],
    ['billing', ['billing']],
    ['asking', ['asking']],
    ['bring', ['bring', 'brings', 'bringed', 'bringing', 'brought']],
    ['king', ['king', 'kings', 'kinged', 'kinging']],
  ])('%s', (word, forms) => expect(formsInSign(word).sort()).toEqual(forms.sort()));
});

describe('past forms', () => {
  it.each('denied used owed ran was were had done found cut put read quit began shown fed'.split(' '))(
    '%s',
    (word) => expect(isPastForm(word)).toBe(word !== 'done'),
  );
  it.each(
    'deny indeed hundred speed red bed is are being has gone child men ring running dogs need'.split(' '),
  )('not %s', (word) => expect(isPastForm(word)).toBe(false));
});
