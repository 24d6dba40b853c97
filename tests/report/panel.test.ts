import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import type { Panel } from '../../src/interview/panel.ts';
import { panelLines } from '../../src/report/panel.ts';
import { asked, assessment } from '../interview/made.ts';

const same = (text: string) => text;
const layout = { width: 79, palette: { bold: same, dim: same, good: same, worry: same } };

it('fits a screen of 80 by 24 for eight questions and the closing round, whatever they are called', () => {
  const nasty = `${'A very long title of a question '.repeat(3)}\u001b[2J`;
  const flags = ['blames-others', 'improper-billing'].map((id) => ({
    id,
    severity: 'major' as const,
    evidence: [],
  }));
  const questions = Array.from({ length: 9 }, (_, place) => ({
    place,
    asked: { ...asked('a'), title: nasty },
    assessment:
      place === 8
        ? null
        : assessment({ score: 2, redFlags: flags, advice: [{ about: 'x', text: 'Say how many.' }] }),
  }));
  const panel: Panel = {
    questions,
    themes: ['one', 'two', 'three', 'four'].map((theme) => ({ theme, mean: 2, places: [0, 1] })),
    repeats: [{ first: 0, second: 3, shared: ['Lakeside', 'Jonas', 'Tuesday'] }],
    first: questions
      .slice(0, 2)
      .map(({ place, asked, assessment }) => ({ place, asked, assessment: assessment! })),
  };
  const lines = panelLines(panel, layout);
  expect(lines.length).toBeLessThanOrEqual(22);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(79);
  expect(lines.join('\n')).not.toContain('\u001b');
  expect(lines.filter((line) => line.includes('not answered'))).toHaveLength(1);
});
