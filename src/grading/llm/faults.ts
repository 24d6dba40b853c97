import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import type { Scrub } from './client.ts';
import { Failure } from './failure.ts';
import { LONGEST_WAIT, ODD_REPLY_RETRIES, RETRIES } from './setup.ts';

/** What no amount of waiting brings back. */
const QUOTA = new Set(['insufficient_quota', 'billing_hard_limit_reached', 'billing_not_active']);

/**
 * Sorts whatever a call threw. A server's own words are told only where they are needed to mend the
 * request, and never for a refused key, since servers repeat the key there.
 *
 * @param timedOut the call was ended by its time limit
 */
export function toFailure(error: unknown, timedOut: boolean, scrub: Scrub): Failure {
  if (error instanceof Failure) return error;
  if (timedOut || error instanceof APIUserAbortError)
    return new Failure('timeout', '', { retries: ODD_REPLY_RETRIES });
  if (error instanceof APIError && error.status !== undefined) return byStatus(error, scrub);
  const code = codeOf(error);
  if (code === 'TOO_LARGE') return new Failure('too-large');
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/.test(code))
    return new Failure('untrusted', code, { final: true });
  if (error instanceof SyntaxError)
    return new Failure('not-json', 'broken JSON', { retries: ODD_REPLY_RETRIES });
  if (error instanceof APIConnectionError || error instanceof TypeError || code !== '') {
    return new Failure('unreachable', code === '' ? 'the connection broke' : code, { retries: RETRIES });
  }
  throw error;
}

function byStatus(error: APIError, scrub: Scrub): Failure {
  const status = error.status as number;
  const kinds = [error.code, error.type].map(String);
  if (status === 402 || kinds.some((kind) => QUOTA.has(kind)))
    return new Failure('quota', '', { final: true });
  if (status === 401 || status === 403) return new Failure('key', '', { final: true });
  if (status === 404) return new Failure('model', '', { final: true });
  if (status === 429) return throttled(retryAfter(error.headers));
  if (status >= 300 && status < 400) return new Failure('moved', '', { final: true });
  if (kinds.includes('content_filter')) return new Failure('filtered');
  if (status === 408 || status === 409 || status >= 500) {
    return new Failure('server', `status ${status}`, { retries: RETRIES, wait: retryAfter(error.headers) });
  }
  return new Failure('request', scrub(`${error.message}`).slice(0, 200));
}

function throttled(wait: number | null): Failure {
  if (wait !== null && wait > LONGEST_WAIT) {
    return new Failure('throttled', ` ${Math.round(wait / 1000)} seconds`, { final: true });
  }
  return new Failure('throttled', '', { retries: RETRIES, wait });
}

/** In milliseconds: `Retry-After` in seconds or as a date, or OpenAI's `retry-after-ms`. */
function retryAfter(headers: Headers | undefined): number | null {
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (exact >= 0) return exact;
  const told = headers?.get('retry-after') ?? '';
  const seconds = Number.parseFloat(told);
  if (/^\s*\d+(\.\d+)?\s*$/.test(told)) return seconds * 1000;
  const date = Date.parse(told);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at !== null && typeof at === 'object' && depth < 5; depth++) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
    at = cause ?? (at as { errors?: unknown[] }).errors?.[0] ?? null;
  }
  return '';
}
