/**
 * Where reading has got to. The functions that read a value are given the column of the key or hyphen before it: what
 * goes on below is indented more than that.
 */
export interface Reader {
  text: string;
  at: number;
  /** See PlainYaml. */
  commented: Set<unknown>;
  /** How many blocks and brackets are open. */
  depth: number;
}

/** Thrown on what is not plain; never leaves this folder. */
export const NOT_PLAIN = Symbol('not plain');

export function notPlain(): never {
  throw NOT_PLAIN;
}

/** No pack nests deeper; whatever does is not worth risking the stack for. */
const DEEPEST = 20;

/** Notes that a block or a bracket opens. */
export function open(reader: Reader): void {
  if (++reader.depth > DEEPEST) notPlain();
}

export function close(reader: Reader): void {
  reader.depth--;
}

/**
 * From the start of a line, goes to the first character of the next that holds anything but a comment.
 *
 * @returns the column of that character; -1 at the end of the text
 */
export function nextLine(reader: Reader): number {
  const { text } = reader;
  let start = reader.at;
  let comment = 0;
  for (;;) {
    let at = start;
    while (text[at] === ' ') at++;
    const column = at < text.length ? at - start : -1;
    const first = text[at];
    if (first === '#') comment = Math.max(comment, column);
    else if (first !== '\n') {
      // Indented more than what comes below it, a comment belongs to what stands above.
      if (comment > Math.max(column, 0)) notPlain();
      reader.at = at;
      return column;
    }
    start = text.indexOf('\n', at) + 1;
  }
}

/** The column of the next line that holds anything, without going there. */
export function columnBelow(reader: Reader): number {
  const { at } = reader;
  const column = nextLine(reader);
  reader.at = at;
  return column;
}

/**
 * Goes to the next character of the line that is no space.
 *
 * @returns whether there is none; then it has gone to the next line
 */
export function restIsEmpty(reader: Reader): boolean {
  const { text } = reader;
  const from = reader.at;
  while (text[reader.at] === ' ') reader.at++;
  if (text[reader.at] === '#') {
    if (reader.at === from) notPlain();
    reader.at = text.indexOf('\n', reader.at);
  }
  if (text[reader.at] !== '\n') return false;
  reader.at++;
  return true;
}

const KEY = /([A-Za-z][\w-]{0,60}|[1-9]):(?=[ \n])/y;
/** Words that are values, or names every object has. */
const NO_KEY = /^(?:null|true|false|__proto__)$/i;

export function keyAt(reader: Reader): string | null {
  KEY.lastIndex = reader.at;
  return KEY.exec(reader.text)?.[1] ?? null;
}

/** Goes past a key and its colon. */
export function takeKey(reader: Reader, map: object): string {
  const key = keyAt(reader);
  if (key === null || NO_KEY.test(key) || Object.hasOwn(map, key)) notPlain();
  reader.at += key.length + 1;
  return key;
}
