/**
 * A text being typed and where the cursor is: every key is a function from one to the next. Offsets are
 * UTF-16 units and stand between characters as people see them, never inside one.
 */
export interface Typed {
  text: string;
  cursor: number;
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function typed(text: string): Typed {
  return { text, cursor: text.length };
}

export function insert({ text, cursor }: Typed, added: string): Typed {
  return { text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length };
}

export function left({ text, cursor }: Typed): Typed {
  return { text, cursor: before(text, cursor) };
}

export function right({ text, cursor }: Typed): Typed {
  return { text, cursor: after(text, cursor) };
}

export function wordLeft({ text, cursor }: Typed): Typed {
  const rest = text.slice(0, cursor).replace(/\S+\s*$|\s+$/u, '');
  return { text, cursor: rest.length };
}

export function wordRight({ text, cursor }: Typed): Typed {
  const step = /^\s*\S+|^\s+/u.exec(text.slice(cursor))?.[0].length ?? 0;
  return { text, cursor: cursor + step };
}

export function lineStart({ text, cursor }: Typed): Typed {
  return { text, cursor: startOfLine(text, cursor) };
}

export function lineEnd({ text, cursor }: Typed): Typed {
  const end = text.indexOf('\n', cursor);
  return { text, cursor: end === -1 ? text.length : end };
}

/** Takes out what lies between the cursor and where `move` would put it. */
export function cut(from: Typed, move: (typed: Typed) => Typed): Typed {
  const to = move(from).cursor;
  const [start, end] = to < from.cursor ? [to, from.cursor] : [from.cursor, to];
  return { text: from.text.slice(0, start) + from.text.slice(end), cursor: start };
}

/**
 * How many more times Enter must be pressed to finish: the third in a row at the end of the text does.
 * Two make a paragraph.
 */
export function entersToFinish({ text, cursor }: Typed): 1 | 2 | 3 {
  if (cursor !== text.length || text.trim() === '') return 3;
  return /\n[ \t]*\n[ \t]*$/u.test(text) ? 1 : /\n[ \t]*$/u.test(text) ? 2 : 3;
}

function startOfLine(text: string, cursor: number): number {
  return text.lastIndexOf('\n', cursor - 1) + 1;
}

function before(text: string, cursor: number): number {
  if (cursor === 0) return 0;
  const start = startOfLine(text, cursor);
  if (start === cursor) return cursor - 1;
  let last = start;
  for (const { index } of characters.segment(text.slice(start, cursor))) last = start + index;
  return last;
}

function after(text: string, cursor: number): number {
  if (text[cursor] === '\n') return cursor + 1;
  const end = lineEnd({ text, cursor }).cursor;
  for (const { segment } of characters.segment(text.slice(cursor, end))) return cursor + segment.length;
  return cursor;
}
