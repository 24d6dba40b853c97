import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { react, writing } from './answer-state.ts';
import { roomFor, statusOf, view } from './answer-view.ts';
import type { Key } from './keys.ts';
import { ownLine } from './own-line.ts';
import type { AnswerRequest, Written } from './room.ts';

/** What the screen needs beside what is asked. */
interface Request extends AnswerRequest {
  dim: (text: string) => string;
  screen: NodeJS.WriteStream;
}

// A terminal that knows bracketed paste says where a paste begins and ends.
export const PASTE_ON = '\u001b[?2004h';
export const PASTE_OFF = '\u001b[?2004l';
const CLEAR = '\u001b[2J\u001b[H';

/** Asks for an answer of any length, with the question above it and the clock below. */
export const answerPrompt = createPrompt<Written, Request>((request, done) => {
  const state = useRef(writing(request.text, request.earlier));
  const [, redraw] = useState({});
  // Not the time of day, which may be set back: no answer takes less than nothing.
  const started = useRef(performance.now());
  const line = useRef<Parameters<typeof ownLine>[0] | null>(null);
  const { screen } = request;
  const seconds = () => request.seconds + Math.floor((performance.now() - started.current) / 1000);
  const size = () =>
    roomFor({ columns: screen.columns || 80, rows: screen.rows || 24 }, request.heading().length);

  useEffect((readline) => {
    line.current = readline;
    redraw({});
    screen.write(PASTE_ON);
    const ticking = setInterval(() => redraw({}), 1000);
    // The terminal has rewrapped what was drawn, so nobody knows which rows it is in now.
    const resized = () => {
      screen.write(CLEAR);
      redraw({});
    };
    screen.on('resize', resized);
    return () => {
      clearInterval(ticking);
      screen.off('resize', resized);
      screen.write(PASTE_OFF);
    };
  }, []);

  useKeypress((key: Key, readline) => {
    const before = state.current.typed.text;
    const after = react(state.current, key, size());
    if (typeof after === 'string') {
      done({ end: after, text: before.trim(), seconds: seconds() });
      return;
    }
    state.current = after;
    if (after.typed.text !== before) request.keep(after.typed.text, seconds());
    if (after.pasted === null) redraw({});
    else ownLine(readline, ' ', 1);
  });

  const {
    above,
    below,
    line: current,
    cursor,
  } = view(state.current, size(), statusOf(state.current, seconds(), request.box));
  if (line.current !== null) ownLine(line.current, current, cursor);
  const status = below.map((text) => (text.startsWith('> ') ? text : request.dim(text)));
  return [[...request.heading(), '', ...above, current].join('\n'), status.join('\n')];
});
