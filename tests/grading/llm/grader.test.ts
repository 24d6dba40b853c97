import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '../../../src/grading/assessment.ts';
import { assessmentSchema } from '../../../src/grading/assessment-schema.ts';
import { llmGrader } from '../../../src/grading/llm/grader.ts';
import type { Setup } from '../../../src/grading/llm/setup.ts';
import { answer, careful, KEY, reply, request, setupFor } from './made.ts';
import { completion, type ModelServer, modelServer } from './server.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await modelServer();
});
afterEach(() => server.close());

const grade = (more: Partial<Setup> = {}, asked = request): Promise<Assessment> =>
  llmGrader(setupFor(server.url, more))(asked);

describe('a reply that holds together', () => {
  it('becomes an assessment whose score verdict.ts makes', async () => {
    server.plan(completion(careful));
    const assessment = await grade();
    expect(assessment).toMatchObject({
      question: 'denials',
      status: 'scored',
      reason: null,
      score: 5,
      label: 'outstanding',
      grader: { name: 'llm', model: 'test-model' },
      rubric: { version: 3 },
      redFlags: [],
    });
    expect(assessment.criteria.map(({ met }) => met)).toEqual([true, true]);
    expect(assessmentSchema.safeParse(assessment).error).toBeUndefined();
    expect(Object.keys(assessment)).toEqual(Object.keys(assessmentSchema.shape));
  });

  it('gives evidence that slices to its quotes', async () => {
    server.plan(completion(careful));
    const { star, criteria } = await grade();
    const all = [...Object.values(star), ...criteria].flatMap(({ evidence }) => evidence);
    expect(all.length).toBe(7);
    for (const { start, end, quote } of all) expect(answer.slice(start, end)).toBe(quote);
  });

  it('is asked for with a schema, levels and quotes, and no total', async () => {
    server.plan(completion(careful));
    await grade();
    const { body, headers, path } = server.seen[0]!;
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(body.model).toBe('test-model');
    expect(body.temperature).toBeUndefined();
    const { schema, strict } = body.response_format.json_schema;
    expect(strict).toBe(true);
    expect(Object.keys(schema.properties)).toEqual(['star', 'criteria', 'red_flags', 'substance']);
    expect(schema.properties.criteria.required).toEqual(['leak-found', 'measured-result']);
    expect(schema.properties.criteria.additionalProperties).toBe(false);
    expect(JSON.stringify(schema)).not.toMatch(/score|total|overall/);
  });

  it('tells the server nothing about this machine', async () => {
    server.plan(completion(careful));
    await grade();
    const names = Object.keys(server.seen[0]!.headers).filter((name) => name.startsWith('x-'));
    expect(names).toEqual([]);
    expect(server.seen[0]!.headers['user-agent']).toMatch(/^greenroom\//);
  });

  it('leaves nothing behind that keeps the process or piles up on the run', async () => {
    const [set, clear] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
    server.plan(completion(careful));
    const { signal } = new AbortController();
    await llmGrader(setupFor(server.url, { patience: 60_123 }))(request, signal);
    const limits = set.mock.results.filter((_, i) => set.mock.calls[i]![1] === 60_123);
    expect(limits).toHaveLength(1);
    expect(clear.mock.calls.flat()).toContain(limits[0]!.value);
    vi.restoreAllMocks();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('is told about: the host first, then what it cost', async () => {
    server.plan(completion(careful), completion(careful));
    const setup = setupFor(server.url);
    const grader = llmGrader(setup);
    await grader(request);
    await grader(request);
    expect(setup.told).toEqual([
      { event: 'asking', host: new URL(server.url).host, model: 'test-model', encrypted: true },
      { event: 'answered', input: 1000, output: 200 },
      { event: 'answered', input: 1000, output: 200 },
    ]);
  });
});

describe('a quote', () => {
  const levelOf = async (quote: string, typed = answer) => {
    server.plan(completion(reply({ criteria: { 'leak-found': ['clear', quote] } })));
    const { criteria } = await grade({}, { ...request, answer: typed });
    return criteria[0]!.evidence.map((one) => one.quote);
  };

  it('is forgiven case, white space and curly quotes, and told as typed', async () => {
    const typed = 'We’d lost\nthree   months of "J-codes" there.';
    expect(await levelOf("we'd  LOST three months of “j-codes”", typed)).toEqual([
      'We’d lost\nthree   months of "J-codes',
    ]);
  });

  it.each([
    ['is not in the answer', 'I renegotiated the whole contract'],
    ['joins two places', 'Our infusion claims fell from 18% to 5%'],
    ['is shortened with dots', 'I pulled sixty … changed the template'],
    ['is one word', 'the'],
    ['cuts a word', 'ulled sixty of the'],
    ['is empty', ' '],
  ])('earns nothing when it %s', async (_, quote) => {
    expect(await levelOf(quote)).toEqual([]);
  });

  it('of the rubric or the question, pasted into the answer, earns nothing', async () => {
    const pasted =
      'Tell me about a time you brought claim denials down. Well, I have no idea about any of it.';
    expect(await levelOf('you brought claim denials down', pasted)).toEqual([]);
  });
});

describe('what no quote backs', () => {
  it('scores like an answer with nothing in it', async () => {
    const forged = JSON.parse(careful);
    for (const group of [forged.star, forged.criteria]) {
      for (const item of Object.values(group) as { quotes: string[] }[])
        item.quotes = ['words never said here'];
    }
    forged.substance.quotes = [];
    server.plan(completion(JSON.stringify(forged)));
    const { score, star, criteria } = await grade();
    expect(score).toBe(1);
    expect(Object.values(star).map(({ level }) => level)).toEqual([0, 0, 0, 0]);
    expect(criteria.every(({ met }) => !met)).toBe(true);
  });

  it('shows no red flag either', async () => {
    server.plan(completion(reply({ red_flags: { 'blames-others': ['shown', 'payers are all crooks'] } })));
    expect((await grade()).redFlags).toEqual([]);
  });
});

describe('red flags', () => {
  it('cap the score, with evidence', async () => {
    const shown = JSON.parse(careful);
    shown.red_flags['blames-others'] = { quotes: ['denied again and again'], level: 'shown' };
    server.plan(completion(JSON.stringify(shown)));
    const { score, redFlags } = await grade();
    expect(score).toBe(2);
    expect(redFlags).toMatchObject([{ id: 'blames-others', severity: 'major', evidence: [{ start: 25 }] }]);
  });

  it('are not shown where the rubric says a met criterion excludes them', async () => {
    const shown = JSON.parse(careful);
    shown.red_flags['surface-only'] = { quotes: ['denied again and again'], level: 'shown' };
    server.plan(completion(JSON.stringify(shown)));
    expect((await grade()).redFlags).toEqual([]);
  });
});

describe('what code knows better than a model', () => {
  it('takes an example of the rubric for what it is', async () => {
    const copied = { ...request, rubric: { ...request.rubric } };
    copied.rubric.examples = [{ name: 'the template', answer, expect: { score: 5 } }];
    server.plan(completion(careful), completion(careful));
    const { score, advice } = await grade({}, copied);
    expect(score).toBe(1);
    expect(advice[0]!.about).toBe('example');
    expect((await grade({}, { ...copied, ownExample: true })).score).toBe(5);
  });

  it('takes shuffled words for shuffled words', async () => {
    const words = answer.repeat(2).replace(/[.,]/g, '').split(' ');
    const shuffled = words.map((_, i) => words[(i * 37) % words.length]).join(' ');
    const quote = shuffled.split(' ').slice(3, 8).join(' ');
    server.plan(
      completion(reply({ criteria: { 'leak-found': ['clear', quote] }, substance: ['case', quote] })),
    );
    expect((await grade({}, { ...request, answer: shuffled })).score).toBe(1);
  });

  it('lets a criterion that is met outweigh "off the question"', async () => {
    const met = JSON.parse(careful);
    met.substance = { quotes: [], level: 'off' };
    server.plan(completion(JSON.stringify(met)));
    expect((await grade()).score).toBe(5);
  });
});

describe('several samples', () => {
  const met = (level: string) =>
    completion(reply({ criteria: { 'leak-found': [level, 'did not show medical necessity'] } }));

  it('count by their median, and tell how far they are apart', async () => {
    server.plan(met('absent'), met('clear'), met('clear'));
    const { criteria, grader } = await grade({ samples: 3 });
    expect(criteria[0]!.met).toBe(true);
    expect(grader.samples).toMatchObject({ count: 3, differ: ['leak-found'] });
    const [low, high] = grader.samples!.exact;
    expect(low).toBeLessThan(high);
  });

  it('take the lower of two in the middle', async () => {
    server.plan(met('thin'), met('clear'));
    expect((await grade({ samples: 2 })).criteria[0]!.met).toBe(false);
  });
});
