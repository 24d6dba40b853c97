import { questionFinder } from '../answers/asked.ts';
import { UsageError } from '../errors.ts';
import { loadPack } from '../pack/load.ts';
import { nearest } from '../pack/nearest.ts';
import type { Pack } from '../pack/pack.ts';
import type { Question } from '../pack/schema.ts';
import { paletteFor } from './practice/palette.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

/** The widest text that reads well. */
const WIDEST = 100;

/** `greenroom questions [id]`: the questions in a list, or one in full. JSON is a list in both cases. */
export async function run(args: string[], options: Record<string, unknown>): Promise<number> {
  const format = toFormat(options.format);
  const pack = await loadPack(options.pack as string | undefined);
  const one = args[0] === undefined ? null : toQuestion(args[0], pack);
  process.stdout.write(await told(pack, one, format, options.color));
  return 0;
}

async function told(pack: Pack, one: Question | null, format: Format, colour: unknown): Promise<string> {
  if (format === 'json') return `${JSON.stringify(one === null ? pack.questions : [one], null, 2)}\n`;
  const { sheetOf } = await import('../report/question-sheet.ts');
  const sheet = one === null ? null : sheetOf(one, pack.rubrics.get(one.id)!);
  if (format === 'markdown') {
    const { listAsMarkdown, sheetAsMarkdown } = await import('../report/questions-markdown.ts');
    return sheet === null ? listAsMarkdown(pack.questions) : sheetAsMarkdown(sheet);
  }
  const { listAsText, sheetAsText } = await import('../report/questions-text.ts');
  const layout = {
    width: Math.min(process.stdout.columns ?? WIDEST, WIDEST),
    palette: paletteFor(process.stdout, colour),
  };
  if (sheet !== null) return sheetAsText(sheet, layout);
  return `${listAsText(pack.questions, layout)}greenroom questions <id> shows one in full.\n`;
}

/** By id, title or wording. */
function toQuestion(name: string, pack: Pack): Question {
  const id = questionFinder(pack.questions)(name);
  const found = pack.questions.find((question) => question.id === id);
  if (found !== undefined) return found;
  const ids = pack.questions.map((question) => question.id);
  const meant = nearest(name, ids);
  throw new UsageError(
    `there is no question "${name}"; ${meant === null ? `there are ${ids.join(', ')}` : `did you mean "${meant}"?`}`,
  );
}

function toFormat(value: unknown): Format {
  const format = FORMATS.find((name) => name === value);
  if (format !== undefined) return format;
  throw new UsageError(`--format ${value}: there is ${FORMATS.join(', ')}`);
}
