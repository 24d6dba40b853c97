import type { Rubric } from '../../pack/schema.ts';
import { type Reply, replySchema } from './reply-schema.ts';

/** A reply that holds together, or what is wrong with it: where, and what. */
export type Checked = { reply: Reply } | { problems: string[] };

/** More quotes than this for one item is a model gone astray. */
const MOST_QUOTES = 8;
const PROBLEMS_TOLD = 6;

/**
 * Takes a model's text for a reply only if it is one: one JSON object, every item once, nothing unknown, every
 * level out of its set. Nothing is put right here.
 */
export function checkReply(text: string, rubric: Rubric): Checked {
  const json = objectIn(text);
  if (json === null) return { problems: ['no JSON object in it'] };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problems: ['not JSON, or cut off'] };
  }
  const repeated = repeatedKeys(json);
  if (repeated.length > 0)
    return { problems: repeated.map((key) => `${shown(key)} is there twice`).slice(0, PROBLEMS_TOLD) };
  const { success, data, error } = replySchema(rubric).safeParse(value);
  if (!success) return { problems: error.issues.map(inWords).slice(0, PROBLEMS_TOLD) };
  const crowded = items(data).filter(([, { quotes }]) => quotes.length > MOST_QUOTES);
  if (crowded.length > 0)
    return { problems: crowded.map(([id]) => `${id} has more than ${MOST_QUOTES} quotes`) };
  return { reply: data };
}

/** Every item of a reply with its id. */
export function items(reply: Reply): [string, { quotes: string[]; level: string }][] {
  const { star, criteria, red_flags, substance } = reply;
  return [
    ...Object.entries({ ...star }),
    ...Object.entries(criteria),
    ...Object.entries(red_flags),
    ['substance', substance],
  ];
}

/** Without what servers put round it: a byte order mark, a reasoning block, a code fence, a sentence. */
function objectIn(text: string): string | null {
  const thought = text.lastIndexOf('</think>');
  const said = thought === -1 ? text : text.slice(thought + '</think>'.length);
  const from = said.indexOf('{');
  const to = said.lastIndexOf('}');
  return from === -1 || to < from ? null : said.slice(from, to + 1);
}

/** JSON.parse takes the last of two like keys without a word. @param json known to parse */
function repeatedKeys(json: string): string[] {
  const repeated: string[] = [];
  const open: (Set<string> | null)[] = [];
  for (const [token, colon] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) repeated.push(key);
      keys?.add(key);
    }
  }
  return repeated;
}

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  keys?: string[];
}

function inWords({ code, path, keys }: Issue): string {
  const at = path.length === 0 ? 'the reply' : path.map((key) => shown(String(key))).join('.');
  if (code === 'unrecognized_keys')
    return `${at} has ${(keys ?? []).map(shown).slice(0, 3).join(', ')}, which was not asked for`;
  if (code === 'invalid_value') return `${at} is not one of the words to choose from`;
  return `${at} is missing or of the wrong kind`;
}

/** What a model wrote, short enough to be shown. */
function shown(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key;
}
