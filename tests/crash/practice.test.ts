import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plainRoom } from '../../src/commands/practice/plain-room.ts';
import { resumed } from '../../src/commands/practice/resume.ts';
import { isTold } from '../../src/errors.ts';
import { openJournal } from '../../src/journal/append.ts';
import { draftsFolder, loadDraft, saveDraft } from '../../src/journal/draft.ts';
import { attemptsOf } from '../../src/journal/history.ts';
import { interrupted } from '../../src/journal/interrupted.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { Entry } from '../../src/journal/schema.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { plan } from '../interview/made.ts';
import { LONG } from '../property/any.ts';
import { type Fault, layer } from './file-layer.ts';
import { folder } from './folder.ts';
import { type Sat, sitThrough } from './sitting.ts';

const FAULTS: Fault[] = ['ENOSPC', 'EIO', 'EPERM', 'EXDEV', 'short', 'full'];
afterEach(() => vi.restoreAllMocks());

/** The pack the made-up questions are from. */
const pack: Pack = {
  dir: '',
  questions: plan().asked.map(({ question }) => question!),
  rubrics: new Map(plan().asked.map(({ id, rubric }) => [id!, rubric])),
};

const answersIn = async (home: string) =>
  (await readJournal(home)).records.flatMap((record) => (record.event === 'answered' ? [record.text] : []));

async function under(
  home: string,
  at: number,
  fault: Fault,
): Promise<Sat & { calls: number; hit: string | null }> {
  const faulty = layer(home, at, fault);
  try {
    const sat = await sitThrough(home);
    return { ...sat, calls: faulty.count(), hit: faulty.hit() };
  } finally {
    faulty.restore();
  }
}

/** Goes on with the session that was broken off, on a sound disk; what is found typed, if there is one. */
async function goOn(home: string): Promise<Sat | null> {
  const journal = await readJournal(home);
  if (interrupted(journal.records) === null) return null;
  const sound = layer(home, 0, 'none');
  const sat = await sitThrough(home, resumed(pack, home, journal));
  sound.restore();
  expect(sat.error).toBeNull();
  return sat;
}

describe('a session on a disk that fails', () => {
  it('loses no answer it called kept, finds what it had not kept in the draft, and can be gone on with', async () => {
    const { calls, given } = await under(folder(), 0, 'none');
    expect(given).toHaveLength(4);
    let struck = 0;
    let foundAgain = 0;
    for (let at = 1; at <= calls; at++) {
      for (const [turn, fault] of FAULTS.entries()) {
        if (!LONG && at % FAULTS.length !== turn) continue;
        const home = folder();
        const sat = await under(home, at, fault);
        const { hit } = sat;
        if (hit === null) continue;
        struck++;
        const where = `${fault} at call ${at}, ${hit}`;
        if (sat.error !== null) expect(isTold(sat.error), `${where}: ${sat.error}`).toBe(true);
        const kept = await answersIn(home);
        expect(kept, where).toEqual(expect.arrayContaining(sat.kept));
        const loose = sat.given.filter((text) => !kept.includes(text));
        expect(loose.length, where).toBeLessThanOrEqual(sat.error === null ? 0 : 1);

        const later = await goOn(home);
        // A full disk takes no draft either; the words are on the screen, and it has said so.
        if (loose.length === 1 && later !== null && fault !== 'full') {
          expect(later.found[0], where).toBe(loose[0]);
          foundAgain++;
        }
        if (later !== null) expect(interrupted((await readJournal(home)).records), where).toBeNull();
        expect(await answersIn(home), where).toEqual(expect.arrayContaining(kept));
        const drafts =
          later === null ? [] : readdirSync(home).includes('drafts') ? readdirSync(draftsFolder(home)) : [];
        expect(drafts, where).toEqual([]);
        rmSync(home, { recursive: true });
      }
    }
    expect(struck).toBeGreaterThan(calls / 2);
    expect(foundAgain).toBeGreaterThan(4);
  });
});

