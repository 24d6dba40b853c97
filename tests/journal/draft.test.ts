import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftsFolder, dropDraft, loadDraft, saveDraft, sweepDrafts } from '../../src/journal/draft.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'greenroom-draft-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const draft = { place: 0, kind: 'first', text: '', seconds: 0 } as const;
const DAY = 86_400_000;

describe('a draft', () => {
  it('is for its writer’s eyes, and leaves nothing else', () => {
    saveDraft(home, 's', draft);
    expect(statSync(join(draftsFolder(home), 's.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(draftsFolder(home))).toEqual(['s.json']);
  });

  it.each(['first', 'again', 'follow-up'] as const)('knows what it answers: %s', (kind) => {
    saveDraft(home, 's', { ...draft, kind });
    expect(loadDraft(home, 's')).toEqual({ ...draft, kind });
  });

  it.each([
    ['{"place":0,"text":"a","seconds":3}', { place: 0, kind: 'first', text: 'a', seconds: 3 }],
    ['{"place":0,"kind":"sung","text":"a","seconds":3}', { place: 0, kind: 'first', text: 'a', seconds: 3 }],
    ['{"place":-1,"kind":"first","text":"a","seconds":3}', null],
    ['{"place":0.5,"kind":"first","text":"a","seconds":3}', null],
    ['{"place":"0","kind":"first","text":"a","seconds":3}', null],
    ['{"place":0,"kind":"first","text":7,"seconds":3}', null],
    ['{"place":0,"kind":"first","text":"a","seconds":-3}', null],
    ['{"place":0,"kind":"first","text":"a"}', null],
    ['{"place":0,"kind":"first","seconds":3}', null],
    ['[]', null],
    ['', null],
  ])('%s', (text, read) => {
    mkdirSync(draftsFolder(home));
    writeFileSync(join(draftsFolder(home), 's.json'), text);
    expect(loadDraft(home, 's')).toEqual(read);
  });

  it('goes, with what was half written; that there is none is no fault', () => {
    saveDraft(home, 's', draft);
    writeFileSync(join(draftsFolder(home), 's.json.new'), '{');
    dropDraft(home, 's');
    expect(readdirSync(draftsFolder(home))).toEqual([]);
    expect(() => dropDraft(home, 's')).not.toThrow();
  });
});

describe('after a week', () => {
  const now = new Date('2026-03-10T18:00:00Z');
  const put = (name: string, age: number, folder = false) => {
    const path = join(draftsFolder(home), name);
    if (folder) mkdirSync(path, { recursive: true });
    else writeFileSync(path, 'x');
    if (folder) writeFileSync(join(path, 'answer.md'), 'x');
    utimesSync(path, now, new Date(now.getTime() - age));
  };

  it('what crashes left is swept; drafts stay, however old', () => {
    mkdirSync(draftsFolder(home));
    put('old.json.new', 7 * DAY + 1000);
    put('week.json.new', 7 * DAY);
    put('young.json.new', DAY);
    put('editor-old', 8 * DAY, true);
    put('editor-young', DAY, true);
    put('old.json', 90 * DAY);
    put('old-editor-', 90 * DAY);
    sweepDrafts(home, now);
    expect(readdirSync(draftsFolder(home)).sort()).toEqual(
      ['editor-young', 'old-editor-', 'old.json', 'week.json.new', 'young.json.new'].sort(),
    );
  });

  it('nothing is there to sweep', () => {
    sweepDrafts(home, now);
    expect(existsSync(draftsFolder(home))).toBe(false);
  });
});
