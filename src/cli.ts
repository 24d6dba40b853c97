import type { Command } from 'commander';
import { isTold } from './errors.ts';
import { plainText } from './report/plain.ts';
import { VERSION } from './version.ts';

/** Exit codes, the same for every command: 0 fine, 1 findings, 2 bad usage or a fault, 130 Ctrl-C. */
export const EXIT = { fine: 0, findings: 1, fault: 2, interrupted: 130 } as const;

/**
 * Runs one command line.
 *
 * @param argv the arguments after `greenroom`
 * @returns the exit code
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.fine;
  }
  onLostOutput();
  const { program, codes } = await commandLine();
  try {
    if (argv[0] === 'complete') await (await import('./commands/complete.ts')).addCompletion(program, argv);
    await program.parseAsync(argv, { from: 'user' });
    return codes.last;
  } catch (error) {
    return told(error);
  }
}

/** `greenroom score … | head` closes our output early; that is not an error. A disk that is full is. */
function onLostOutput(): void {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.stderr.write(`greenroom: the output cannot be written (${code})\n`);
    process.exit(code === 'EPIPE' ? EXIT.fine : EXIT.fault);
  });
  // What cannot be said is not said; the work goes on.
  process.stderr.on('error', () => {});
}

/** Words an error on stderr and returns its exit code. commander has already printed its own. */
function told(error: unknown): number {
  const exit = (error as { exitCode?: number; code?: string }) ?? {};
  if (typeof exit.code === 'string' && exit.code.startsWith('commander.')) {
    return exit.exitCode === 0 ? EXIT.fine : EXIT.fault;
  }
  if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortError')) {
    return EXIT.interrupted;
  }
  process.stderr.write(
    isTold(error)
      ? `greenroom: ${plainText(error.message)}\n`
      : `greenroom: a fault in the program\n${plainText(stackOf(error))}\n`,
  );
  return EXIT.fault;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const REDACT = 'names to mask before anything is sent, separated by commas; may be repeated';
/** An option that may be given more than once. */
const collected = (value: string, all: string[] = []): string[] => [...all, value];

type Action = (args: string[], options: Record<string, unknown>) => Promise<number>;

