/*
 * Width and wrapping for plain text in a terminal. string-width and wrap-ansi do more, and loading them
 * takes longer than grading an answer.
 */

/** Takes two columns: East Asian wide and full-width forms, and emoji. */
const WIDE =
  /[\u1100-\u115f\u231a\u231b\u23e9-\u23ec\u25fd\u25fe\u2614\u2615\u2648-\u2653\u26a1\u2705\u274c\u2753-\u2757\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Takes none: marks that sit on the letter before, and what only joins. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
const NARROW = /^[\u0020-\u02ff\u2010-\u2027\u20a0-\u20bf]*$/;

/** The columns a text without control characters takes; never too few. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : NONE.test(char) ? 0 : 1;
  return width;
}

/** Cuts a text to a number of columns, with an ellipsis for what is gone. */
export function cut(text: string, width: number): string {
  if (text.length * 2 <= width || widthOf(text) <= width) return text;
  return `${head(text, width - 1).trimEnd()}…`;
}

/** Adds blanks up to a number of columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** At most so many lines of one line of text, broken between words where that can be; the rest is cut. */
export function wrapped(text: string, width: number, lines: number): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    if (found.length === lines - 1) return [...found, cut(rest, width)];
    const fits = head(rest, width);
    const space = fits.length === rest.length ? -1 : rest.lastIndexOf(' ', fits.length);
    const end = space > 0 ? space : fits.length;
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return found;
}

/** As much of a text as so many columns hold. */
function head(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > width) break;
    kept += char;
  }
  return kept;
}
