import { describe, expect, test } from 'vitest';
import { inline, quotation } from '../../src/report/markdown-text.ts';
import { personPages } from '../../src/report/pages.ts';
import { context, graded, HOSTILE, unread } from './made.ts';

describe('a text from a file', () => {
  test.each(HOSTILE)('makes no markup, case %#', (text) => {
    expect(inline(text)).not.toMatch(/<|(?<!\\)[`*_[\]|~]/);
    expect(inline(text)).not.toContain('\n');
  });

  test.each([
    ['# head', '> \\# head'],
    ['- item\n+ item', '> \\- item\n> \\+ item'],
    ['1. one\n2) two', '> &#49;. one\n> &#50;) two'],
    ['12. twelve', '> &#49;2. twelve'],
    ['2024 was hard.', '> 2024 was hard.'],
    ['one\n\ntwo', '> one\n>\n> two'],
    ['one\n===', '> one\n> \\==='],
  ])('%j is quoted letter for letter', (text, quoted) => {
    expect(quotation(text)).toBe(quoted);
  });
});

describe('pages', () => {
  const names = (...candidates: (string | null)[]) =>
    [
      ...personPages(
        candidates.map((candidate) => graded({ candidate })),
        context,
      ),
    ].map(({ name }) => name);

  test('one a person, named after them', () => {
    expect(names('Ana Lee', 'Zoë', 'Ana Lee', null)).toEqual(['ana-lee.md', 'zoë.md', 'no-name.md']);
  });

  test('two people of one name have two files', () => {
    expect(names('Ana', 'ana', 'ANA!')).toEqual(['ana.md', 'ana-2.md', 'ana-3.md']);
  });

  test.each(['../../etc/passwd', '/etc/passwd', '..', '.', '', '\0', 'CON', ' ', 'a/b\\c', 'x'.repeat(500)])(
    '%j leads nowhere else',
    (candidate) => {
      expect(names(candidate)[0]).toMatch(/^(?!con\.)[\p{L}\p{N}-]{1,70}\.md$/u);
    },
  );

  test('say which of the questions somebody left out', () => {
    const [ana, bo] = personPages(
      [
        graded({ candidate: 'Ana' }),
        graded({ candidate: 'Ana', question: 'revenue-cycle' }),
        graded({ candidate: 'Bo' }),
      ],
      context,
    );
    expect(ana!.text).not.toContain('No answer to');
    expect(bo!.text).toContain('No answer to: Title of revenue-cycle.');
  });

  test('hold what was said, shown and missed', () => {
    const [page] = personPages([graded({ mark: 4 }), unread()], context);
    for (const part of [
      '> We found the leak',
      'Pins down one leak',
      'Worked with others',
      'Say who.',
      'Marked 4',
    ]) {
      expect(page!.text).toContain(part);
    }
  });
});
