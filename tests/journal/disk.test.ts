import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { journalFile, openJournal } from '../../src/journal/append.ts';
import { readJournal } from '../../src/journal/read.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'greenroom-disk-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const write = fs.writeSync;
/** Appends while the disk does something else. */
function appended(disk: typeof fs.writeSync): void {
  const journal = openJournal(home, 's');
  fs.writeSync = disk;
  syncBuiltinESMExports();
  try {
    journal.append({ event: 'skipped', place: 0 });
  } finally {
    fs.writeSync = write;
    syncBuiltinESMExports();
    journal.close();
  }
}

describe('what the disk refuses is said in a sentence', () => {
  const FULL = 'the disk is full. Make room, or set GREENROOM_HOME to a folder on another disk';
  const CLOSED = 'it may not be written to. Set GREENROOM_HOME to a folder of yours';
  const TAKEN = 'something else of that name is in the way. Set GREENROOM_HOME to another folder';

  it.each([
    ['ENOSPC', FULL],
    ['EDQUOT', FULL],
    ['EFBIG', FULL],
    ['EACCES', CLOSED],
    ['EPERM', CLOSED],
    ['EROFS', CLOSED],
    ['ENOTDIR', TAKEN],
    ['EEXIST', TAKEN],
    ['EISDIR', TAKEN],
    ['EIO', 'odd. Set GREENROOM_HOME to another folder'],
  ])('%s', (code, sentence) => {
    const refused = () => {
      throw Object.assign(new Error('odd'), { code });
    };
    expect(() => appended(refused as typeof fs.writeSync)).toThrow(
      `${journalFile(home)}: cannot keep the journal here: ${sentence}`,
    );
  });

  it('also where it took only part of a record', () => {
    const short = (fd: number, bytes: Buffer) => write(fd, bytes, 0, bytes.length - 1);
    expect(() => appended(short as typeof fs.writeSync)).toThrow(FULL);
  });
});

describe('a journal', () => {
  it('is closed once, and a second time without harm', () => {
    const journal = openJournal(home, 's');
    journal.append({ event: 'skipped', place: 0 });
    journal.close();
    expect(() => journal.append({ event: 'skipped', place: 1 })).toThrow('GREENROOM_HOME');
    expect(() => journal.close()).not.toThrow();
  });

  it('gets no empty lines where the line before was whole', async () => {
    for (const session of ['one', 'two']) {
      const journal = openJournal(home, session);
      journal.append({ event: 'skipped', place: 0 });
      journal.close();
    }
    expect(fs.readFileSync(journalFile(home), 'utf8').split('\n').map(Boolean)).toEqual([true, true, false]);
  });

  it('that is a folder, or may not be read, is no empty one', async () => {
    mkdirSync(journalFile(home));
    await expect(readJournal(home)).rejects.toThrow('the journal cannot be read (it is not a file)');
    rmSync(journalFile(home), { recursive: true });
    writeFileSync(join(home, 'file'), '');
    await expect(readJournal(join(home, 'file'))).rejects.toThrow(/the journal cannot be read \(ENOTDIR/);
  });

  it('is read whole, however long its lines, and let go of', async () => {
    const lengths = [10, 300_000, 0, 262_000, 70_000, 600_000, 1];
    const open = () => fs.readdirSync('/proc/self/fd').length;
    const journal = openJournal(home, 's');
    for (const [place, length] of lengths.entries()) {
      const text = `${'é€😀'.repeat(Math.ceil(length / 9))}${place}`;
      const told = { answer: 'a', question: null, prompt: 'p', kind: 'first', text, seconds: 1 } as const;
      journal.append({ event: 'answered', place, ...told });
    }
    journal.close();
    const before = process.platform === 'linux' ? open() : 0;
    const { records, damage } = await readJournal(home);
    expect(process.platform === 'linux' ? open() : 0).toBe(before);
    expect(damage).toEqual([]);
    expect(records.map((one) => 'text' in one && [one.text.length, one.text.slice(-4)])).toEqual(
      lengths.map((length, place) => {
        const text = `${'é€😀'.repeat(Math.ceil(length / 9))}${place}`;
        return [text.length, text.slice(-4)];
      }),
    );
    // A last line without its end is a line, in pieces or not.
    fs.appendFileSync(journalFile(home), `x${'y'.repeat(600_000)}`);
    expect((await readJournal(home)).damage).toEqual([{ line: lengths.length + 1, code: 'not-json' }]);
  });

  it('passes over lines of nothing but spaces, and names every kind of damage', async () => {
    writeFileSync(journalFile(home), ' \t\nnull\n7\n{"v":"2"}\n{"v":1}\n{"v":1.5}\n');
    expect((await readJournal(home)).damage).toEqual([
      { line: 2, code: 'unknown-record' },
      { line: 3, code: 'unknown-record' },
      { line: 4, code: 'unknown-record' },
      { line: 5, code: 'unknown-record' },
      { line: 6, code: 'newer-version' },
    ]);
  });
});
