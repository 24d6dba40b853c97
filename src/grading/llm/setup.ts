/** Everything the second opinion needs to know; whoever opens it has read flags and environment. */
export interface Setup {
  /** Such as `https://api.openai.com/v1`. */
  baseURL: string;
  /** Empty for a server that needs none. */
  key: string;
  model: string;
  /** Readings of each answer; the median counts. */
  samples: number;
  /** Requests under way at once, at most. */
  jobs: number;
  /** Names to mask besides what patterns find. */
  redact: string[];
  /** The folder where readings are kept; null keeps none. */
  cache: string | null;
  /** Told what happens along the way. */
  tell: (happened: Happened) => void;
  /** A request is given up after this many milliseconds. */
  patience: number;
  /** The first wait before a request is tried again, in milliseconds; it doubles from there. */
  firstWait: number;
}

/** What happens on the way to an assessment, as data. */
export type Happened =
  /** Before the first request of a run. */
  | { event: 'asking'; host: string; model: string; encrypted: boolean }
  /** A reply came; tokens as the server counts them. */
  | { event: 'answered'; input: number; output: number }
  | { event: 'cached' }
  /** Requests are held back, in milliseconds. */
  | { event: 'waiting'; time: number }
  | { event: 'schema-refused' }
  /** Nothing more is sent in this run. */
  | { event: 'stopped'; reason: string }
  | { event: 'cache-unusable'; folder: string; code: string };

/** Tries after the first, where trying again may help. */
export const RETRIES = 5;
/** A server that is slow, or answers oddly, gets fewer: it is often the same again. */
export const ODD_REPLY_RETRIES = 2;
/** The longest wait a server can ask for, in milliseconds. */
export const LONGEST_WAIT = 120_000;

/** Said before the first call of a run. */
export function asking({ baseURL, model }: Setup): Happened {
  return { event: 'asking', host: hostOf(baseURL), model, encrypted: isPrivate(baseURL) };
}

/** The server's name and port: all that is ever said of an address, which may hold a password. */
export function hostOf(baseURL: string): string {
  return new URL(baseURL).host;
}

/** Is the way to the server private: encrypted, or within this machine? */
function isPrivate(baseURL: string): boolean {
  const { protocol, hostname } = new URL(baseURL);
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
