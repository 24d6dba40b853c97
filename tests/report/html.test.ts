import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { html } from '../../src/report/html.ts';
import { markedAnswer } from '../../src/report/html-marked.ts';
import { ANSWER, assessment, graded, HOSTILE, span, unread, written } from './made.ts';

const page = (candidate = 'Ana') =>
  written(html, [graded({ candidate, mark: 4 }), graded({ score: 5 }), unread()]);

describe('the page', () => {
  test('lets only its own style and script act, and loads nothing', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page())?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('unsafe');
    for (const tag of ['style', 'script']) {
      const parts = [...page().matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))];
      expect(parts).toHaveLength(1);
      const hash = createHash('sha256').update(parts[0]![1]!).digest('base64');
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(page()).not.toMatch(/\s(?:style|src|on\w+)=|https?:/);
  });

  test.each(HOSTILE)('shows hostile text %# as text', (text) => {
    const tags = (source: string) => source.match(/<[a-z!/][^>]*>/gi)?.length;
    expect(tags(page(text))).toBe(tags(page('Bo')));
  });

  test('every link leads to a place on the page, and no place is there twice', () => {
    const ids = [...page().matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page().matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(4);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a marked answer', () => {
  const bare = (markup: string) => markup.replace(/<sup>[^<]*<\/sup>|<[^>]*>/g, '');

  test('holds the whole answer, however stretches overlap', () => {
    const changed = assessment({
      criteria: [
        { id: 'leak-found', met: true, evidence: [span(0, 20), span(10, 30)] },
        { id: 'partnered', met: true, evidence: [span(10, 15)] },
      ],
      redFlags: [{ id: 'not-my-job', severity: 'major', evidence: [span(0, ANSWER.length)] }],
    });
    const { markup } = markedAnswer(ANSWER, changed);
    expect(bare(markup)).toBe(ANSWER);
    expect(markup.match(/<mark class="flag shown">/g)).toHaveLength(4);
    expect(markup.match(/<sup>1 2<\/sup>/g)).toHaveLength(1);
  });

  test('shows nothing for criteria that are not met and parts that are missing', () => {
    const nothing = assessment({
      criteria: [{ id: 'leak-found', met: false, evidence: [span(0, 5)] }],
      redFlags: [],
    });
    expect(markedAnswer(ANSWER, nothing).markup).toBe(ANSWER);
  });
});
