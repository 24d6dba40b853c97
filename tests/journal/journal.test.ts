import { execFile } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError } from '../../src/errors.ts';
import { journalFile, openJournal } from '../../src/journal/append.ts';
import { dropDraft, loadDraft, saveDraft } from '../../src/journal/draft.ts';
import { interrupted } from '../../src/journal/interrupted.ts';
import { type Damage, readJournal, readLines } from '../../src/journal/read.ts';
import type { Entry } from '../../src/journal/schema.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'greenroom-journal-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const skipped = (place: number): Entry => ({ event: 'skipped', place });
const started = (mode: 'practice' | 'piped' = 'practice'): Entry => ({
  event: 'started',
  mode,
  asked: [],
  followUps: 1,
  selfRate: false,
  time: null,
});

describe('the journal', () => {
  it('is empty before it exists', async () => {
    expect(await readJournal(home)).toMatchObject({ records: [], damage: [] });
  });

  it('keeps a record a line, with version, time and session', async () => {
    const clock = () => new Date('2026-03-01T18:00:00Z');
    const journal = openJournal(join(home, 'new', 'folder'), 's1', clock);
    journal.append(skipped(0));
    journal.close();
    expect(readFileSync(journal.file, 'utf8')).toBe(
      '{"v":1,"at":"2026-03-01T18:00:00.000Z","session":"s1","event":"skipped","place":0}\n',
    );
  });

  it('is readable by its owner alone', () => {
    const folder = join(home, 'private');
    const journal = openJournal(folder, 's');
    expect([statSync(folder).mode & 0o777, statSync(journal.file).mode & 0o777]).toEqual([0o700, 0o600]);
    journal.close();
  });

  it('steps over damaged lines, names them, and leaves them as they are', async () => {
    const journal = openJournal(home, 's');
    journal.append(skipped(0));
    appendFileSync(journal.file, 'half a li\n{"v":1,"event":"danced"}\n{"v":2,"event":"sung"}\n\n');
    journal.append(skipped(1));
    const { records, damage } = await readJournal(home);
    expect(records).toHaveLength(2);
    expect(damage).toEqual([
      { line: 2, code: 'not-json' },
      { line: 3, code: 'unknown-record' },
      { line: 4, code: 'newer-version' },
    ]);
    expect(readFileSync(journal.file, 'utf8')).toContain('half a li\n');
    journal.close();
  });

  it('ends a line that a crash left unfinished before it writes its own', async () => {
    writeFileSync(journalFile(home), '{"v":1,"at":"20');
    const journal = openJournal(home, 's');
    journal.append(skipped(0));
    journal.close();
    const { records, damage } = await readJournal(home);
    expect([records.length, damage.map(({ line }) => line)]).toEqual([1, [1]]);
  });

  it('says in a sentence why a folder cannot be used', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => openJournal(join(home, 'file'), 's')).toThrow(FileError);
    mkdirSync(journalFile(home));
    expect(() => openJournal(home, 's')).toThrow(FileError);
  });

  it.skipIf(process.platform !== 'linux')('says so when the disk is full', () => {
    const onFull = join(home, 'full');
    mkdirSync(onFull);
    symlinkSync('/dev/full', journalFile(onFull));
    const broken = openJournal(onFull, 's');
    expect(() => broken.append(skipped(0))).toThrow(/disk is full/);
    broken.close();
  });

  it('takes lines from two processes at once', async () => {
    const script = `
      import { openJournal } from ${JSON.stringify(join(process.cwd(), 'src/journal/append.ts'))};
      const journal = openJournal(${JSON.stringify(home)}, process.argv[1]);
      for (let place = 0; place < 60; place++) journal.append({ event: 'skipped', place });`;
    const write = (session: string) =>
      promisify(execFile)(process.execPath, [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        script,
        session,
      ]);
    await Promise.all([write('one'), write('two')]);
    const { records, damage } = await readJournal(home);
    expect([records.length, damage]).toEqual([120, []]);
  });
});

describe('drafts', () => {
  it('keeps the last one of a session', () => {
    const draft = { place: 2, kind: 'again' as const, text: 'half', seconds: 7 };
    saveDraft(home, 's', { ...draft, text: 'ha' });
    saveDraft(home, 's', draft);
    expect(loadDraft(home, 's')).toEqual(draft);
    dropDraft(home, 's');
    expect(loadDraft(home, 's')).toBeNull();
  });

  it('takes a damaged draft for none', () => {
    saveDraft(home, 's', { place: 0, kind: 'first', text: '', seconds: 0 });
    writeFileSync(join(home, 'drafts', 's.json'), '{"place":"x"');
    expect(loadDraft(home, 's')).toBeNull();
    writeFileSync(join(home, 'drafts', 's.json'), 'null');
    expect(loadDraft(home, 's')).toBeNull();
  });
});

describe('interrupted', () => {
  const records = (...entries: [session: string, entry: Entry][]) => {
    const at = '2026-01-01T00:00:00Z';
    return [
      ...readLines(
        entries.map(([session, entry]) => JSON.stringify({ v: 1, at, session, ...entry })),
        [],
      ),
    ];
  };

  it('is the last interview that was not finished', () => {
    const found = interrupted(
      records(
        ['one', started()],
        ['two', started()],
        ['two', skipped(0)],
        ['two', { event: 'ended', why: 'stopped' }],
        ['three', started()],
        ['three', { event: 'ended', why: 'finished' }],
        ['four', started('piped')],
      ),
    );
    expect([found?.started.session, found?.records.length]).toEqual(['two', 3]);
  });

  it('is none when all are finished', () => {
    expect(interrupted(records(['one', started()], ['one', { event: 'ended', why: 'finished' }]))).toBeNull();
  });
});

it('lets no session name lead out of the folder of drafts', () => {
  const line = JSON.stringify({
    v: 1,
    at: '2026-01-01T00:00:00Z',
    session: '../../etc/x',
    event: 'skipped',
    place: 0,
  });
  const damage: Damage[] = [];
  expect([...readLines([line], damage)]).toEqual([]);
  expect(damage).toEqual([{ line: 1, code: 'unknown-record' }]);
});