async function commandLine(): Promise<{ program: Command; codes: { last: number } }> {
  const { Command } = await import('commander');
  const codes: { last: number } = { last: EXIT.fine };
  /** Loads a command's module only when it is called. */
  const does =
    (load: () => Promise<{ run: Action }>) =>
    async (args: string | string[] | undefined, options: Record<string, unknown>) => {
      const { run: action } = await load();
      codes.last = await action(args === undefined ? [] : [args].flat(), options);
    };

  const program = new Command('greenroom')
    .description(
      'Rehearse the second interview for a leadership post in healthcare: eight questions, your answers, ' +
        'and what a panel would say of them, with your own words as evidence. Works offline.',
    )
    .version(VERSION, '-V, --version')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(plainText(text)) })
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(greenroom --help shows what there is)')
    .addHelpText(
      'after',
      `
Examples:
  greenroom                                   rehearse, one question at a time
  greenroom practice revenue-cycle --time 3m  one question, against the clock
  greenroom score answers.csv                 mark a spreadsheet of answers
  greenroom check my-pack                     is this pack of rubrics sound?
  source <(greenroom complete bash)           complete words with Tab (zsh, fish, powershell too)

Exit codes: 0 fine, 1 findings, 2 bad usage or a fault, 130 after Ctrl-C.
`,
    );
  const withPack = (command: Command) =>
    command.option('--pack <dir>', 'a pack of questions and rubrics of your own').exitOverride();

  withPack(
    program
      .command('practice', { isDefault: true })
      .description('the mock interview (what plain `greenroom` does)')
      .argument('[question...]', 'which questions, by id; without any, all in order')
      .option('--ask <question>', 'a question of your own, judged by the general rubric')
      .option('--count <n>', 'at most so many questions')
      .option('--shuffle', 'in random order')
      .option('--time <time>', 'a time box for every answer, such as 3m or 90s')
      .option('--mock', "no feedback until the end, then the whole panel's view")
      .option('--follow-ups <n>', 'how many follow-ups may be asked of one answer')
      .option('--grader <name>', 'offline; llm, a language model; or both, side by side (default: "offline")')
      .option('--model <name>', 'which model (GREENROOM_MODEL); see OPENAI_API_KEY and OPENAI_BASE_URL')
      .option('--samples <n>', 'ask the model n times and take the median')
      .option('--redact <names>', REDACT, collected)
      .option('--self-rate', 'mark each answer yourself before you see its score')
      .option('--resume', 'go on with the interview that was left last')
      .option('--plain', 'no redrawing: for screen readers and simple terminals')
      .option('--no-color', 'without colour (NO_COLOR is respected too)'),
  ).action(does(() => import('./commands/practice.ts')));

  withPack(
    program
      .command('score')
      .description('mark answers in files, folders, or JSON lines on stdin (-)')
      .argument('<path...>', 'answer files (.jsonl .json .csv .tsv .yaml .md .txt), folders, or -')
      .option('--question <id>', 'the question plain-text answers are to')
      .option('--format <format>', 'table, jsonl, json, csv, markdown, html or junit (default: "table")')
      .option(
        '-o, --output <file>',
        'write a report, its format by its name: .json .jsonl .csv .md .html .xml;\nin a folder named with a final /, one page per candidate; may be repeated',
        (file: string, files: string[] = []) => [...files, file],
      )
      .option('--min-score <n>', 'exit 1 if an answer scores below this (1-5)')
      .option('--shard <i/n>', 'only every n-th answer, from the i-th on')
      .option('--anonymise', 'stable codes instead of names')
      .option('--grader <name>', 'offline; llm, a language model; or both, side by side (default: "offline")')
      .option('--model <name>', 'which model (GREENROOM_MODEL); see OPENAI_API_KEY and OPENAI_BASE_URL')
      .option('--samples <n>', 'ask the model n times and take the median')
      .option('--jobs <n>', 'at most so many cores at work (default: 2), or requests to a model at once')
      .option('--no-cache', 'ask again for what the model has judged before')
      .option('--redact <names>', REDACT, collected)
      .option('--dry-run', 'how many requests, about how many tokens, to which host; sends nothing')
      .option('--show-request', 'what would be sent, letter for letter; sends nothing')
      .option('--batch <step>', 'submit, status or collect: half the price, within a day'),
  ).action(does(() => import('./commands/score.ts')));

  withPack(
    program
      .command('check')
      .description('is a pack sound, and do its examples land where they say?')
      .argument('[path...]', 'packs or single files; without any, the pack you are in, else the built-in one')
      .option('--format <format>', 'text, json, github, sarif or junit', 'text')
      .option('--strict', 'take warnings for errors')
      .option('--mutate', 'take criteria, flags and signs away one at a time: which does no example miss?')
      .option('--against <ref|folder>', 'which examples score differently than with the pack as it was')
      .option('--answers <file>', 'with --against: which of these answers do')
      .option('--no-color', 'without colour (NO_COLOR is respected too)'),
  ).action(does(() => import('./commands/check.ts')));

  withPack(
    program
      .command('questions')
      .description('the questions; with an id, one in full: why, what they listen for, an example')
      .argument('[id]', 'one question')
      .option('--format <format>', 'text, json or markdown', 'text')
      .option('--no-color', 'without colour (NO_COLOR is respected too)'),
  ).action(does(() => import('./commands/questions.ts')));

  withPack(
    program
      .command('progress')
      .description('how you are getting on, question by question, and what to practise next')
      .option('--format <format>', 'text, json or html', 'text')
      .option('--no-color', 'without colour'),
  ).action((options) => does(() => import('./commands/progress.ts'))([], options));

  withPack(
    program
      .command('brief')
      .description('the page for the day before: your best answers, your stories, what to look up and ask')
      .option('-o, --output <file>', 'write it to a file'),
  ).action((options) => does(() => import('./commands/brief.ts'))([], options));

  withPack(
    program
      .command('agree')
      .description("how far the grader agrees with a coach's own marks")
      .argument('<file...>', 'answers with a `mark` (1-5), and optionally `criteria`: the ids of those met')
      .option('--format <format>', 'text or json', 'text'),
  ).action(does(() => import('./commands/agree.ts')));

  program
    .command('init')
    .description('start a pack of your own, with two questions that show how')
    .argument('[dir]', 'where; without it, here')
    .exitOverride()
    .action(does(() => import('./commands/init.ts')));

  program
    .command('schema')
    .description('the JSON Schema of a question, a rubric or an assessment, for editors')
    .argument('<what>', 'question, rubric or assessment')
    .exitOverride()
    .action(does(() => import('./commands/schema.ts')));

  return { program, codes };
}
