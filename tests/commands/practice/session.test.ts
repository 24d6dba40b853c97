import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitPromptError } from '@inquirer/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerRequest, Room, Written } from '../../../src/commands/practice/room.ts';
import { inTerminal, type Sitting } from '../../../src/commands/practice/terminal.ts';
import type { Grader } from '../../../src/grading/assessment.ts';
import { begin, type Interview } from '../../../src/interview/interview.ts';
import { restore } from '../../../src/interview/restore.ts';
import { openJournal } from '../../../src/journal/append.ts';
import { loadDraft } from '../../../src/journal/draft.ts';
import { readJournal } from '../../../src/journal/read.ts';
import { assessment, plan } from '../../interview/made.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'greenroom-session-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const same = (text: string) => text;
const CTRL_C = Symbol('Ctrl-C');
type Move = string | { write: string } | { half: string; ends: Written['end'] } | typeof CTRL_C;

/** A room in which everything has been decided beforehand; Ctrl-C when nothing is left. */
function scripted(moves: Move[]) {
  const said: string[] = [];
  const asked: AnswerRequest[] = [];
  const next = () => {
    const move = moves.shift() ?? CTRL_C;
    if (move === CTRL_C) throw new ExitPromptError();
    return move;
  };
  const room: Room = {
    layout: () => ({ width: 79, palette: { bold: same, dim: same, good: same, worry: same } }),
    say: (lines) => void said.push(...lines),
    async write(request) {
      asked.push(request);
      const move = next();
      if (typeof move === 'object' && 'write' in move)
        return { end: 'finished', text: move.write, seconds: 9 };
      if (typeof move === 'object') {
        request.keep(move.half, 4);
        return { end: move.ends, text: move.half, seconds: 4 };
      }
      throw new Error(`not an answer: ${String(move)}`);
    },
    async key(lines, keys) {
      said.push(...lines);
      const move = next();
      if (typeof move === 'string' && keys.includes(move)) return move;
      throw new Error(`no such key: ${JSON.stringify(move)} of ${keys}`);
    },
  };
  return { room, said, asked };
}

const grader: Grader = async ({ answer }) => ({
  ...assessment({
    answer,
    score: answer.includes('%') ? 5 : 3,
    advice: [{ about: 'own-steps', text: 'A tip.' }],
  }),
});

const signature = { name: 'made', version: '1', model: null };
const sitting = (room: Room, interview: Interview, session: string | null = null): Sitting => ({
  room,
  by: [{ grader, signature }],
  home,
  time: null,
  offer: { interview, session, lines: () => ['Hello.'] },
  unfinished: null,
});

async function sat(moves: Move[], interview: Interview = begin(plan()), session: string | null = null) {
  const { room, said, asked } = scripted(moves);
  const code = await inTerminal(sitting(room, interview, session));
  const { records } = await readJournal(home);
  return { code, said, asked, records, events: records.map(({ event }) => event) };
}

