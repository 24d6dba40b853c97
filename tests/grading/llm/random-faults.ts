import { type Answer, completion, fault, obedient, type Seen } from './server.ts';

/** Numbers that look random and are the same each time (mulberry32), from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every way a server fails, one a name. Those that say `final` leave an answer unscored. */
export const FAULTS: Record<string, (seen: Seen) => Answer> = {
  'rate limit': () => fault(429, 'rate_limit_exceeded'),
  'rate limit with a time': () => fault(429, 'rate_limit_exceeded', 'no', { 'retry-after-ms': '30' }),
  'server error': () => fault(500, 'server_error'),
  'bad gateway': () => ({ status: 502, text: '<html>Bad Gateway</html>' }),
  overloaded: () => fault(503, 'overloaded'),
  dropped: () => ({ drop: true }),
  torn: () => ({ torn: '{"choices":[{"mess' }),
  'HTML for JSON': () => ({ text: '<!doctype html><title>Sign in</title>' }),
  'broken JSON': () => ({ headers: { 'content-type': 'application/json' }, text: '{"choices":' }),
  'no choices': () => ({ json: { choices: [] } }),
  'no content': () => completion(null),
  prose: () => completion('A strong answer, I would say 5 out of 5.'),
  'cut off': ({ body }) => completion(obedient(body).slice(0, 200), { finish_reason: 'length' }),
  'unknown id': ({ body }) => completion(obedient(body).replace('"star":{', '"star":{"new":{},')),
  'final: refusal': () => completion(null, { message: { refusal: 'No.' } }),
  'final: filtered': () => completion('', { finish_reason: 'content_filter' }),
};
export const HANG: Record<string, (seen: Seen) => Answer> = {
  hang: () => ({ hang: true }),
  stall: () => ({ stall: '{"choices":' }),
};
