import { expect, test } from 'vitest';
import { anonymise } from '../../src/report/anonymise.ts';
import { graded, unread } from './made.ts';

test('nothing says who it was, and one person keeps one code', () => {
  const extra = { email: 'ana@x.org', mark_reason: 'Ana rushed this' };
  const first = anonymise(graded({ id: 'ana.compliance.md#1', extra, mark: 2 }), 'ana.compliance.md:1');
  const second = anonymise(graded({ id: 'a-2' }), 'b.jsonl:2');
  const other = anonymise(graded({ candidate: 'Bo' }), 'b.jsonl:3');
  expect(JSON.stringify(first.assessment).toLowerCase()).not.toContain('ana');
  expect(first.assessment.candidate).toMatch(/^c-[0-9a-f]{8}$/);
  expect(second.assessment.candidate).toBe(first.assessment.candidate);
  expect(other.assessment.candidate).not.toBe(first.assessment.candidate);
  expect(new Set([first, second, other].map(({ assessment }) => assessment.id)).size).toBe(3);
  expect(first.assessment.mark).toBe(2);
});

test('reasons lose the name of the file', () => {
  const one = unread();
  expect(anonymise(one, 'b:2').assessment.reason).toEqual({ code: 'bad-record', message: 'not JSON' });
  expect(anonymise(one, 'b:2').assessment.candidate).toBeNull();
});
