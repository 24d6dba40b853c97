/**
 * Answers from a pipe: sections separated by lines of `---`. Blank lines around an answer fall away; a
 * section with nothing in it stays as '' and skips its question.
 */
export function sections(text: string): string[] {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/^-{3,}[ \t]*$/mu)
    .map((section) => section.replace(/^(?:[ \t]*\n)+/u, '').trimEnd());
}
