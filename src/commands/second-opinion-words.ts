import type { Happened } from '../grading/llm/setup.ts';

/** Words what happens on the way for stderr, and sums up what it took. */
export function wordsFor(say: (message: string) => void): {
  tell: (happened: Happened) => void;
  /** Says what was used, if anything was. */
  sum(): void;
} {
  const used = { replies: 0, input: 0, output: 0, cached: 0 };
  const tell = (happened: Happened) => {
    switch (happened.event) {
      case 'asking':
        say(
          `asking ${happened.model} at ${happened.host}${happened.encrypted ? '' : ', over a connection that is not encrypted'}`,
        );
        break;
      case 'answered':
        used.replies++;
        used.input += happened.input;
        used.output += happened.output;
        break;
      case 'cached':
        used.cached++;
        break;
      case 'waiting':
        if (happened.time >= 3000)
          say(`the server asks for a pause; going on in ${Math.round(happened.time / 1000)} s`);
        break;
      case 'schema-refused':
        say('this server takes no schema for its replies; asking for the form in words');
        break;
      case 'stopped':
        say(`nothing more is sent: ${happened.reason}`);
        break;
      case 'cache-unusable':
        say(
          `${happened.folder}: replies cannot be kept here (${happened.code}); they will be asked for again next time`,
        );
    }
  };
  return {
    tell,
    sum() {
      const { replies, input, output, cached } = used;
      const parts = [
        ...(replies === 0
          ? []
          : [
              `${replies} ${replies === 1 ? 'reply' : 'replies'}, ${count(input)} tokens in, ${count(output)} out`,
            ]),
        ...(cached === 0 ? [] : [`${cached} from the cache`]),
      ];
      if (parts.length > 0) say(parts.join('; '));
    },
  };
}

/** 12345 as "12,345". */
export function count(number: number): string {
  return number.toLocaleString('en-GB');
}
