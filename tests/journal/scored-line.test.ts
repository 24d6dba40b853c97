import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradeOffline } from '../../src/grading/offline/grader.ts';
import { openJournal } from '../../src/journal/append.ts';
import { withMarks } from '../../src/journal/progress.ts';
import { type Damage, readLines } from '../../src/journal/read.ts';
import { scoredLine } from '../../src/journal/scored-line.ts';
import { loadPack } from '../../src/pack/load.ts';

const pack = await loadPack();
const graded = [...pack.rubrics.values()].flatMap((rubric) =>
  rubric.examples.map(({ answer }) => {
    const question = pack.questions.find(({ id }) => id === rubric.question) ?? null;
    return gradeOffline({ question, rubric, answer, ownExample: true });
  }),
);

/** Lines as practice writes them. */
function written(): string[] {
  const home = mkdtempSync(join(tmpdir(), 'greenroom-scored-'));
  try {
    const journal = openJournal(home, 's-1');
    for (const [number, assessment] of graded.entries())
      journal.append({ event: 'scored', answer: `s-1-${number}`, assessment });
    journal.close();
    return readFileSync(journal.file, 'utf8').trim().split('\n');
  } finally {
    rmSync(home, { recursive: true });
  }
}
const lines = written();

/** What progress sees of a line, and the damage told of. */
function seen(line: string, glance: typeof scoredLine | undefined): unknown {
  const damage: Damage[] = [];
  return [[...withMarks(readLines([line], damage, glance))], damage];
}

describe('the line of a scored answer', () => {
  it('is read at a glance as it is when parsed, whatever the offline grader finds', () => {
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) {
      expect(scoredLine(line)).not.toBeNull();
      expect(seen(line, scoredLine)).toEqual(seen(line, undefined));
    }
    const flagged = lines.map((line) => scoredLine(line)!.assessment.redFlags.length);
    expect(Math.max(...flagged)).toBeGreaterThan(0);
  });

  it('is read the same with any one character taken away, doubled or another', () => {
    const line = [...lines]
      .filter((one) => /"redFlags":\[\{/.test(one) && /"quote":"/.test(one))
      .sort((a, b) => a.length - b.length)[0]!;
    for (let at = 0; at < line.length; at++) {
      const [before, after] = [line.slice(0, at), line.slice(at + 1)];
      for (const other of ['', line[at]! + line[at], '"', '\\', ',', ']', '}', '7', ' ', '\t', 'e']) {
        const changed = before + other + after;
        const told = scoredLine(changed);
        if (told !== null) expect([[told], []]).toEqual(seen(changed, undefined));
      }
    }
  });

  it('is parsed when it is beyond all measure, or holds more than it did', () => {
    const long = lines[0]!.replace('"followUp":', `"followUp":"${'\\n'.repeat(150_000)}","followUp":`);
    const [first] = graded;
    const beside = { v: 1, at: '2026-01-01T00:00:00.000Z', session: 's', event: 'scored', answer: 'a' };
    for (const line of [long, JSON.stringify({ ...beside, assessment: first, beside: first })]) {
      expect(scoredLine(line)).toBeNull();
      expect(seen(line, scoredLine)).toEqual(seen(line, undefined));
    }
  });
});
