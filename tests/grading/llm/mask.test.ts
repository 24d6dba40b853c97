import { describe, expect, it } from 'vitest';
import { mask } from '../../../src/grading/llm/mask.ts';

/** Masked stretches stand between brackets in what is expected. */
const masked = (marked: string, names: string[] = []) => {
  const typed = marked.replace(/[[\]]/g, '');
  const expected = marked.replace(/\[([^\]]*)\]/g, (_, hidden: string) => hidden.replace(/\S/g, '█'));
  expect(mask(typed, names)).toBe(expected);
  expect(mask(typed, names)).toHaveLength(typed.length);
};

describe('mask', () => {
  it.each([
    'write to [jane.o-neil@st-mary.org.uk], please',
    'look at [https://intranet.example.org/a?b=c#d] or [www.example.com] or [wards.example.org/rota]',
    'ring [(555) 123-4567], [555.123.4567 x12], [5551234567] or [+1 555 123 4567]',
    'ring [+44 20 7946 0958], [020 7946 0958] or [07700 900123]',
    'my cell is [555-1234], page me on pager [4471]',
    'her SSN is [123-45-6789], ssn: [123456789]',
    'MRN [0045512], MRN: [A12-4455], NPI [1093817465]',
    'chart #[99812], claim number [12-8891], member ID [XQ99812], patient no. [44718]',
    'account 12: paid, batch [0012345678]',
    'born on [March 4, 1962], born [4 March 1962], DOB [3/4/62], date of birth: [1962-03-04], born in [1962]',
    'seen on [04/12/1971], admitted 04/12/2021, her birthday is [12 May]',
  ])('hides what identifies people: %s', (marked) => masked(marked));

  it.each([
    'A/R went from 62 to 41 days, denials from 18% to 5%, $1,200,000 a year, £15k, 3.5x, 1,200-1,500 claims',
    'we saved $12000000 in 2023-2024, on 340 of 1200 visits, at 7:15, in room 4, on 12/03/2024',
    'CPT 96413, ICD-10 C50.911, 42 CFR 411.357, the 30-day readmissions, HCC 85, a 5-star rating',
    'I called 2000 patients, text 12 of them, and the newborn in 2023 was fine',
    'the case was 4 hours long and claim 2 was paid; patients: 120; policy no longer applied',
  ])('leaves figures, codes and dates of work alone: %s', (typed) => masked(typed));

  it('hides the names it is given, however they are written', () => {
    masked('[Maria Lopez] and [maria   lopez]’s team, [José], [JOSE\u0301]; Joseph and Mariana stay', [
      'Maria Lopez',
      'José',
    ]);
  });

  it('hides nothing for a blank name', () => masked('all of this stays', ['', '  ']));

  it('takes time that grows with the text, whatever is in it', () => {
    const texts = [
      '1-',
      'a.',
      '9',
      ' 123 456',
      'a',
      'born ',
      'www.',
      'claim number ',
      '+1',
      'January 1',
      'a@',
    ];
    for (const text of texts) {
      const long = text.repeat(100_000 / text.length);
      const began = process.cpuUsage();
      mask(long, ['a a', '9']);
      // Of the processor's time, whatever else it has to do.
      expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
    }
  });
});
