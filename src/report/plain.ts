/**
 * Everything that could steer a terminal, or show text in another order than it is read: C0 and C1 control
 * characters (line feed and tab stay), bidirectional controls, and the tags block, which is invisible.
 */
const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** A text from a file, safe to print: nothing in it can move the cursor, colour, link or reorder. */
export function plainText(text: string): string {
  return text.replace(STEERING, '');
}

/** JSON in which the same characters are escaped: it means the same, and steers nothing when printed. */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(STEERING, (char) =>
    Array.from(
      { length: char.length },
      (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** A text safe to print, on one line: every run of white space becomes one space. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
