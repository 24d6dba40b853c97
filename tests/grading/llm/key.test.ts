import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import { KEY, request, setupFor } from './made.ts';
import { type Answer, fault, type ModelServer, modelServer } from './server.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await modelServer();
});
afterEach(() => server.close());

describe('the key', () => {
  it('is cut out of what a server says, whatever key it names', async () => {
    const told = async (key: string) =>
      (await llmGrader(setupFor(server.url, { key }))(request)).reason!.message;
    const said = (text: string) => fault(400, 'bad', text);
    server.plan(said(`not with ${KEY}, nor sk-proj-12*34`), said('none of it'));
    expect(await told(KEY)).toContain('(400 not with [key], nor [key])');
    expect(await told('')).toContain('(400 none of it)');
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${KEY}`, 'Bearer none']);
  });

  it.each([
    ['in a page', { status: 500, text: `<pre>authorization: Bearer ${KEY}</pre>` }],
    ['in an error that may pass', fault(429, 'rate_limit_exceeded', `slow down, ${KEY}`)],
    ['in a header', { status: 307, headers: { location: `http://127.0.0.1:9/?key=${KEY}` } }],
    ['in what is no completion', { json: { detail: KEY } }],
  ] as [string, Answer][])('is in no assessment and no event when it comes back %s', async (_, always) => {
    server.always(always);
    const setup = setupFor(server.url);
    const assessment = await llmGrader(setup)(request);
    expect(assessment.status).toBe('unscored');
    expect(JSON.stringify([assessment, setup.told])).not.toContain(KEY.slice(3));
  });
});
