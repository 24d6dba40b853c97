import type { Words } from './wording.ts';

/** A slip that YAML reads as something else, so that what it is taken for explains nothing. */
export type Slip = 'colon-in-text' | 'colon-without-space' | 'curly-quote' | 'comment-in-list';

export const SLIP: Record<Slip, string> = {
  'colon-in-text': 'A ": " in a text begins a key: put the whole text in double quotes.',
  'colon-without-space': 'Put a space after the colon.',
  'curly-quote': 'YAML knows straight quotation marks only: write " instead of “ and ”.',
  'comment-in-list': 'A " #" begins a comment: put the text it belongs to in double quotes.',
};

/** Instead of the parser's own words, which suppose that one knows how YAML is parsed. */
const FAULTS: [code: string, said: RegExp, message: string, fix: string | null][] = [
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /^/,
    'there is a second ": " in this text',
    'Put the text after the first one in quotes, or on the next line after ">-".',
  ],
  [
    'MULTILINE_IMPLICIT_KEY',
    /^/,
    'this line has no ": " and does not continue the one above',
    'Check its indentation.',
  ],
  ['MISSING_CHAR', /closing .quote/, 'a quotation mark opens here and is never closed', null],
  ['MISSING_CHAR', /between .* items/, 'two entries stand here without a comma between them', null],
  [
    'MISSING_CHAR',
    /Sequence item/,
    'this line is not indented like its neighbours',
    'Keys that belong together start in the same column.',
  ],
  [
    'BAD_INDENT',
    /start at the same column/,
    'this line is not indented like its neighbours',
    'Lines that belong together start in the same column.',
  ],
  ['BAD_INDENT', /^/, 'what opens here is not closed, or not indented like its neighbours', null],
  ['RESOURCE_EXHAUSTION', /^/, 'this is nested too deeply, or a block with too many keys', null],
  ['BAD_SCALAR_START', /^/, 'a text cannot start with this character', 'Put the text in quotes.'],
  [
    'UNEXPECTED_TOKEN',
    /^/,
    'something is left over here',
    'Check the quotation marks and brackets before it.',
  ],
];

/** Words for what the parser said; null where we have none. */
export function yamlFault(code: string, said: string): Words | null {
  const fault = FAULTS.find(([of, pattern]) => of === code && pattern.test(said));
  return fault === undefined ? null : { message: fault[2], fix: fault[3] };
}