describe('a line that another session has torn', () => {
  it('is ended before the next record, which it would swallow', async () => {
    const home = folder();
    const mine = openJournal(home, 'mine');
    mine.append({ event: 'skipped', place: 0 });
    const faulty = layer(home, 5, 'short');
    const theirs = openJournal(home, 'theirs');
    expect(() => theirs.append({ event: 'skipped', place: 1 })).toThrow(/disk is full/);
    expect(faulty.hit()).toBe('writeSync');
    faulty.restore();
    mine.append({ event: 'skipped', place: 2 });
    const { records, damage } = await readJournal(home);
    expect([records.length, damage]).toEqual([2, [{ line: 2, code: 'not-json' }]]);
  });
});

describe('a clock that is set back', () => {
  it('while an answer is typed: the answer takes no less than nothing, and can be read again', async () => {
    let now = Date.parse('2026-03-01T18:00:00Z');
    vi.spyOn(Date, 'now').mockImplementation(() => (now -= 3_600_000));
    vi.stubEnv('TERM', 'dumb');
    const stdin = new PassThrough();
    const stdout = new PassThrough();
    const same = (text: string) => text;
    const room = plainRoom({ bold: same, dim: same, good: same, worry: same }, { stdin, stdout });
    const request = { heading: () => [], text: '', seconds: 0, earlier: null, box: 60, keep: () => {} };
    const writing = room.write(request);
    stdin.write('One line.\n\n\n');
    const { text, seconds } = await writing;
    vi.unstubAllEnvs();
    expect([text, seconds]).toEqual(['One line.', 0]);
  });

  it('between sessions: every record is read, and the session broken off last is the one to go on with', async () => {
    const home = folder();
    const started: Entry = {
      event: 'started',
      mode: 'practice',
      asked: [],
      followUps: 0,
      selfRate: false,
      time: null,
    };
    const answered = {
      event: 'answered',
      place: 0,
      question: 'a',
      prompt: 'p',
      kind: 'first',
      seconds: 1,
    } as const;
    ['2026-03-01T18:00:00Z', '2026-02-01T18:00:00Z', '1970-01-01T00:00:00Z'].forEach((at, index) => {
      const journal = openJournal(home, `s${index}`, () => new Date(at));
      journal.append(started);
      journal.append({ ...answered, answer: `s${index}-1`, text: at });
      journal.close();
    });
    const { records, damage } = await readJournal(home);
    expect([records.length, damage]).toEqual([6, []]);
    expect(interrupted(records)?.started.session).toBe('s2');
    expect(attemptsOf(records)).toHaveLength(3);
  });
});

describe('drafts', () => {
  it('that are no drafts, or lead nowhere, are none', () => {
    const home = folder();
    const draft = { place: 0, kind: 'first' as const, text: 'half', seconds: 3 };
    saveDraft(home, 's', draft);
    const file = join(draftsFolder(home), 's.json');
    for (const wrong of [{ place: -1 }, { place: 0.5 }, { seconds: -3600 }, { seconds: '3' }, { text: 7 }]) {
      writeFileSync(file, JSON.stringify({ ...draft, ...wrong }));
      expect(loadDraft(home, 's')).toBeNull();
    }
  });

  it('half-written by a crash are swept after a week, by the next session', async () => {
    const home = folder();
    saveDraft(home, 'other', { place: 0, kind: 'first', text: 'half', seconds: 3 });
    const old = join(draftsFolder(home), 'dead.json.new');
    const young = join(draftsFolder(home), 'alive.json.new');
    for (const file of [old, young]) writeFileSync(file, '{"pla');
    utimesSync(old, 0, 0);
    await sitThrough(home);
    expect(readdirSync(draftsFolder(home)).sort()).toEqual(['alive.json.new', 'other.json']);
  });
});

it('a journal from a version to come: its lines are named, passed over, and left as they are', async () => {
  const home = folder();
  const file = join(home, 'journal.jsonl');
  const future = '{"v":2,"at":"2031-01-01T00:00:00Z","session":"s","event":"answered","voice":"AAAA"}\n';
  writeFileSync(file, future.repeat(3));
  const { given } = await sitThrough(home);
  const { damage } = await readJournal(home);
  expect(damage).toEqual([1, 2, 3].map((line) => ({ line, code: 'newer-version' })));
  expect(readFileSync(file, 'utf8').startsWith(future.repeat(3))).toBe(true);
  expect(await answersIn(home)).toEqual(given);
});
