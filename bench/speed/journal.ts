import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { answersOf } from './answers.ts';
import { type Command, greenroom, inFolder, wallTime } from './process.ts';
import { atMost, type Row, rounds } from './rows.ts';

const MINUTE = 60_000;
const FIRST_DAY = Date.parse('2025-01-01T08:00:00Z');

/** `greenroom progress` over the journal in a folder. */
export function progress(home: string): Command {
  return { ...greenroom('progress'), env: { GREENROOM_HOME: home } };
}

/** Writes a journal of so many events: interviews of eight answers as `practice` writes them, over and over. */
export function writeJournal(home: string, events: number): void {
  const records = oneInterview();
  mkdirSync(home, { recursive: true });
  const fd = openSync(join(home, 'journal.jsonl'), 'w');
  for (let written = 0; written < events; written++) {
    const record = records[written % records.length]!;
    const session = `s${Math.floor(written / records.length)}`;
    const at = new Date(FIRST_DAY + written * MINUTE).toISOString();
    const answer = record.answer?.replace(record.session, session);
    writeSync(fd, `${JSON.stringify({ ...record, at, session, answer })}\n`);
  }
  closeSync(fd);
}

function oneInterview(): { session: string; answer?: string }[] {
  return inFolder((home) => {
    const { argv } = greenroom('practice');
    const input = answersOf(150, 8).map(({ answer }) => answer);
    execFileSync(argv[0], argv.slice(1), {
      input: input.join('\n---\n'),
      env: { ...process.env, GREENROOM_HOME: home },
    });
    const lines = readFileSync(join(home, 'journal.jsonl'), 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line));
  });
}

/** How long it takes to see how one is getting on after years of practice. */
export function journalRow(): Row {
  return inFolder((home) => {
    writeJournal(home, 100_000);
    const took = rounds(() => wallTime(progress(home)));
    return atMost('`greenroom progress`, journal of 100,000 events', 1, ' s', took);
  });
}
