/** C0 and C1 controls (but for line feed and tab), DEL, and the marks that reorder or hide text. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** CSI and OSC sequences, taken out whole so that "[31m" is not left behind. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?/gu;

/**
 * Text from a file or a person, safe to print: without escape sequences, control characters or marks
 * that reorder text. Line feeds and tabs stay; other line endings become line feeds.
 */
export function plainText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(SEQUENCES, '').replace(UNSEEN, '');
}