describe('an interview in a terminal', () => {
  it('has an answer in the journal before it is graded, and says nothing of it before', async () => {
    const seen: string[][] = [];
    const looking: Grader = async (request) => {
      seen.push((await readJournal(home)).records.map(({ event }) => event));
      return grader(request);
    };
    const { room, said } = scripted(['enter', { write: 'one' }, 'n', { write: 'two' }, 'n']);
    await inTerminal({ ...sitting(room, begin(plan())), by: [{ grader: looking, signature }] });
    expect(seen[0]).toEqual(['started', 'answered']);
    expect(said.some((line) => line.startsWith('3 adequate'))).toBe(true);
  });

  it('goes through follow-up, second go, evidence, criteria and on', async () => {
    const moves: Move[] = [
      'enter',
      { write: 'one' },
      'f',
      { write: 'by 4%' },
      'e',
      'c',
      'r',
      { write: 'two' },
      'n',
      { half: '', ends: 'skip' },
    ];
    const { code, events, records, asked } = await sat(moves);
    expect(code).toBe(0);
    expect(events).toEqual([
      'started',
      'answered',
      'scored',
      'answered',
      'scored',
      'answered',
      'scored',
      'skipped',
      'ended',
    ]);
    const answers = records.filter((record) => record.event === 'answered');
    expect(answers.map(({ kind, text }) => [kind, text])).toEqual([
      ['first', 'one'],
      ['follow-up', 'by 4%'],
      ['again', 'two'],
    ]);
    expect(asked[2]?.earlier).toBe('one\n\nby 4%');
  });

  it('asks whether to stop on the first Ctrl-C and carries on with the text so far', async () => {
    const { code, events, asked } = await sat(['enter', CTRL_C, 'enter', { write: 'one' }, CTRL_C, 's']);
    expect(code).toBe(0);
    expect(asked).toHaveLength(2);
    expect(events).toEqual(['started', 'answered', 'scored', 'ended']);
  });

  it('leaves on the second Ctrl-C with 130', async () => {
    const { code, events } = await sat(['enter', { write: 'one' }, CTRL_C, CTRL_C]);
    expect(code).toBe(130);
    expect(events).toEqual(['started', 'answered', 'scored']);
  });

  it('writes nothing when it is declined', async () => {
    expect(await sat(['q'])).toMatchObject({ code: 0, events: [] });
  });

  it('keeps a draft, and goes on with it', async () => {
    const first = await sat(['enter', { write: 'one' }, 'n', { half: 'half of two', ends: 'stop' }]);
    const session = first.records[0]!.session;
    expect(first.events.at(-1)).toBe('ended');
    const draft = loadDraft(home, session);
    expect(draft).toMatchObject({ place: 1, kind: 'first', text: 'half of two' });
    const again = await sat(['enter', { write: 'two' }, 'n'], restore(plan(), first.records, draft), session);
    expect(again.asked[0]).toMatchObject({ text: 'half of two', seconds: 4 });
    expect(again.events.slice(-3)).toEqual(['answered', 'scored', 'ended']);
    expect(loadDraft(home, session)).toBeNull();
  });

  it('takes the own mark before the score', async () => {
    const { records } = await sat(['enter', { write: 'one' }, '4', 'q'], begin(plan({ selfRate: true })));
    expect(records.map(({ event }) => event)).toEqual(['started', 'answered', 'rated', 'scored', 'ended']);
  });

  it('shows no score in a mock interview before the panel speaks', async () => {
    const moves: Move[] = [
      'enter',
      { write: 'one' },
      { half: '', ends: 'skip' },
      { write: 'two' },
      { half: '', ends: 'skip' },
      '1',
      'q',
    ];
    const { room, said } = scripted(moves);
    const interview = begin(plan({ mode: 'mock', followUps: 1 }));
    await inTerminal(sitting(room, interview));
    const panel = said.findIndex((line) => line.startsWith("The panel's view"));
    const score = said.findIndex((line) => /\d,? adequate/u.test(line));
    expect(panel).toBeGreaterThan(0);
    expect(score).toBeGreaterThan(panel);
  });

  it('shows again what was asked and answered where it goes on at a scorecard', async () => {
    const { records } = await sat(['enter', { write: 'the first answer' }, CTRL_C, CTRL_C]);
    const session = records[0]!.session;
    const { said } = await sat(['enter', 'q'], restore(plan(), records, null), session);
    const answer = said.indexOf('the first answer');
    expect(answer).toBeGreaterThan(said.indexOf('Prompt of a?'));
    expect(said.findIndex((line) => line.startsWith('3 adequate'))).toBeGreaterThan(answer);
  });

  it('ends on the whole of it where more than one question was answered', async () => {
    const whole = (said: string[]) => said.some((line) => line.startsWith("The panel's view"));
    const both = await sat(['enter', { write: 'one' }, 'n', { write: 'two' }, 'n']);
    expect(whole(both.said)).toBe(true);
    const one = await sat(['enter', { write: 'one' }, 'n', { half: '', ends: 'skip' }]);
    expect(whole(one.said)).toBe(false);
  });

  it('shows a second opinion beside the first, and goes on without one that fails', async () => {
    const second: Grader = async ({ answer }) => {
      if (answer === 'two') throw new Error('the server said no');
      return assessment({ answer, score: 2, met: { 'own-steps': 'one' } });
    };
    const model = { grader: second, signature: { ...signature, model: 'small' } };
    const { room, said } = scripted(['enter', { write: 'one' }, 'o', 'n', { write: 'two' }, 'q']);
    const one = sitting(room, begin(plan()));
    await inTerminal({ ...one, by: [...one.by, model] });
    expect(said.some((line) => /^Second opinion.* 2, weak/u.test(line))).toBe(true);
    expect(said.some((line) => line.startsWith('2 weak'))).toBe(true);
    expect(said.some((line) => /^own steps: shown .* here, not shown in the first/u.test(line))).toBe(true);
    expect(said.some((line) => line.includes('unscored, the server said no'))).toBe(true);
    const scored = (await readJournal(home)).records.filter(({ event }) => event === 'scored');
    expect(scored).toMatchObject([
      { assessment: { score: 3 }, beside: { score: 2 } },
      { assessment: { score: 3 }, beside: { status: 'unscored', grader: { model: 'small' } } },
    ]);
    const left = restore(plan(), (await readJournal(home)).records.slice(0, -3), null);
    expect(left.takes[0]?.[0]?.beside?.score).toBe(2);
  });

  it('leaves with 130 on Ctrl-C while an answer is being read', async () => {
    const slow: Grader = (_, signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        process.emit('SIGINT');
      });
    const { room } = scripted(['enter', { write: 'one' }]);
    const code = await inTerminal({ ...sitting(room, begin(plan())), by: [{ grader: slow, signature }] });
    expect(code).toBe(130);
    const { records } = await readJournal(home);
    expect(records.map(({ event }) => event)).toEqual(['started', 'answered']);
    expect(restore(plan(), records, null).stage).toBe('grading');
  });

  it('tells a disk that refuses', async () => {
    const { room } = scripted(['enter']);
    const file = openJournal(home, 's').file;
    const interview = begin(plan());
    await expect(inTerminal({ ...sitting(room, interview), home: file })).rejects.toThrow(
      expect.objectContaining({ name: 'FileError' }),
    );
  });
});
