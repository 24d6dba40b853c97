/** Why there is no reply that could be used. */
export type FailureCode =
  | 'timeout'
  | 'unreachable'
  | 'untrusted'
  | 'throttled'
  | 'quota'
  | 'key'
  | 'model'
  | 'moved'
  | 'server'
  | 'request'
  | 'too-large'
  | 'not-json'
  | 'empty'
  | 'declined'
  | 'filtered'
  | 'malformed'
  | 'not-in-batch';

export class Failure extends Error {
  override name = 'Failure';
  readonly code: FailureCode;
  /** How often it is worth trying again. */
  readonly retries: number;
  /** It will be the same for every other answer of this run. */
  readonly final: boolean;
  /** What the server asks to wait, in milliseconds. */
  readonly wait: number | null;

  constructor(
    code: FailureCode,
    detail = '',
    {
      retries = 0,
      final = false,
      wait = null,
    }: { retries?: number; final?: boolean; wait?: number | null } = {},
  ) {
    super(inWords(code, detail));
    this.code = code;
    this.retries = retries;
    this.final = final;
    this.wait = wait;
  }
}

function inWords(code: FailureCode, detail: string): string {
  switch (code) {
    case 'timeout':
      return 'the model took too long';
    case 'unreachable':
      return `the model's server could not be reached (${detail}); is OPENAI_BASE_URL right, and the server running?`;
    case 'untrusted':
      return `the model's server could not be trusted (${detail})`;
    case 'throttled':
      return `the model's server asks to wait${detail}; try again later, what is done is kept`;
    case 'quota':
      return 'the quota at the model is used up; what is done is kept';
    case 'key':
      return "the model's server does not accept the key; check OPENAI_API_KEY";
    case 'model':
      return 'the server has no such model, or is not where it was looked for; check --model or GREENROOM_MODEL, and OPENAI_BASE_URL';
    case 'moved':
      return "the model's server points to another address, and answers go nowhere but where you said; check OPENAI_BASE_URL";
    case 'server':
      return `the model's server failed (${detail})`;
    case 'request':
      return `the model's server did not take the request (${detail})`;
    case 'too-large':
      return 'the reply was far larger than any reply could be';
    case 'not-json':
      return `what answered is not a model's server (${detail}); check OPENAI_BASE_URL`;
    case 'empty':
      return 'the model sent an empty reply';
    case 'declined':
      return 'the model declined to judge this answer';
    case 'filtered':
      return "the server's content filter stopped the reply";
    case 'malformed':
      return `the model's reply does not hold together, also when asked again (${detail})`;
    case 'not-in-batch':
      return `there is no result for this answer in a batch${detail}`;
  }
}
